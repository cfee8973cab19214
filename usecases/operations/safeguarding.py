"""The people who read words of danger: the duty that `wardmote safeguarding` gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from engagement.staff.duties import Duty, hears
from engagement.staff.duties import Holder as Holder
from engagement.staff.rights import Role, StaffMember
from storage.operations import safety_alerts
from storage.staff import members
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


@dataclass(frozen=True, slots=True)
class DangerWatch:
    """Whether words of danger are read. ``unread_since`` is when the first of those were written
    that nobody has opened; ``nobody_hears`` that nobody is named whom messages reach, and
    ``too_few_hear`` that fewer are than needed; ``no_administrator`` that then nobody is notified.
    """

    unread_since: datetime | None
    nobody_hears: bool
    too_few_hear: bool
    no_administrator: bool

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        lacks = self.nobody_hears or self.too_few_hear or self.no_administrator
        return self.unread_since is None and not lacks


async def watch(tx: Transaction, now: datetime) -> DangerWatch:
    """Whether words of danger are read, now."""
    hearing = [h for h, _ in await listed(tx, now) if hears(h, now)]
    return DangerWatch(
        unread_since=await safety_alerts.unread_since(tx),
        nobody_hears=not hearing,
        too_few_hear=not await is_enough(tx, now),
        no_administrator=not any(
            m.role is Role.ADMINISTRATOR for m in await members.current_staff(tx)
        ),
    )


async def is_enough(tx: Transaction, now: datetime) -> bool:
    """Whether as many people as needed are named now, and can be reached."""
    return Duty.SAFEGUARDING not in await duties.lacking_now(tx, now)
