"""Raising and clearing alarms, and reporting each once when it begins and once when it is over.

They are stored, so a restart neither repeats nor loses a report.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from content.schema.authored import local
from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.quiet_hours import is_quiet, last_morning
from engagement.operations.alarms import Alarm, Readings, is_same, raised_alarms
from engagement.staff.rights import alarm_recipients
from storage.conversation import inbox
from storage.operations import alarms, deployment
from storage.operations.alarms import AlarmRow as AlarmRow
from usecases.broadcasts import held_sends
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World

LAST_BACKUP = "backed-up-at"
"""The fact that holds the time of the last complete backup."""
DEPLOYED = "deployed"
"""The fact that holds the time at which alarms were first checked here."""
TOO_LATE = timedelta(days=1)
"""An alarm that ended before anybody could be notified is not reported any more after this long."""
MOST_REFERENCES = 5
REPORTED_WHEN_OVER = frozenset({Alarm.CUT_OFF, Alarm.NOT_SAVED, Alarm.TOKEN})
"""During these nothing can be sent or stored, so they are reported only when over, and at once."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which alarms have begun and which are over, for the log."""

    begun: tuple[Alarm, ...]
    over: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class AlarmNotice:
    """The alarms to report, and the people to notify."""

    begun: tuple[AlarmRow, ...]
    over: tuple[AlarmRow, ...]
    people: tuple[Person, ...]


async def look(tx: Transaction, world: World, read: Readings) -> Changes:
    """Compare the readings and the database with the current alarms, and raise or clear alarms."""
    read = await _with_stored_readings(tx, world, read)
    now, found, known = read.now, raised_alarms(read), await alarms.latest(tx)
    begun, over = [], []
    for kind, alarm in found.items():
        row = known.get(kind)
        if row is not None and row.over_at is None:
            if alarm.detail and dict(alarm.detail) != dict(row.detail):
                await alarms.widen(tx, row.id, alarm.detail)
        elif row is not None and row.over_at is not None and is_same(row.over_at, now):
            await alarms.resume(tx, row)
        else:
            await alarms.begin(tx, kind, since=alarm.since, detail=alarm.detail)
            begun.append(kind)
    for kind, row in known.items():
        if row.over_at is None and kind not in found:
            await alarms.end(tx, row.id, now)
            over.append(kind)
    return Changes(tuple(begun), tuple(over))


async def record_past(tx: Transaction, kind: Alarm, since: datetime, until: datetime) -> None:
    """Record an alarm that is over and could not be stored at the time."""
    row = (await alarms.latest(tx)).get(kind)
    if row is not None and row.over_at is not None and is_same(row.over_at, since):
        await alarms.resume(tx, row)
    elif row is None or row.over_at is not None:
        await alarms.begin(tx, kind, since=since, detail={}, over_at=until)
        return
    await alarms.end(tx, row.id, until)


async def unreported(tx: Transaction, world: World) -> AlarmNotice:
    """The alarms not yet reported, and the operators (if none is reachable, administrators)."""
    rows, now = await alarms.unreported(tx), world.now()
    begun = [r for r in rows if r.over_at is None and r.kind not in REPORTED_WHEN_OVER]
    over = [r for r in rows if r.over_at is not None and _end_is_due(r, r.over_at, now)]
    return AlarmNotice(
        tuple(begun), tuple(over), await _people_to_notify(tx, world) if begun or over else ()
    )


async def _people_to_notify(tx: Transaction, world: World) -> tuple[Person, ...]:
    """The people to notify, chosen from those whom messages reach.

    Otherwise the only person notified might be somebody who has blocked the bot.
    """
    found = [person for person in await staff_in_post(tx, world) if _is_reachable(person)]
    known = {person.staff.id: person for person in found if person.staff is not None}
    members = alarm_recipients(p.staff for p in known.values() if p.staff is not None)
    return tuple(known[member.id] for member in members)


def _is_reachable(person: Person) -> bool:
    return person.contact is not None and person.contact.reach is Reach.REACHABLE


def _end_is_due(row: AlarmRow, over_at: datetime, now: datetime) -> bool:
    """At once if its beginning was not reported; otherwise once it has stayed away for a while."""
    if row.told_at is None:
        return now - over_at < TOO_LATE
    return not is_same(over_at, now)


async def mark_reported(tx: Transaction, world: World, news: AlarmNotice) -> None:
    """Note that these alarms were reported."""
    await alarms.mark_reported(tx, [r.id for r in news.begun], world.now())
    await alarms.mark_end_reported(tx, [r.id for r in news.over], world.now())


async def token_refused(tx: Transaction, world: World) -> None:
    """Raise the alarm that Telegram no longer accepts the token; this process then ends.

    The next ``look`` clears it.
    """
    row = (await alarms.latest(tx)).get(Alarm.TOKEN)
    if row is None or row.over_at is not None:
        await alarms.begin(tx, Alarm.TOKEN, since=world.now(), detail={})


async def last_backup(tx: Transaction) -> datetime | None:
    """When the last backup was made, aware; None if never."""
    when = await deployment.fact(tx, LAST_BACKUP)
    return None if when is None else datetime.fromisoformat(when)


async def _with_stored_readings(tx: Transaction, world: World, read: Readings) -> Readings:
    aside = await inbox.quarantined(tx)
    there = local(read.now, world.library.council.timezone)
    day_since = None if is_quiet(there.time()) else last_morning(there)
    waits = await alarms.waiting(tx, read.now, day_since=day_since)
    backs_up = read.watches_machine and read.backs_up
    return replace(
        read,
        last_set_aside=aside[-1].at if aside else None,
        references=tuple(one.reference for one in aside[-MOST_REFERENCES:]),
        not_moving_since=waits.not_moving_since,
        oldest_unacted=waits.oldest_unacted,
        held=await held_sends.held(tx) is not None,
        last_backup=await last_backup(tx) if backs_up else None,
        deployed_at=await _deployed_at(tx, read.now) if backs_up else None,
    )


async def _deployed_at(tx: Transaction, now: datetime) -> datetime:
    """When alarms were first checked here."""
    first = await deployment.fact(tx, DEPLOYED)
    if first is None:
        await deployment.remember(tx, DEPLOYED, now.isoformat())
        return now
    return datetime.fromisoformat(first)
