"""Who decides about what waits because of an election: the monitoring officers, ward by ward."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from engagement.broadcasts.delivery import Reach
from engagement.staff.duties import Duty, Holder, hears, holds
from engagement.staff.rights import StaffMember
from storage.people import duty_holders
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World


def duty_wards(
    world: World, member: StaffMember, everybody: Collection[Holder], wards: Collection[str]
) -> list[str]:
    """Those of ``wards`` for which this member is the monitoring officer; of former boundaries
    also where they are it for a ward that took over."""
    now, duty, after = world.now(), Duty.MONITORING_OFFICER, world.library.successors
    return [
        ward
        for ward in wards
        if any(holds(member.id, everybody, duty, now, ward=w) for w in (ward, *after.get(ward, ())))
    ]


def is_reached(person: Person) -> bool:
    """Whether messages reach this person, as far as we know."""
    return person.contact is not None and person.contact.reach is Reach.REACHABLE


def deciding(
    world: World, staff: Iterable[Person], everybody: Collection[Holder], wards: Collection[str]
) -> list[Person]:
    """Those of the staff who decide about a message in any of these wards, and hear of it."""
    hearing = [h for h in everybody if hears(h, world.now())]
    return [
        person
        for person in staff
        if person.staff is not None and duty_wards(world, person.staff, hearing, wards)
    ]


def nobody_decides(
    world: World, staff: Iterable[Person], everybody: Collection[Holder], wards: Collection[str]
) -> list[str]:
    """Those of ``wards`` about which nobody decides who can be reached."""
    there = [*staff]
    return [ward for ward in wards if not deciding(world, there, everybody, [ward])]


async def undecidable(tx: Transaction, world: World, wards: Collection[str]) -> list[str]:
    """The same, of the staff there is now."""
    everybody = await duty_holders.holders(tx, Duty.MONITORING_OFFICER)
    staff = [person for person in await staff_in_post(tx, world) if is_reached(person)]
    return nobody_decides(world, staff, everybody, wards)
