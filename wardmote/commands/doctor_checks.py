"""The doctor's checks of content, files, disk, database and staff."""

from __future__ import annotations

import asyncio
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content import library
from content.words import Words
from engagement.consultations.steering import Steering, steered
from engagement.operations.alarms import LEAST_BYTES, LEAST_SHARE, OLDEST_BACKUP
from engagement.staff.duties import Duty, hears
from engagement.staff.rights import Role, second_approvers
from storage import migrations
from storage.broadcasts import election_holds
from storage.consultations import steps
from storage.engine.database import Database, Transaction
from storage.operations import alarms
from storage.people import duty_holders
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.conversation import after_outage, set_aside
from usecases.operations import heartbeat, legal_hold, safeguarding, second_people
from usecases.operations.alarms import last_backup
from usecases.people.old_wards import duties_of_old_wards, people_in_old_wards, staff_of_old_wards
from wardmote.commands.cannot_run import (
    duties_without_wards,
    in_old_wards,
    not_opened,
    opens,
    owner_of,
    read_council_files,
    staff_without_wards,
)
from wardmote.service.forgotten_list import list_of, trouble_with, unknown_in
from wardmote.service.health import FRESH
from wardmote.service.lock import file_of, in_use
from wardmote.service.private_files import BEFORE, RESTORING, beside
from wardmote.service.settings import Settings

GOOD, LOOK, BAD = "good", "look", "bad"
LARGE_LOG = 64_000_000
"""Bytes. SQLite's log is emptied every minute, so a large one shows that this has stopped."""


GONE = (
    "its file has gone while a bot runs on it. Don't stop the bot: it holds the only copy. Put the "
    "file back, with those beside it, or copy it first: see docs/operations.md"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: ``GOOD``, ``LOOK`` or ``BAD``, what was checked, and what to do."""

    mark: str
    what: str
    line: str


SERVERS = Finding(LOOK, "backup", "this database is backed up by its server, with pg_dump")


def content(settings: Settings) -> Iterator[Finding]:
    """Whether the council's files can be loaded."""
    try:
        found = read_council_files(settings)
    except library.ContentError as wrong:
        yield Finding(BAD, "content", f"{wrong} Correct it, then run `wardmote content reload`.")
        return
    for warning in found.warnings:
        yield Finding(LOOK, "content", warning)
    if not found.council.contact.can_be_asked:
        line = "add a phone or an email in council.yaml; without one the bot refuses to start"
        yield Finding(BAD, "contact", line)
    if not found.council.safeguarding.is_complete:
        line = (
            "add day and out_of_hours under safeguarding in council.yaml; without both the bot "
            "refuses to start"
        )
        yield Finding(BAD if settings.is_real else LOOK, "safeguarding numbers", line)
    if not found.warnings:
        yield Finding(GOOD, "content", f"the files of {found.council.name} are good")


def files(settings: Settings, database: Database) -> Iterator[Finding]:
    """Permissions of this deployment's files, the size of the log, the lock, and free space."""
    file = file_of(database)
    forgotten = settings.forgotten or list_of(file)
    for path in (Path(".env"), file, forgotten):
        if path is not None and path.is_file():
            yield _permissions(path)
    if (why := trouble_with(forgotten)) is not None:
        line = f"the list cannot be written ({why}); make room, or check WARDMOTE_FORGOTTEN"
        yield Finding(BAD, "forgotten", line)
    elif unread := unknown_in(forgotten):
        line = (
            f"{unread} of its lines cannot be read, and are kept: they are damaged, or a later "
            "version wrote them. After a restore, whoever they name is not forgotten again"
        )
        yield Finding(LOOK, "forgotten", line)
    if file is None:
        return
    if not file.exists():
        yield Finding(BAD, "database", GONE if in_use(file) else Words().plain(migrations.NONE))
        return
    log = file.with_name(file.name + "-wal")
    size = log.stat().st_size if log.exists() else 0
    line = f"the database's log has {size:,} bytes"
    yield Finding(LOOK if size > LARGE_LOG else GOOD, "log", line)
    yield _lock(file)
    for folder in (*beside(file, BEFORE), *beside(file, RESTORING)):
        line = f"{folder.name} is left from a restore and holds people's answers; delete it"
        yield Finding(LOOK, "restored", line)
    yield _free_space(file)


def _permissions(path: Path) -> Finding:
    mode, owner = stat.S_IMODE(path.stat().st_mode), owner_of(path)
    if not opens(path):
        return Finding(BAD, path.name, not_opened(path))
    if mode & 0o007:
        line = f"every user of this machine can open it; run `chmod o-rwx {path.name}`"
        return Finding(BAD, path.name, line)
    return Finding(GOOD, path.name, f"its owner is {owner}, its mode {mode:04o}")


def _lock(file: Path) -> Finding:
    if in_use(file):
        return Finding(GOOD, "running", "a bot is running on this database")
    return Finding(LOOK, "running", "no bot is running on this database")


def _free_space(file: Path) -> Finding:
    usage = shutil.disk_usage(file.resolve().parent)
    line = f"{usage.free / 1e9:.1f} GB of {usage.total / 1e9:.1f} GB are free"
    if usage.free < LEAST_BYTES or usage.free < LEAST_SHARE * usage.total:
        return Finding(BAD, "disk", f"{line}; free some space today")
    return Finding(GOOD, "disk", line)


async def database_is_whole(database: Database) -> list[Finding]:
    """Whether the database is reachable, has this version's schema, and is undamaged."""
    try:
        await migrations.check(database)
    except migrations.SchemaMismatch as mismatch:
        what = "database" if mismatch.key == migrations.DAMAGED else "schema"
        return [Finding(BAD, what, Words().plain(mismatch.key))]
    if not database.is_sqlite:
        return [Finding(GOOD, "database", "it is reachable and has this version's schema")]
    if await database.quick_check():
        return [
            Finding(GOOD, "database", "it is reachable, undamaged, and has this version's schema")
        ]
    return [Finding(BAD, "database", Words().plain(migrations.DAMAGED))]


async def in_the_database(tx: Transaction, *, backs_up: bool) -> list[Finding]:
    """What the running bot has recorded: its last tick, its last contact with Telegram, its last
    backup, open alarms, updates set aside, held sends and a legal hold.

    ``backs_up`` is false for a server's database, which `wardmote backup` does not save."""
    now = datetime.now(UTC)
    found = [
        _fresh("clock looked at", await heartbeat.last_alive(tx), now, FRESH),
        _fresh("Telegram heard", await after_outage.last_heard(tx), now, FRESH),
        _fresh("backup", await last_backup(tx), now, OLDEST_BACKUP) if backs_up else SERVERS,
    ]
    for row in await alarms.ongoing(tx):
        what = Words().plain("alarm-what", kind=row.kind.value)
        do = Words().plain("alarm-do", kind=row.kind.value)
        found.append(Finding(BAD, "alarm", f"{what}, since {row.since:%Y-%m-%d %H:%M} UTC. {do}"))
    if aside := await set_aside.everything(tx):
        line = f"{len(aside)} updates are set aside; list them with `wardmote set-aside`"
        found.append(Finding(LOOK, "set aside", line))
    if await held_sends.held(tx) is not None:
        line = "all sends are held; see what waits with `wardmote sends show`"
        found.append(Finding(LOOK, "sends", line))
    found += await _held_by_an_election(tx, now)
    for hold in await legal_hold.held(tx):
        line = f"{hold.reference}, since {hold.since:%Y-%m-%d}: nothing is deleted by age"
        found.append(Finding(LOOK, "legal hold", line))
    return found


async def _held_by_an_election(tx: Transaction, now: datetime) -> list[Finding]:
    """Whether messages wait because of an election about which nobody can decide."""
    wards = {w for one in await election_holds.undecided(tx) for w in one.undecided_wards}
    everybody = await duty_holders.holders(tx, Duty.MONITORING_OFFICER)
    hearing = [h for h in everybody if hears(h, now)]
    nobodys = [w for w in sorted(wards) if not any(not h.wards or w in h.wards for h in hearing)]
    if not nobodys:
        return []
    line = (
        f"messages wait because of an election, and nobody can decide about {', '.join(nobodys)}; "
        "run `wardmote duty give`"
    )
    return [Finding(LOOK, "election", line)]


async def people_in_post(tx: Transaction, council: library.Library) -> list[Finding]:
    """Whether somebody receives alarms, and every board has a second person to approve sends."""
    everybody = await members.current_staff(tx)
    found = []
    if not any(m.role in (Role.OPERATOR, Role.ADMINISTRATOR) for m in everybody):
        line = "nobody receives alarms; run `wardmote invite --role operator`"
        found.append(Finding(LOOK, "operator", line))
    for board in council.boards:
        board_members = [m for m in everybody if m.role is Role.BOARD_MEMBER and m.own(board.wards)]
        if board_members and not second_approvers(board_members[0], everybody, board.wards):
            line = f"{board.slug} has no second person to approve its sends; invite one"
            found.append(Finding(LOOK, "board", line))
    found += await _without_a_second(tx, council)
    found += _reading_danger(await safeguarding.watch(tx, datetime.now(UTC)))
    return found or [
        Finding(GOOD, "people", "somebody receives alarms, and every board in use has two people")
    ]


async def _without_a_second(tx: Transaction, council: library.Library) -> list[Finding]:
    """Where one person alone can't have a file of answers, or open a consultation."""
    decided = await steps.steering_now(tx)
    consultations = [
        steered(one, decided.get(slug, Steering())) for slug, one in council.consultations.items()
    ]
    lacks = await second_people.lacking(
        tx, consultations, every_ward=council.wards.keys(), now=datetime.now(UTC)
    )
    found = []
    if lacks.files:
        line = (
            "fewer than two officers or administrators for all wards can be reached, so nobody can "
            "approve files of answers; run `wardmote invite --role officer`"
        )
        found.append(Finding(LOOK, "files", line))
    if lacks.openings:
        slugs = ", ".join(sorted(one.slug for one in lacks.openings))
        line = (
            "fewer than two officers or administrators can be reached whose roles cover its wards, "
            f"so nobody can approve the opening of {slugs}; run `wardmote invite --role officer`"
        )
        found.append(Finding(LOOK, "openings", line))
    return found


def _reading_danger(watch: safeguarding.DangerWatch) -> Iterator[Finding]:
    """Whether words of danger are read, and who hears of it if nobody can read them."""
    if watch.unread_since is not None:
        since = f"{watch.unread_since:%Y-%m-%d %H:%M} UTC"
        line = (
            f"words of danger have not been read since {since}; ask the people named to send /open "
            "(who they are: `wardmote safeguarding list`)"
        )
        yield Finding(BAD, "safeguarding", line)
    if watch.nobody_hears:
        line = (
            "nobody reads words of danger: nobody is named who can be reached; name two people "
            "with `wardmote safeguarding name`"
        )
        yield Finding(LOOK, "safeguarding", line)
    elif watch.too_few_hear:
        line = (
            "fewer than two people read words of danger and can be reached; "
            "run `wardmote safeguarding list`"
        )
        yield Finding(LOOK, "safeguarding", line)
    if watch.no_administrator:
        line = (
            "there is no administrator, who gets words of danger when nobody is named; run "
            "`wardmote invite --role administrator`"
        )
        yield Finding(LOOK, "administrator", line)


async def wards_of_people(tx: Transaction, council: library.Library) -> list[Finding]:
    """How many people have a ward that is no longer in force, as far as it may be shown, and which
    staff have no other."""
    found = await people_in_old_wards(tx, council)
    lines = [] if found is None else [in_old_wards(found)]
    if names := await staff_of_old_wards(tx, council):
        lines.append(staff_without_wards(names))
    if names := await duties_of_old_wards(tx, council, datetime.now(UTC)):
        lines.append(duties_without_wards(names))
    return [Finding(LOOK, "wards", line) for line in lines]


def _fresh(what: str, last: datetime | None, now: datetime, longest: timedelta) -> Finding:
    if last is None:
        return Finding(LOOK, what, "never yet")
    line = f"last at {last:%Y-%m-%d %H:%M:%S} UTC"
    # abs(): after a clock was set back, the last time may be in the future.
    if abs(now - last) > longest:
        return Finding(BAD, what, f"{line}; check the log, and whether the bot is running")
    return Finding(GOOD, what, line)


async def in_a_thread(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """The findings of ``check``, which reads files, without blocking the event loop."""
    return await asyncio.to_thread(lambda: [*check()])
