"""The people who read words of danger: the duty that `wardmote safeguarding` gives."""

from __future__ import annotations

from datetime import date, datetime

from engagement.staff.duties import Duty
from engagement.staff.duties import Holder as Holder
from engagement.staff.rights import StaffMember
from usecases.operations.safety_alerts import reads_danger
from usecases.people.identify import Person
from usecases.staff import duties
from usecases.world import Transaction, World


async def name(tx: Transaction, world: World, number: str, until: date) -> StaffMember:
    """Name the member of staff with this number of `staff list`, to the end of the day ``until``.

    Raises NoSuchMember, DateNotGood.
    """
    return await duties.give(tx, world, number, Duty.SAFEGUARDING, until=until)


async def end(tx: Transaction, world: World, number: str) -> tuple[StaffMember, bool]:
    """End somebody's naming at once; False if they were not named. Raises NoSuchMember."""
    return await duties.end(tx, world, number, Duty.SAFEGUARDING)


async def listed(tx: Transaction, now: datetime) -> list[tuple[Holder, bool]]:
    """Everybody who was named, and whether they are current."""
    return await duties.listed(tx, now, Duty.SAFEGUARDING)


async def relies_on(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person is named now, so that alerts are meant to reach them."""
    return await reads_danger(tx, world, person)


async def is_enough(tx: Transaction, now: datetime) -> bool:
    """Whether as many people as needed are named now, and can be reached."""
    return Duty.SAFEGUARDING not in await duties.lacking_now(tx, now)
