"""What the doctor looks at on this machine: settings, files, disk and database."""

from __future__ import annotations

import asyncio
import fcntl
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content import library
from content.words import Words
from engagement.operations.alarms import LEAST_BYTES, LEAST_SHARE, OLDEST_BACKUP
from engagement.staff.rights import Role, second_people
from storage import migrations
from storage.engine.database import Database, Transaction
from storage.operations import alarms
from storage.staff import members
from usecases.broadcasts import holding
from usecases.conversation import after_gap, set_aside
from usecases.operations import ticks
from usecases.operations.alarms import last_backup
from wardmote.service.health import FRESH
from wardmote.service.lock import file_of, list_of
from wardmote.service.settings import Settings

GOOD, LOOK, BAD = "good", "look", "bad"
LARGE_LOG = 64_000_000
"""Bytes. The log beside the database is emptied every minute: a large one shows that it is not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: how it is (``GOOD``, ``LOOK`` or ``BAD``), of what, and what to do."""

    mark: str
    what: str
    line: str


SERVERS = Finding(LOOK, "backup", "backups of a server's database are the server's")


def content(settings: Settings) -> Iterator[Finding]:
    """The council's files."""
    try:
        found = library.load(settings.content or library.council_directory(settings.council))
    except library.ContentError as wrong:
        yield Finding(BAD, "content", f"{wrong} Mend it, then `wardmote content reload`.")
        return
    for warning in found.warnings:
        yield Finding(LOOK, "content", warning)
    if not found.warnings:
        yield Finding(GOOD, "content", f"the files of {found.council.name} are good")


def files(settings: Settings, database: Database) -> Iterator[Finding]:
    """Who may read and write what lies on this machine."""
    file = file_of(database)
    forgotten = settings.forgotten or list_of(file)
    for path in (Path(".env"), file):
        if path is not None and path.exists():
            yield _closed(path)
    if not _can_be_added_to(forgotten):
        yield Finding(BAD, "forgotten", "the list cannot be written; see WARDMOTE_FORGOTTEN")
    if file is None:
        return
    if not file.exists():
        yield Finding(BAD, "database", "there is no database; run `wardmote migrate`")
        return
    log = file.with_name(file.name + "-wal")
    size = log.stat().st_size if log.exists() else 0
    line = f"the log beside the database has {size:,} bytes"
    yield Finding(LOOK if size > LARGE_LOG else GOOD, "log", line)
    yield Finding(*_held(file))
    yield _room(file)


def _closed(path: Path) -> Finding:
    mode, owner = stat.S_IMODE(path.stat().st_mode), _owner(path)
    if mode & 0o007:
        line = f"everybody on this machine may open it; `chmod o-rwx {path.name}`"
        return Finding(BAD, path.name, line)
    return Finding(GOOD, path.name, f"it belongs to {owner}, mode {mode:04o}")


def _owner(path: Path) -> str:
    try:
        return path.owner()
    except KeyError:
        # In a container a bot may run as a number that has no name there.
        return f"number {path.stat().st_uid}"


def _can_be_added_to(path: Path) -> bool:
    try:
        if not path.exists():
            return path.resolve().parent.is_dir()
        with path.open("a"):
            return True
    except OSError:
        return False


def _held(file: Path) -> tuple[str, str, str]:
    """Whether a bot runs on it. The lock is tried and given back at once."""
    lock = file.with_name(file.name + ".lock")
    if lock.exists():
        with lock.open() as held:
            try:
                fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return GOOD, "running", "a bot runs on this database"
    return LOOK, "running", "no bot runs on this database"


def _room(file: Path) -> Finding:
    usage = shutil.disk_usage(file.resolve().parent)
    line = f"{usage.free / 1e9:.1f} GB of {usage.total / 1e9:.1f} GB are free"
    if usage.free < LEAST_BYTES or usage.free < LEAST_SHARE * usage.total:
        return Finding(BAD, "disk", f"{line}; make room today")
    return Finding(GOOD, "disk", line)


async def database_is_whole(database: Database) -> list[Finding]:
    """Reachable, of this version, and sound."""
    try:
        await migrations.check(database)
    except migrations.SchemaMismatch as mismatch:
        return [Finding(BAD, "schema", Words().plain(mismatch.key))]
    if not database.is_sqlite:
        return [Finding(GOOD, "database", "it is reachable and of this version")]
    if await database.quick_check():
        return [Finding(GOOD, "database", "it is reachable, of this version, and sound")]
    return [Finding(BAD, "database", "it is damaged; stop the bot and restore a backup")]


async def in_the_database(tx: Transaction, *, backs_up: bool) -> list[Finding]:
    """What the running bot has left there: when it last looked and heard, alarms, people.

    ``backs_up`` is false for a server's database, which `wardmote backup` does not save."""
    now = datetime.now(UTC)
    found = [
        _fresh("clock looked at", await ticks.last_alive(tx), now, FRESH),
        _fresh("Telegram heard", await after_gap.last_heard(tx), now, FRESH),
        _fresh("backup", await last_backup(tx), now, OLDEST_BACKUP) if backs_up else SERVERS,
    ]
    for row in await alarms.standing(tx):
        what = Words().plain("alarm-what", kind=row.kind.value)
        do = Words().plain("alarm-do", kind=row.kind.value)
        found.append(Finding(BAD, "alarm", f"{what}, since {row.since:%Y-%m-%d %H:%M} UTC. {do}"))
    if aside := await set_aside.everything(tx):
        line = f"{len(aside)} updates are set aside; `wardmote set-aside` lists them"
        found.append(Finding(LOOK, "set aside", line))
    if await holding.held(tx) is not None:
        line = "nothing is sent until somebody lets it go; `wardmote sends show`"
        found.append(Finding(LOOK, "sends", line))
    return found


async def people_in_post(tx: Transaction, council: library.Library) -> list[Finding]:
    """Somebody to be told, and a second person for every board."""
    everybody = await members.in_post(tx)
    found = []
    if not any(m.role in (Role.OPERATOR, Role.ADMINISTRATOR) for m in everybody):
        line = "nobody is told of alarms; `wardmote invite --role operator`"
        found.append(Finding(LOOK, "operator", line))
    for board in council.boards:
        board_members = [m for m in everybody if m.role is Role.BOARD_MEMBER and m.own(board.wards)]
        if board_members and not second_people(board_members[0], everybody, board.wards):
            line = f"{board.slug} has no second person for the second yes; invite one"
            found.append(Finding(LOOK, "board", line))
    return found or [Finding(GOOD, "people", "somebody is told of alarms, and boards have two")]


def _fresh(what: str, last: datetime | None, now: datetime, longest: timedelta) -> Finding:
    if last is None:
        return Finding(LOOK, what, "never yet")
    line = f"last at {last:%Y-%m-%d %H:%M:%S} UTC"
    # A clock set back would make "lately" last for ever.
    if abs(now - last) > longest:
        return Finding(BAD, what, f"{line}; look at the log, and whether the bot runs")
    return Finding(GOOD, what, line)


async def in_a_thread(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """Look at files without holding up the rest."""
    return await asyncio.to_thread(lambda: [*check()])
