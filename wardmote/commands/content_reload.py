"""`wardmote content reload`: has the running bot read the council's edited files."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass

from content.library import Library, dated_warnings, too_short
from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Phase, phase
from storage import migrations
from storage.engine.database import Database
from usecases import world as worlds
from usecases.consultations import closed_by_file
from usecases.operations import reload
from usecases.operations.reload import ConsultationChanges, InVain
from usecases.people.old_wards import duties_of_old_wards, people_in_old_wards, staff_of_old_wards
from usecases.world import DATABASE_AWAY, OpenConsultationChanged
from wardmote.commands.cannot_run import (
    CannotRun,
    closed_already,
    consultation_already_open,
    council_files,
    decided_otherwise,
    duties_without_wards,
    in_old_wards,
    staff_without_wards,
)
from wardmote.commands.transaction import in_reading, with_council
from wardmote.service import another_council
from wardmote.service.another_council import NotOurs
from wardmote.service.clock import WallClock
from wardmote.service.lock import file_of, in_use
from wardmote.service.settings import Settings

SECONDS_BETWEEN_LOOKS = 0.2


async def content_reload(settings: Settings, *, wait: float) -> str:
    """Check the files and ask the running bot to read them. Returns the lines to print.

    Waits up to ``wait`` seconds for the bot's answer. Raises CannotRun.
    """
    council = council_files(settings)
    try:
        changes = await with_council(settings, reload.ask, council)
    except OpenConsultationChanged as changed:
        raise CannotRun(consultation_already_open(changed)) from None
    lines = [await _outcome(settings, council, wait), *_in_words(changes, council)]
    old = await in_reading(settings, lambda tx: people_in_old_wards(tx, council))
    if old is not None:
        line = in_old_wards(old)
        lines.append(line[0].upper() + line[1:])
    names = await in_reading(settings, lambda tx: staff_of_old_wards(tx, council))
    if names:
        line = staff_without_wards(names)
        lines.append(line[0].upper() + line[1:])
    now = WallClock().now()
    duties = await in_reading(settings, lambda tx: duties_of_old_wards(tx, council, now))
    if duties:
        line = duties_without_wards(duties)
        lines.append(line[0].upper() + line[1:])
    return "\n".join([*lines, *dated_warnings(council, now)])


@dataclass(frozen=True, slots=True)
class Compared:
    """A council's files beside what the bot has in force: why it could not take them up, if so, the
    consultations that they close before anybody can answer, and the dates without effect."""

    refused: str | None = None
    closed: tuple[Consultation, ...] = ()
    in_vain: tuple[InVain, ...] = ()


async def compared_with_the_bot(settings: Settings | None, council: Library) -> Compared:
    """What the bot with these settings would make of the files. Where there is no database to
    compare them with, every consultation that has closed by now may be a mistake."""
    now = WallClock().now()
    ended = (c for c in council.consultations.values() if phase(c, now) is Phase.CLOSED)
    alone = Compared(closed=tuple(ended))
    if settings is None or settings.council != council.council.slug:
        return alone
    database = Database(settings.database)
    file = file_of(database)
    if file is not None and not file.exists():
        return alone
    try:
        await another_council.check(database, settings.council)
        async with database.read() as tx:
            before = await worlds.check(tx, council, now)
            closed = await closed_by_file.would_close(tx, council, now)
            return Compared(closed=closed, in_vain=reload.in_vain(council, before, now))
    except OpenConsultationChanged as changed:
        return Compared(refused=consultation_already_open(changed))
    except NotOurs as why:
        return Compared(refused=str(why))
    except (migrations.SchemaMismatch, *DATABASE_AWAY):
        return alone
    finally:
        await database.close()


async def _outcome(settings: Settings, council: Library, wait: float) -> str:
    """What the bot did with the files. Raises CannotRun where it did not take them up."""
    if not await _may_run(settings):
        return "The files are good. No bot is running here; it reads them when it starts."
    until = time.monotonic() + wait
    while time.monotonic() < until:
        state = await in_reading(settings, reload.state)
        if state == reload.DONE and not await in_reading(settings, reload.read_others):
            return f"{council.council.name}: the edited files are in force."
        if state == reload.DONE:
            raise CannotRun(
                "The bot has read its own files, and they are not the ones checked here. "
                "Give the bot and this command the same WARDMOTE_CONTENT."
            )
        if state == reload.REFUSED:
            raise CannotRun(
                "The bot could not use the edited files, and keeps the ones it had. "
                "Its log says why."
            )
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    return "The files are good. A running bot reads them within a minute."


async def _may_run(settings: Settings) -> bool:
    """Whether a bot may be running: unknown, and so true, for a database server."""
    database = Database(settings.database)
    file = file_of(database)
    await database.close()
    return file is None or in_use(file)


def _in_words(changes: ConsultationChanges, council: Library) -> Iterator[str]:
    for what, slugs in (
        ("new", changes.new), ("changed", changes.changed), ("withdrawn", changes.withdrawn),
    ):  # fmt: skip
        if slugs:
            yield f"Consultations {what}: {', '.join(slugs)}."
    for slug, day in changes.moved:
        yield (
            f"{slug}: people were told that they would hear by {day.day} {day:%B %Y}. Nothing "
            "tells them that the day has moved; send them a message."
        )
    yield from _of_decisions(changes, council)
    for slug in changes.themes:
        yield (
            f"The theme {slug} is no longer in the files. People who chose it get news of every "
            "theme, or of the others they chose. Their choice counts again when it is back."
        )
    for slug in changes.stays:
        yield f"{slug} has opened, so it stays in force although its file is gone."
    for slug in changes.closing:
        yield closed_already(council.consultations[slug], council.council.timezone)
    for slug in (*changes.new, *changes.changed):
        if (line := too_short(council.consultations[slug], council.council.timezone)) is not None:
            yield line


def _of_decisions(changes: ConsultationChanges, council: Library) -> Iterator[str]:
    """What these edits do to what staff have decided, and where that stays."""
    for slug in changes.unapproved:
        yield (
            f"{slug}: its approval, or the request for it, no longer counts, as the file has "
            f"changed. It does not open. To ask again: wardmote consultation open {slug}"
        )
    for date in changes.in_vain:
        yield decided_otherwise(date, council.council.timezone)
