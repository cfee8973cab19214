"""`wardmote restore`: replaces the database by a checked backup, and holds all sends."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from content.library import Library
from content.words import Words
from storage import migrations
from storage.engine import copying
from storage.engine.copying import NoDatabase
from storage.engine.database import Database
from usecases.broadcasts import held_sends
from usecases.operations.council_of_deployment import SLUG
from usecases.people import after_restore, leave
from usecases.people.after_restore import AppliedAgain
from usecases.release import register
from usecases.world import DATABASE_AWAY, World, outage_of
from wardmote.backups import archive
from wardmote.backups.archive import DATABASE, FORGOTTEN, InvalidBackup, Manifest
from wardmote.backups.backup import council_folder
from wardmote.service.another_council import database_of_another
from wardmote.service.clock import WallClock
from wardmote.service.forgotten_lines import Listed, lines_of, parsed
from wardmote.service.forgotten_list import decoded, encoded, list_of, listed_in
from wardmote.service.guarded_numbers import about
from wardmote.service.lock import AlreadyRunning, file_of, sole_user
from wardmote.service.private_files import BEFORE, RESTORING, CannotBeWritten, delete_leftovers, put
from wardmote.service.settings import Settings

LONGEST_NAME = 60
"""Letters of a council's name in a backup that are shown: the file may come from anybody."""

DECISIONS_UNDONE = (
    "Decisions about consultations since that backup are undone: openings, pauses, earlier or "
    "later closes, and withdrawals. To see what is in force, run: wardmote consultation list"
)


class CannotRestore(Exception):
    """Why nothing was restored, in one line. The database is as it was."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored. ``aside`` is the folder with the former database, if there was one."""

    made_at: datetime
    rows: dict[str, int]
    aside: Path | None
    forgotten: int
    again: AppliedAgain
    council_differs: bool
    listed: Path
    listed_at: datetime | None
    """When the list that was here was last written; None if there was none."""


async def restore(settings: Settings, council: Library, *, file: Path) -> Restored:
    """Replace the database by the backup ``file``. Raises CannotRestore.

    The restored database is made next to the present one, and replaces it in one step. Before
    that, everybody on the list of the forgotten, here or in the backup, is forgotten in it.
    """
    database = Database(settings.database)
    await database.close()
    target = file_of(database)
    if target is None:
        raise CannotRestore(
            "PostgreSQL databases are restored by their own tool: pg_restore --clean --dbname=... "
            "wardmote.dump. Stop the bot first, keep the newest list of forgotten residents "
            "(WARDMOTE_FORGOTTEN) in its place, and run `wardmote sends hold` before the bot "
            f"starts again. {DECISIONS_UNDONE}"
        )
    if not await asyncio.to_thread(file.is_file):
        raise CannotRestore(f"There is no file {file}.")
    try:
        with (
            sole_user(target),
            tempfile.TemporaryDirectory(
                prefix=f"{target.name}{RESTORING}", dir=target.parent
            ) as room,
        ):
            delete_leftovers(target, but=Path(room))
            return await _restore(settings, file, target, council, Path(room))
    except (AlreadyRunning, CannotBeWritten) as why:
        raise CannotRestore(str(why)) from None
    except migrations.SchemaMismatch as mismatch:
        raise CannotRestore(f"{file.name}: {Words().plain(mismatch.key)}") from None
    except (InvalidBackup, NoDatabase) as why:
        raise CannotRestore(f"{file.name} isn't a complete Wardmote backup: {why}.") from None
    except OSError as error:
        where = target.parent
        raise CannotRestore(f"Nothing was restored: {error.strerror} ({where}).") from None
    except DATABASE_AWAY as error:
        what = outage_of(error) or type(error).__name__
        raise CannotRestore(
            f"Nothing was restored: the backup could not be prepared ({what})."
        ) from None


def rows_in_words(done: Restored, council: Library) -> str:
    """How much each table holds: most rows are of one person each, so no number is exact."""
    limits = council.council.thresholds
    return ", ".join(f"{about(number, limits)} {table}" for table, number in done.rows.items())


def applied_again(done: Restored, council: Library) -> list[str]:
    """What of the list was applied again, as lines to print; numbers of residents as elsewhere."""
    lines = []
    if done.forgotten:
        number = about(done.forgotten, council.council.thresholds)
        lines.append(f"Residents forgotten again, from the list: {number}.")
    if done.again.leaving:
        number = about(done.again.leaving, council.council.thresholds)
        lines.append(f"To be forgotten when it closes, as they chose since: {number}.")
    if done.again.stopped:
        number = about(done.again.stopped, council.council.thresholds)
        lines.append(f"Get no messages, as they chose since with /stop: {number}.")
    if done.again.roles:
        lines.append(f"Roles of staff ended again: {done.again.roles}.")
    if done.again.duties:
        lines.append(f"Duties of staff ended again: {done.again.duties}.")
    if done.again.equality:
        number = about(done.again.equality, council.council.thresholds)
        lines.append(f"What residents said of themselves, deleted again as they chose: {number}.")
    return lines


def about_the_list(done: Restored) -> str:
    """How new the list of the forgotten was, which alone says who left since the backup."""
    if done.listed_at is None:
        return (
            f"No list of forgotten residents was found at {done.listed}, so the backup's own is "
            "used. Anyone who asked to be forgotten, or sent /stop, since the backup was made is "
            "back. If you have a newer list, put it there and restore again, before anything is "
            "sent."
        )
    return (
        f"The list of forgotten residents at {done.listed} was used. It was last written at "
        f"{done.listed_at:%Y-%m-%d %H:%M} (UTC)."
    )


def files_lost(folder: Path, file: Path) -> str | None:
    """What to do where the council's files are missing: the backup holds them. None if they are
    there."""
    if folder.exists():
        return None
    return (
        f"{folder}, the folder of the council's files, isn't there. The backup holds them. As "
        f"root: mkdir -p {folder} && tar -xf {file} --strip-components=1 -C {folder} "
        f"{archive.COUNCIL} && chmod -R a+rX {folder}. Then restore again."
    )


async def _restore(
    settings: Settings, file: Path, target: Path, council: Library, room: Path
) -> Restored:
    forgotten, council_name = settings.forgotten or list_of(target), settings.council
    here = await asyncio.to_thread(copying.fact_in, target, SLUG)
    if here not in (None, council_name):
        why = database_of_another(here, council_name)
        raise CannotRestore(f"Nothing was restored. {why}")
    written = await asyncio.to_thread(_written_at, forgotten)
    made_for = (await asyncio.to_thread(archive.manifest_of, file)).council
    if made_for != council_name:
        raise CannotRestore(
            f"Nothing was restored: {file.name} is a backup of another council, "
            f"{made_for[:LONGEST_NAME]!r}. WARDMOTE_COUNCIL is {council_name!r}."
        )
    manifest = await asyncio.to_thread(archive.extract, file, room)
    staged = room / DATABASE
    await asyncio.to_thread(_check, staged, manifest)
    listed = listed_in(forgotten).merged(parsed(decoded((room / FORGOTTEN).read_bytes())))
    number, again = await _prepare(staged, manifest, listed, council, file.name)
    # The list first: it may name more people than the database has forgotten, never fewer.
    put(forgotten, encoded(lines_of(listed)))
    aside = await asyncio.to_thread(_put_in_place, staged, target, room)
    return Restored(
        manifest.made_at,
        manifest.rows,
        aside,
        number,
        again,
        _council_differs(manifest, council_folder(settings)),
        forgotten,
        written,
    )


def _written_at(file: Path) -> datetime | None:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC) if file.exists() else None


def _check(staged: Path, manifest: Manifest) -> None:
    copying.check_integrity(staged)
    if differing := copying.differences(staged, manifest.rows):
        raise InvalidBackup(f"the number of rows in {', '.join(differing)} is not what was saved")


async def _prepare(
    staged: Path, manifest: Manifest, listed: Listed, council: Library, name: str
) -> tuple[int, AppliedAgain]:
    """Update the schema, forget residents again, apply what else is listed, hold all sends. Returns
    the number forgotten, and what else had been undone."""
    database = Database(f"sqlite+aiosqlite:///{staged}")
    clock = WallClock()
    world = World(council, clock.now, clock.sleep, lambda: secrets.randbits(63))
    try:
        await migrations.upgrade(database)
        async with database.write() as tx:
            number = await leave.forget_again(tx, world, listed.forgotten)
            again = await after_restore.apply_again(tx, world, listed.others)
            await register.put_back(tx, listed.others)
            why = f"restored from {name}, made at {manifest.made_at:%Y-%m-%d %H:%M} (UTC)"
            await held_sends.hold(tx, world, why)
        # So that no byte about those forgotten again stays in the file.
        await database.rewrite()
        await database.truncate_log()
    finally:
        await database.close()
    return number, again


def _put_in_place(staged: Path, target: Path, room: Path) -> Path | None:
    """Replace the target by the staged file in one step.

    Returns the folder with the former database, if there was one.
    """
    _merge_log(target)
    former = [p for p in _with_its_log(target) if p.exists()]
    aside = None
    if former:
        number = datetime.now().astimezone().strftime("%Y%m%dT%H%M%S")
        aside = target.with_name(f"{target.name}{BEFORE}{number}-{room.name[-4:]}")
        aside.mkdir(mode=0o700)
        for path in former:
            if path == target:
                # A link or a copy, so that there is a database here until the next step.
                _link_or_copy(path, aside / path.name)
            else:
                path.rename(aside / path.name)
    staged.chmod(0o600)
    staged.replace(target)
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return aside


def _with_its_log(target: Path) -> list[Path]:
    return [target, *(target.with_name(target.name + end) for end in ("-wal", "-shm"))]


def _merge_log(target: Path) -> None:
    """Write the former database's log into its file, where that is possible."""
    if target.exists():
        with suppress(sqlite3.Error):
            copying.checkpoint_log(target)


def _link_or_copy(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:
        shutil.copy2(path, name)


def _council_differs(manifest: Manifest, here: Path) -> bool:
    """Whether the council's files in the backup differ from those in force here."""
    then = {n: kept for n, kept in manifest.files.items() if n.startswith(f"{archive.COUNCIL}/")}
    now = {
        f"{archive.COUNCIL}/{path.relative_to(here).as_posix()}": archive.checksum_of(path)
        for path in here.rglob("*")
        if path.is_file() and not path.is_symlink() and not _is_hidden(path.relative_to(here))
    }
    return then != now


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
