"""Makes and sends files and pictures on request, a page of rows at a time to save memory."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, Protocol

import structlog

from bot.commits import error_fields
from bot.screens import (
    FileScreen,
    MadeScreen,
    MediaKind,
    MediaScreen,
    PageScreen,
    PictureScreen,
    VoiceScreen,
)
from bot.sending.calls import Calls
from content import media
from content.pictures import JPEG, PNG, measured
from content.sounds import M4A, MP3, OGG, kind_of
from engagement.broadcasts.bot_api_responses import Fate, Outcome
from reports.card import Card, card_png
from reports.place_map import map_png
from reports.responses_csv import csv_bytes
from reports.workbook_rows_file import lines_of, workbook_of
from usecases.consultations import voice_answers
from usecases.insight import export
from usecases.insight.export import ExportFormat, ExportReady, LeftOut
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.exporter")

OpenReading = Callable[[], AbstractAsyncContextManager[Transaction]]
"""Opens a transaction that sees one moment and writes nothing."""

CSV, WORKBOOK, PAGE = (
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/html",
)
ENDINGS = {PNG: "png", JPEG: "jpg", OGG: "oga", MP3: "mp3", M4A: "m4a"}
"""The names under which pictures and recordings are sent end in these."""


class Drawing(Protocol):
    """Runs heavy work outside the event loop, in another process."""

    @property
    def is_open(self) -> bool:
        """Whether work can begin at once."""

    async def draw(self, work: Callable[..., bytes], *args: object) -> bytes:
        """The result of ``work(*args)``. Raises if it could not be done."""


class Exporter:
    """Makes files in ``folder``, this deployment's own, and deletes each once it is sent."""

    def __init__(
        self,
        calls: Calls,
        reading: OpenReading,
        drawing: Drawing,
        world: World,
        *,
        folder: Path | None = None,
        reached: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._folder = folder
        self._reached = reached
        self._calls = calls
        self._reading = reading
        self._drawing = drawing
        self._world = world
        self.drawing_now = 0

    @property
    def is_ready(self) -> bool:
        """Whether a picture can be drawn without a wait."""
        return self._drawing.is_open

    async def send(self, chat_id: int, screen: MadeScreen) -> Outcome:
        """Make the file or picture and send it. If it cannot be made the outcome is a refusal, and
        the log shows nothing of its content."""
        try:
            if isinstance(screen, PictureScreen):
                return await self._send_picture(chat_id, screen)
            if isinstance(screen, VoiceScreen):
                return await self._send_voice(chat_id, screen)
            if isinstance(screen, MediaScreen):
                return await self._send_media(chat_id, screen)
            if isinstance(screen, PageScreen):
                return await self._send_page(chat_id, screen)
            return await self._send_file(chat_id, screen)
        except Exception as error:
            log.error("a file could not be made", **error_fields(error))
            return Outcome(Fate.REFUSED, description="not made")

    async def _send_picture(self, chat_id: int, screen: PictureScreen) -> Outcome:
        await self._calls.show_action(chat_id, "upload_photo")
        drawn = card_png if isinstance(screen.card, Card) else map_png
        png = await self._draw(drawn, screen.card)
        with self._folder_for_one() as folder:
            path = folder / "picture"
            await asyncio.to_thread(path.write_bytes, png)
            self._reached("drawn")
            return await self._calls.upload(
                "sendPhoto", _body(chat_id, screen), field="photo", name=screen.name, path=path,
                kind=PNG,
            )  # fmt: skip

    async def _send_voice(self, chat_id: int, screen: VoiceScreen) -> Outcome:
        await self._calls.show_action(chat_id, "upload_voice")
        async with self._reading() as tx:
            sound = await voice_answers.sound(tx, screen.number)
        if sound is None:
            return Outcome(Fate.REFUSED, description="gone")
        body = _body(chat_id, screen) | {"duration": str(screen.seconds)}
        if screen.protected:
            body["protect_content"] = "true"
        with self._folder_for_one() as folder:
            path = folder / "voice"
            await asyncio.to_thread(path.write_bytes, sound)
            return await self._calls.upload(
                "sendVoice", body, field="voice", name="voice.oga", path=path, kind=OGG
            )

    async def _send_media(self, chat_id: int, screen: MediaScreen) -> Outcome:
        content = await asyncio.to_thread(media.read_checked, screen.path, screen.digest)
        if content is None:
            # Nobody has approved what is in the folder now.
            return Outcome(Fate.REFUSED, description="changed or gone")
        is_picture = screen.kind is MediaKind.PICTURE
        found = measured(content) if is_picture else None
        kind = found.kind if found is not None else kind_of(content) or OGG
        method, field = ("sendPhoto", "photo") if is_picture else ("sendVoice", "voice")
        await self._calls.show_action(chat_id, f"upload_{field}")
        with self._folder_for_one() as folder:
            path = folder / "media"
            await asyncio.to_thread(path.write_bytes, content)
            body, name = _body(chat_id, screen), f"{field}.{ENDINGS[kind]}"
            sent = await self._calls.upload(
                method, body, field=field, name=name, path=path, kind=kind
            )
            if is_picture or sent.fate is not Fate.REFUSED:
                return sent
            # Some people take no voice messages: as a file it is none.
            return await self._calls.upload(
                "sendDocument", body, field="document", name=name, path=path, kind=kind
            )

    async def _send_page(self, chat_id: int, screen: PageScreen) -> Outcome:
        await self._calls.show_action(chat_id, "upload_document")
        with self._folder_for_one() as folder:
            path = folder / "page"
            # On a thread: a page about years of taking part may be long.
            page = await asyncio.to_thread(screen.made)
            await asyncio.to_thread(path.write_bytes, page)
            return await self._calls.upload(
                "sendDocument", _body(chat_id, screen), field="document", name=screen.name,
                path=path, kind=PAGE,
            )  # fmt: skip

    async def _send_file(self, chat_id: int, screen: FileScreen) -> Outcome:
        ready = screen.export
        await self._calls.show_action(chat_id, "upload_document")
        with self._folder_for_one() as folder:
            part, path = folder / "export.part", folder / "export"
            kind = CSV
            if ready.format is ExportFormat.CSV:
                with part.open("wb") as file:
                    left_out = await self.write(file, ready)
            else:
                kind, rows = WORKBOOK, folder / "rows"
                with rows.open("wb") as file:
                    count, left_out = await self._write_lines(file, ready)
                await self._draw(workbook_of, rows, part, screen.book(count))
            more = screen.left_out(left_out.shown(self._world))
            # Only a complete file gets the name under which it is sent.
            part.rename(path)
            self._reached("drawn")
            return await self._calls.upload(
                "sendDocument", _body(chat_id, screen, more), field="document", name=ready.name,
                path=path, kind=kind,
            )  # fmt: skip

    @contextmanager
    def _folder_for_one(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="wardmote-", dir=self._folder) as folder:
            yield Path(folder)

    async def _draw(self, work: Callable[..., bytes], *args: object) -> bytes:
        self.drawing_now += 1
        try:
            return await self._drawing.draw(work, *args)
        finally:
            self.drawing_now -= 1

    async def write(self, file: IO[bytes], ready: ExportReady) -> LeftOut:
        """Write one consultation's responses to ``file`` as CSV. Returns what is left out."""
        left_out = LeftOut()
        head = csv_bytes([export.columns(ready.consultation)], first=True)
        async with self._reading() as tx:
            await asyncio.to_thread(file.write, head)
            async for page in export.rows(tx, self._world, ready.consultation, left_out):
                await asyncio.to_thread(_append, file, csv_bytes, page)
        return left_out

    async def _write_lines(self, file: IO[bytes], ready: ExportReady) -> tuple[int, LeftOut]:
        """Write one consultation's responses as lines for the process that makes the workbook, and
        return their number and what is left out."""
        count, left_out = 0, LeftOut()
        written = partial(lines_of, whole=export.whole_numbers(ready.consultation))
        async with self._reading() as tx:
            async for page in export.rows(tx, self._world, ready.consultation, left_out):
                await asyncio.to_thread(_append, file, written, page)
                count += len(page)
        return count, left_out


def _append(
    file: IO[bytes],
    written: Callable[[list[tuple[str, ...]]], bytes],
    page: list[tuple[str, ...]],
) -> None:
    file.write(written(page))


def _body(chat_id: int, screen: MadeScreen, more: str = "") -> dict[str, Any]:
    caption = f"{screen.caption}\n{more}" if more else screen.caption
    return {"chat_id": str(chat_id), "caption": caption, "parse_mode": "HTML"}
