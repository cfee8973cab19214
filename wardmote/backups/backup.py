"""`wardmote backup`: saves a council's data in one checked file while the bot runs."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import re
import shlex
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from content import library
from content.words import Words
from engagement.operations.database_outage import DatabaseOutage
from storage import migrations
from storage.engine import copying
from storage.engine.copying import CannotBeCopied, NoDatabase
from storage.engine.database import DATABASE_AWAY, Database
from storage.engine.emptied import is_emptied
from storage.operations import deployment
from usecases.operations.alarms import LAST_BACKUP
from usecases.operations.council_of_deployment import SLUG
from wardmote.backups import archive
from wardmote.backups.archive import COUNCIL, DATABASE, FORGOTTEN, Manifest
from wardmote.service.another_council import database_of_another
from wardmote.service.forgotten_list import copied, list_of
from wardmote.service.lock import file_of
from wardmote.service.private_files import CannotBeWritten
from wardmote.service.settings import Settings
from wardmote.service.version import version

OURS = re.compile(r"wardmote-\d{8}T\d{6}Z\.tar")
OF_PG_DUMP = ("sslmode", "host", "port", "user", "passfile", "service", "target_session_attrs")
HALF = ".wardmote-half-"
SECONDS_BETWEEN_LINES = 2.0

Say = Callable[[str], None]


class CannotBackUp(Exception):
    """Why no backup was made, in one line."""


async def backup(settings: Settings, *, to: Path | None, keep: int | None, say: Say) -> Path:
    """Save everything in a new file in the folder ``to``, and return it. Raises CannotBackUp.

    The bot may be running. The file has another name until it is complete, on the disk and
    checked. Of the backups in the folder the newest ``keep`` stay; None keeps all.
    """
    database = Database(settings.database)
    try:
        source = _file(database)
        folder = to or source.with_name("backups")
        with _file_errors_explained(folder, source), _room(folder) as room:
            made_at, target = await _new_name(folder)
            await asyncio.to_thread(_check_council, settings, source)
            files = await asyncio.to_thread(_collect, settings, source, room, say)
            manifest = await asyncio.to_thread(_manifest, settings, files, made_at)
            await asyncio.to_thread(_write, target, files, manifest, room, say)
            await _record(database, made_at)
            await asyncio.to_thread(_delete_old, folder, keep, target, settings.council, say)
    finally:
        await database.close()
    return target


def _check_council(settings: Settings, source: Path) -> None:
    """Raise CannotBackUp for a database of another council."""
    other = copying.fact_in(source, SLUG)
    if other not in (None, settings.council):
        why = database_of_another(other, settings.council)
        raise CannotBackUp(f"No backup was made. {why}")


async def _new_name(folder: Path) -> tuple[datetime, Path]:
    """Its time and its file, named by that second. If the name is taken, wait one second."""
    while True:
        made_at = datetime.now(UTC).replace(microsecond=0)
        target = folder / f"wardmote-{made_at:%Y%m%dT%H%M%SZ}.tar"
        if not target.exists():
            return made_at, target
        await asyncio.sleep(0.1)


def _file(database: Database) -> Path:
    source = file_of(database)
    if source is None:
        raise CannotBackUp(
            "PostgreSQL databases are backed up by their own tool: "
            f"umask 077; pg_dump --format=custom --file=wardmote.dump {_for_pg_dump(database)} "
            "(it asks for the password, or reads it from ~/.pgpass). Save the list of forgotten "
            "residents (WARDMOTE_FORGOTTEN) and the council's files with it."
        )
    if not source.exists():
        raise CannotBackUp(f"No backup was made. {Words().plain(migrations.NONE)}")
    if is_emptied(database):
        raise CannotBackUp(
            "No backup was made: the database file is empty, so it is damaged. Stop the bot, and "
            "restore the newest backup."
        )
    return source


def _for_pg_dump(database: Database) -> str:
    """The database's address as pg_dump takes it in a shell, without any password."""
    url = database.url._replace(drivername="postgresql", password=None)
    url = url.difference_update_query([name for name in url.query if name not in OF_PG_DUMP])
    if "ssl" in database.url.query:
        url = url.update_query_dict({"sslmode": database.url.query["ssl"]})
    return shlex.quote(url.render_as_string())


@contextmanager
def _file_errors_explained(folder: Path, source: Path) -> Iterator[None]:
    try:
        yield
    except CannotBeWritten as wrong:
        raise CannotBackUp(f"No backup was made: {wrong}") from None
    except (CannotBeCopied, NoDatabase, archive.InvalidBackup) as wrong:
        if getattr(wrong, "outage", None) in (DatabaseOutage.FULL, DatabaseOutage.BROKEN):
            raise _full(folder, source) from None
        raise CannotBackUp(f"No backup was made: {wrong}.") from None
    except OSError as wrong:
        if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(folder, source) from None
        raise CannotBackUp(
            f"No backup was made: {folder} cannot be used ({wrong.strerror})."
        ) from None


def _full(folder: Path, source: Path) -> CannotBackUp:
    needed = 2 * copying.size_of(source) / 1e6
    return CannotBackUp(
        f"No backup was made: there is too little space in {folder}. It needs about "
        f"{max(1, round(needed))} MB while it is made. Nothing was left there."
    )


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """A private folder inside ``folder`` for an unfinished backup, removed at the end. What a
    killed backup left is removed first. Only one backup at a time is made in a folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotBackUp(f"Another backup is being made in {folder}.") from None
        for leftover in folder.glob(f"{HALF}*"):
            if leftover.is_symlink():
                leftover.unlink()
            else:
                shutil.rmtree(leftover)
        with tempfile.TemporaryDirectory(prefix=HALF, dir=folder) as room:
            yield Path(room)
    finally:
        os.close(handle)


def _collect(settings: Settings, source: Path, room: Path, say: Say) -> dict[str, Path]:
    """Every file of the backup by its name in it."""
    copy = room / DATABASE
    with _progress("Copying the database", copying.size_of(source), say) as progress:
        copying.copy_into(source, copy, progress=progress.now)
    copy.chmod(0o600)
    copying.check_integrity(copy)
    files = {DATABASE: copy, FORGOTTEN: room / FORGOTTEN}
    # After the copy, so that everybody forgotten before it is on this list.
    forgotten = settings.forgotten or list_of(source)
    files[FORGOTTEN].write_bytes(copied(forgotten))
    folder = council_folder(settings)
    if (slug := library.slug_in(folder)) not in (None, settings.council):
        say(f"The files in {folder} are those of {slug}, so they are left out.")
        return files
    return files | {f"{COUNCIL}/{name}": path for name, path in _of_the_council(folder, say)}


def _of_the_council(folder: Path, say: Say) -> Iterator[tuple[str, Path]]:
    """The council's files by name. A link may lead to anything this user can read, such as the
    token, and hidden files are a program's, such as .env or those in .git: both are left out."""
    for inside, folders, names in os.walk(folder):
        within = Path(inside)
        for name in sorted([*names, *folders]):
            path = within / name
            shown = path.relative_to(folder).as_posix()
            if name.startswith("."):
                say(f"{shown} is hidden, so it is left out.")
            elif path.is_symlink():
                say(f"{shown} is a link, so it is left out.")
            elif path.is_file():
                yield shown, path
        folders[:] = [name for name in sorted(folders) if not name.startswith(".")]


def _manifest(settings: Settings, files: dict[str, Path], made_at: datetime) -> Manifest:
    return Manifest(
        wardmote=version(),
        made_at=made_at,
        schema_revision=copying.revision_of(files[DATABASE]),
        council=settings.council,
        rows=copying.rows_in(files[DATABASE]),
        files={name: archive.checksum_of(path) for name, path in files.items()},
    )


def _write(target: Path, files: dict[str, Path], manifest: Manifest, room: Path, say: Say) -> None:
    """Write the file; it gets its own name once it is on the disk and was read back."""
    half = room / target.name
    with _progress(
        "Writing the backup", sum(k.size for k in manifest.files.values()), say
    ) as progress:
        archive.write(half, files, manifest, progress.more)
    archive.check(half, manifest)
    half.rename(target)
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


async def _record(database: Database, made_at: datetime) -> None:
    """Record the backup in the database, for alarms and the doctor. It is complete without that."""
    try:
        async with database.write() as tx:
            await deployment.remember(tx, LAST_BACKUP, made_at.isoformat())
    except DATABASE_AWAY:
        return


def _delete_old(folder: Path, keep: int | None, made: Path, council: str, say: Say) -> None:
    """Delete all of this council's backups but ``made`` and the newest others. Its name does not
    prove it the newest: another may have a later time, from when this machine's clock was ahead.
    Each is named. Where one cannot be deleted, the backup is made all the same."""
    if keep is not None:
        others = [path for path in sorted(folder.iterdir()) if _is_ours(path, council, say)]
        others = sorted((path for path in others if path.name != made.name), reverse=True)
        for path in others[keep - 1 :]:
            try:
                path.unlink()
            except OSError as wrong:
                say(f"{path.name} is older and could not be deleted ({wrong.strerror}).")
            else:
                say(f"{path.name} is older, and was deleted.")


def _is_ours(path: Path, council: str, say: Say) -> bool:
    """Whether it is a backup of this council. One that cannot be read may be another's: it is
    named, and left there."""
    if not OURS.fullmatch(path.name):
        return False
    try:
        return archive.manifest_of(path).council == council
    except (archive.InvalidBackup, OSError):
        say(f"{path.name} cannot be read as a backup, so it was left there.")
        return False


class _progress:  # noqa: N801 (it is used as a context manager)
    """Prints the percentage done every two seconds, so nothing for quick work."""

    def __init__(self, what: str, size: int, say: Say) -> None:
        self._what, self._size, self._say = what, max(1, size), say
        self._done, self._said = 0, time.monotonic()

    def __enter__(self) -> _progress:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def more(self, size: int) -> None:
        """``size`` more bytes are done."""
        self.now(self._done + size)

    def now(self, done: int) -> None:
        """``done`` bytes are done in all."""
        self._done = done
        if time.monotonic() - self._said >= SECONDS_BETWEEN_LINES:
            self._said = time.monotonic()
            self._say(f"{self._what}: {min(99, 100 * self._done // self._size)}%")


def council_folder(settings: Settings) -> Path:
    """The folder of the council's files in force."""
    return settings.content or library.council_directory(settings.council)
