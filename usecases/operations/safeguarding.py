"""Naming the people who read words of danger. Each of them holds a staff role, of any kind."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engagement.operations.safety_alerts import Named as Named
from engagement.operations.safety_alerts import enough, is_current
from engagement.staff.rights import StaffMember
from storage.operations import deployment
from storage.operations import safety_alerts as store
from usecases.people.identify import Person
from usecases.staff.remove import member_numbered
from usecases.world import Transaction, World

LONGEST = timedelta(days=366)
"""A naming is looked at again at least once a year."""


class DateNotGood(Exception):
    """The end date is not in the coming year."""


async def name(tx: Transaction, world: World, number: str, until: date) -> StaffMember:
    """Name the member of staff with this number of `staff list`, to the end of the day ``until``.
    To somebody who was not named before, the alerts that are open go at once.

    Raises NoSuchMember, DateNotGood.
    """
    member = await member_numbered(tx, number)
    now = world.now()
    today = now.astimezone(_zone(world)).date()
    if not today <= until < today + LONGEST:
        raise DateNotGood
    everybody = await store.everybody_named(tx)
    if not any(n.staff_id == member.id and is_current(n, now) for n in everybody):
        await store.send_all_again(tx)
    await store.name(tx, member.id, until=_end_of(until, world), now=now)
    detail = {"until": until.isoformat()}
    await deployment.note(tx, "safeguarding-named", staff_id=member.id, detail=detail, now=now)
    return member


async def end(tx: Transaction, world: World, number: str) -> tuple[StaffMember, bool]:
    """End somebody's naming at once; False if they were not named. Raises NoSuchMember."""
    member = await member_numbered(tx, number)
    was_named = await store.end_naming(tx, member.id)
    if was_named:
        await deployment.note(tx, "safeguarding-ended", staff_id=member.id, now=world.now())
    return member, was_named


async def listed(tx: Transaction, now: datetime) -> list[tuple[Named, bool]]:
    """Everybody who was named, and whether they are current."""
    return [(named, is_current(named, now)) for named in await store.everybody_named(tx)]


async def relies_on(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person is named now, so that alerts are meant to reach them."""
    staff_id = person.staff.id if person.staff is not None else None
    everybody = await store.everybody_named(tx) if staff_id is not None else []
    return any(n.staff_id == staff_id and is_current(n, world.now()) for n in everybody)


async def is_enough(tx: Transaction, now: datetime) -> bool:
    """Whether as many people as wanted are named now, and can be reached."""
    return enough(await store.everybody_named(tx), now)


def _end_of(day: date, world: World) -> datetime:
    return datetime.combine(day, time(), _zone(world)) + timedelta(days=1)


def _zone(world: World) -> ZoneInfo:
    return ZoneInfo(world.library.council.timezone)
