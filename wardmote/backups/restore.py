"""Putting a backup in the database's place: checked first, nothing deleted, all sends held."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from content.library import Library
from content.words import Words
from storage import migrations
from storage.engine import copying
from storage.engine.copying import NoDatabase
from storage.engine.database import Database
from usecases.broadcasts import holding
from usecases.people import leave
from usecases.world import DATABASE_AWAY, World, trouble_of
from wardmote.backups import archive
from wardmote.backups.archive import DATABASE, FORGOTTEN, Manifest, NoBackup
from wardmote.backups.backup import council_folder
from wardmote.service.clock import WallClock
from wardmote.service.lock import (
    AlreadyRunning,
    CannotBeWritten,
    file_of,
    forgotten_ids,
    list_of,
    sole_user,
)
from wardmote.service.private_files import put
from wardmote.service.settings import Settings


class CannotRestore(Exception):
    """Why not, in one line; what stood there stands there still."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place. ``aside`` is where that which stood there lies now, if any did."""

    made_at: datetime
    rows: dict[str, int]
    aside: Path | None
    forgotten: int
    council_differs: bool


async def restore(settings: Settings, council: Library, *, file: Path) -> Restored:
    """Put the backup ``file`` in the place of the database. Raises CannotRestore.

    What is made of it is made beside the database and takes its place in one step. Whoever was
    forgotten, by the list here or in the backup, is forgotten in it before that.
    """
    database = Database(settings.database)
    await database.close()
    target = file_of(database)
    if target is None:
        raise CannotRestore(
            "On PostgreSQL its own tool restores: pg_restore --clean --dbname=... wardmote.dump. "
            "Stop the bot first, keep the newest list of the forgotten (WARDMOTE_FORGOTTEN) in its "
            "place, and run `wardmote sends hold` before the bot starts again."
        )
    if not await asyncio.to_thread(file.is_file):
        raise CannotRestore(f"There is no file {file}.")
    forgotten = settings.forgotten or list_of(target)
    try:
        with (
            sole_user(target),
            tempfile.TemporaryDirectory(
                prefix=f"{target.name}.restoring-", dir=target.parent
            ) as room,
        ):
            _swept(target, Path(room))
            folder = council_folder(settings)
            return await _restored(file, target, forgotten, council, Path(room), folder)
    except (AlreadyRunning, CannotBeWritten) as why:
        raise CannotRestore(str(why)) from None
    except migrations.SchemaMismatch as mismatch:
        raise CannotRestore(f"{file.name}: {Words().plain(mismatch.key)}") from None
    except (NoBackup, NoDatabase) as why:
        raise CannotRestore(f"{file.name} is no whole backup of Wardmote's: {why}.") from None
    except OSError as trouble:
        where = target.parent
        raise CannotRestore(f"Nothing was restored: {trouble.strerror} ({where}).") from None
    except DATABASE_AWAY as trouble:
        what = trouble_of(trouble) or type(trouble).__name__
        raise CannotRestore(f"Nothing was restored: it could not be made ready ({what}).") from None


async def _restored(
    file: Path, target: Path, forgotten: Path, council: Library, room: Path, folder: Path
) -> Restored:
    manifest = await asyncio.to_thread(archive.take_out, file, room)
    staged = room / DATABASE
    await asyncio.to_thread(_check, staged, manifest)
    union = forgotten_ids(forgotten) | forgotten_ids(room / FORGOTTEN)
    again = await _made_ready(staged, manifest, union, council, file.name)
    # The list first: it may name more than the database needs, never less.
    put(forgotten, "".join(f"{number}\n" for number in sorted(union)).encode())
    aside = await asyncio.to_thread(_put_in_place, staged, target, room)
    return Restored(
        manifest.made_at, manifest.rows, aside, again, _council_differs(manifest, folder)
    )


def _swept(target: Path, room: Path) -> None:
    """Delete what a restore that was killed had taken out of its backup."""
    for left in target.parent.glob(f"{target.name}.restoring-*"):
        if left != room:
            shutil.rmtree(left)


def _check(staged: Path, manifest: Manifest) -> None:
    copying.check_whole(staged)
    if differing := copying.differences(staged, manifest.rows):
        raise NoBackup(f"the rows of {', '.join(differing)} are not as many as were saved")


async def _made_ready(
    staged: Path, manifest: Manifest, union: frozenset[int], council: Library, name: str
) -> int:
    """Bring the schema up, forget again, hold all sends; how many had to be forgotten again."""
    database = Database(f"sqlite+aiosqlite:///{staged}")
    clock = WallClock()
    world = World(council, clock.now, clock.sleep, lambda: secrets.randbits(63))
    try:
        await migrations.upgrade(database)
        async with database.write() as tx:
            again = await leave.forget_again(tx, world, union)
            why = f"restored from {name}, made at {manifest.made_at:%Y-%m-%d %H:%M} (UTC)"
            await holding.hold(tx, world, why)
        # No byte of those who were forgotten again stays in the file.
        await database.rewrite()
        await database.truncate_log()
    finally:
        await database.close()
    return again


def _put_in_place(staged: Path, target: Path, room: Path) -> Path | None:
    """The staged file takes the target's name in one step; what stood there lies aside."""
    _log_moved_in(target)
    there = [p for p in _with_its_log(target) if p.exists()]
    aside = None
    if there:
        number = datetime.now().astimezone().strftime("%Y%m%dT%H%M%S")
        aside = target.with_name(f"{target.name}.before-{number}-{room.name[-4:]}")
        aside.mkdir(mode=0o700)
        for path in there:
            if path == target:
                # Both names until the next step, so that there is a database at every moment.
                _linked(path, aside / path.name)
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


def _log_moved_in(target: Path) -> None:
    """Move what stands in the old database's log into its file, where that can be done."""
    if target.exists():
        with suppress(sqlite3.Error):
            copying.log_moved_in(target)


def _linked(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:
        shutil.copy2(path, name)


def _council_differs(manifest: Manifest, here: Path) -> bool:
    """Whether the council's files of that day are others than those in force here."""
    then = {n: kept for n, kept in manifest.files.items() if n.startswith(f"{archive.COUNCIL}/")}
    now = {
        f"{archive.COUNCIL}/{path.relative_to(here).as_posix()}": archive.sum_of(path)
        for path in here.rglob("*")
        if path.is_file()
    }
    return then != now
