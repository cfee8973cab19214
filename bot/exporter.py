"""Writes an export page by page into a temporary file and sends it: memory stays flat."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO

from bot.calls import Calls
from bot.screens import FileScreen
from engagement.delivery import Outcome
from reports.responses_csv import csv_bytes
from usecases import export
from usecases.export import ExportReady
from usecases.world import Transaction, World

Reading = Callable[[], AbstractAsyncContextManager[Transaction]]


class Exporter:
    """``reading`` opens a transaction that sees one moment and writes nothing."""

    def __init__(self, calls: Calls, reading: Reading, world: World) -> None:
        self._calls = calls
        self._reading = reading
        self._world = world

    async def send(self, chat_id: int, screen: FileScreen) -> Outcome:
        """Write the file and send it as a document."""
        body = {"chat_id": str(chat_id), "caption": screen.caption, "parse_mode": "HTML"}
        with tempfile.TemporaryDirectory(prefix="wardmote-") as folder:
            path = Path(folder) / "export.csv"
            with path.open("wb") as file:
                await self.write(file, screen.export)
            return await self._calls.upload(
                chat_id, body, field="document", name=screen.export.name, path=path
            )

    async def write(self, file: IO[bytes], ready: ExportReady) -> None:
        """All rows of one consultation, as the caller's file gets them."""
        head = csv_bytes([export.columns(ready.consultation)], first=True)
        async with self._reading() as tx:
            await asyncio.to_thread(file.write, head)
            async for page in export.rows(tx, self._world, ready.consultation):
                await asyncio.to_thread(_append, file, page)


def _append(file: IO[bytes], page: list[tuple[str, ...]]) -> None:
    file.write(csv_bytes(page))
