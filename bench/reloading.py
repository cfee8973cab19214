"""Measures how long ``wardmote content reload`` takes beside a running bot."""

from __future__ import annotations

import asyncio
import os
import sys
import time

from bench.real_bot import RealBot, real_bot

IN_FORCE = b"the edited files are in force"


async def reload_times(times: int) -> list[float]:
    """Seconds from the start of the command to its end, when the bot has read its files again."""
    async with real_bot() as bot:
        return [await _reload(bot) for _ in range(times)]


async def _reload(bot: RealBot) -> float:
    began = time.perf_counter()
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wardmote", "content", "reload",
        env=dict(os.environ) | dict(bot.settings), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await command.communicate()
    took = time.perf_counter() - began
    if IN_FORCE not in said:
        raise RuntimeError(said.decode())
    return took
