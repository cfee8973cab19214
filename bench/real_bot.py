"""The real command ``wardmote run`` in a process of its own, against the emulator, on SQLite."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from emulator import Emulator, serve
from storage import migrations
from storage.engine.database import Database

TOKEN = "100200300:made-up-for-the-bench"  # noqa: S105 (only the emulator knows it)


@dataclass(frozen=True, slots=True)
class RealBot:
    """A running bot: its database file, and the settings that its other commands need too."""

    file: Path
    settings: Mapping[str, str]


@asynccontextmanager
async def real_bot(**more: str) -> AsyncIterator[RealBot]:
    """Run the bot with an empty database until the block ends; then wait until it has ended."""
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        path = Path(folder) / "wardmote.db"
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrations.upgrade(database)
        await database.close()
        async with serve(Emulator(TOKEN, "WardmoteBench")) as site:
            settings = {
                "WARDMOTE_TOKEN": TOKEN,
                "WARDMOTE_COUNCIL": "buckinghamshire",
                "WARDMOTE_DATABASE": str(database.url),
                "WARDMOTE_BOT_API": site.url,
                "WARDMOTE_EMULATOR": "true",
                **more,
            }
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "wardmote", "run",
                env=dict(os.environ) | settings, stdout=asyncio.subprocess.PIPE,
            )  # fmt: skip
            assert bot.stdout is not None
            await bot.stdout.readline()
            try:
                yield RealBot(path, settings)
            finally:
                bot.terminate()
                await bot.wait()
