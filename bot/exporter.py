"""Writes an export page by page into a temporary file and sends it: memory stays flat."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import IO

from bot.request import TelegramApi
from bot.screens import FileScreen
from engagement.delivery import Outcome
from reports.responses_csv import csv_bytes
from usecases import export
from usecases.export import ExportReady
from usecases.world import Transaction, World

Reading = Callable[[], AbstractAsyncContextManager[Transaction]]


class Exporter:
    """``reading`` opens a transaction that sees one moment and writes nothing."""

    def __init__(self, api: TelegramApi, reading: Reading, world: World) -> None:
        self._api = api
        self._reading = reading
        self._world = world

    async def send(self, chat_id: int, screen: FileScreen) -> Outcome:
        """Write the file and send it as a document."""
        body = {"chat_id": str(chat_id), "caption": screen.caption, "parse_mode": "HTML"}
        with tempfile.TemporaryFile() as file:
            await self.write(file, screen.export)
            file.seek(0)
            return await self._api.upload(
                "sendDocument", body, field="document", name=screen.export.name, file=file
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
