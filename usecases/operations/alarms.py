"""Alarms kept and told: each once when it begins and once when it is over, restarts included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engagement.broadcasts.delivery import Reach
from engagement.operations.alarms import Alarm, Readings, is_same, standing
from engagement.staff.rights import told_of_alarms
from storage.conversation import inbox
from storage.operations import alarms, deployment
from storage.operations.alarms import AlarmRow as AlarmRow
from usecases.broadcasts import holding
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World

LAST_BACKUP = "backed-up-at"
"""The fact that says when a copy was last made whole."""
DEPLOYED = "deployed"
"""The fact that says since when this deployment has been looked after."""
TOO_LATE = timedelta(days=1)
"""What was over before anybody could be told is told no more after so long."""
MOST_REFERENCES = 5
CANNOT_BE_SAID = frozenset({Alarm.CUT_OFF, Alarm.NOT_SAVED, Alarm.TOKEN})
"""While these stand nothing can be said or noted: they are told when they are over, at once."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which alarms have begun and which are over, for the log."""

    begun: tuple[Alarm, ...]
    over: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told, and to whom."""

    begun: tuple[AlarmRow, ...]
    over: tuple[AlarmRow, ...]
    people: tuple[Person, ...]


async def look(tx: Transaction, world: World, read: Readings) -> Changes:
    """Put these readings, and what the database knows, beside what stands: raise and clear."""
    read = await _with_what_is_stored(tx, read)
    now, found, known = read.now, standing(read), await alarms.latest(tx)
    begun, over = [], []
    for kind, stands in found.items():
        row = known.get(kind)
        if row is not None and row.over_at is None:
            if stands.detail and dict(stands.detail) != dict(row.detail):
                await alarms.widen(tx, row.id, stands.detail)
        elif row is not None and row.over_at is not None and is_same(row.over_at, now):
            await alarms.resume(tx, row)
        else:
            await alarms.begin(tx, kind, since=stands.since, detail=stands.detail)
            begun.append(kind)
    for kind, row in known.items():
        if row.over_at is None and kind not in found:
            await alarms.end(tx, row.id, now)
            over.append(kind)
    return Changes(tuple(begun), tuple(over))


async def was(tx: Transaction, kind: Alarm, since: datetime, until: datetime) -> None:
    """Something was wrong while it could not be written down, and is over."""
    row = (await alarms.latest(tx)).get(kind)
    if row is not None and row.over_at is not None and is_same(row.over_at, since):
        await alarms.resume(tx, row)
    elif row is None or row.over_at is not None:
        await alarms.begin(tx, kind, since=since, detail={}, over_at=until)
        return
    await alarms.end(tx, row.id, until)


async def to_tell(tx: Transaction, world: World) -> News:
    """What the operators (where none can be reached, the administrators) have still to be told."""
    rows, now = await alarms.untold(tx), world.now()
    begun = [r for r in rows if r.over_at is None and r.kind not in CANNOT_BE_SAID]
    over = [r for r in rows if r.over_at is not None and _end_is_due(r, r.over_at, now)]
    return News(tuple(begun), tuple(over), await _within_reach(tx, world) if begun or over else ())


async def _within_reach(tx: Transaction, world: World) -> tuple[Person, ...]:
    """Whoever is told of alarms, of those whom messages reach: somebody who has blocked us must
    not be the one who alone is told."""
    found = [person for person in await staff_in_post(tx, world) if _is_reached(person)]
    known = {person.staff.id: person for person in found if person.staff is not None}
    members = told_of_alarms(p.staff for p in known.values() if p.staff is not None)
    return tuple(known[member.id] for member in members)


def _is_reached(person: Person) -> bool:
    return person.contact is not None and person.contact.reach is Reach.REACHABLE


def _end_is_due(row: AlarmRow, over_at: datetime, now: datetime) -> bool:
    """At once where nothing was said yet; else when it has not come back for a while."""
    if row.told_at is None:
        return now - over_at < TOO_LATE
    return not is_same(over_at, now)


async def told(tx: Transaction, world: World, news: News) -> None:
    """Those people know."""
    await alarms.told(tx, [r.id for r in news.begun], world.now())
    await alarms.over_told(tx, [r.id for r in news.over], world.now())


async def token_refused(tx: Transaction, world: World) -> None:
    """Telegram no longer knows our token: this process ends. The next look clears it."""
    row = (await alarms.latest(tx)).get(Alarm.TOKEN)
    if row is None or row.over_at is not None:
        await alarms.begin(tx, Alarm.TOKEN, since=world.now(), detail={})


async def last_backup(tx: Transaction) -> datetime | None:
    """When the last copy was made, aware; None for never."""
    when = await deployment.fact(tx, LAST_BACKUP)
    return None if when is None else datetime.fromisoformat(when)


async def _with_what_is_stored(tx: Transaction, read: Readings) -> Readings:
    aside = await inbox.set_aside(tx)
    waits = await alarms.waiting(tx, read.now)
    backs_up = read.watches_machine and read.backs_up
    return replace(
        read,
        last_set_aside=aside[-1].at if aside else None,
        references=tuple(one.reference for one in aside[-MOST_REFERENCES:]),
        not_moving_since=waits.not_moving_since,
        oldest_unacted=waits.oldest_unacted,
        held=await holding.held(tx) is not None,
        last_backup=await last_backup(tx) if backs_up else None,
        deployed_at=await _deployed_at(tx, read.now) if backs_up else None,
    )


async def _deployed_at(tx: Transaction, now: datetime) -> datetime:
    """When alarms were first looked at here."""
    first = await deployment.fact(tx, DEPLOYED)
    if first is None:
        await deployment.remember(tx, DEPLOYED, now.isoformat())
        return now
    return datetime.fromisoformat(first)
