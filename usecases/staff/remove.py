"""Ending a staff role by command: for somebody who has left and cannot do it in the chat."""

from __future__ import annotations

from engagement.consultations.receipt import base36
from engagement.people.outlasting import RoleEnded
from engagement.staff.rights import Role, StaffMember
from storage.operations import deployment
from storage.staff import members
from usecases.world import Transaction, World


class NoSuchMember(Exception):
    """Nobody who holds a role has this number."""


class OnlyAdministrator(Exception):
    """Nobody else is an administrator. The text is their label."""


def number_of(member: StaffMember) -> str:
    """A short number that names a member of staff in commands; it leads to no chat."""
    return number_of_id(member.id)


def number_of_id(staff_id: int) -> str:
    """The same, of a member of staff known by the id."""
    return base36(staff_id)[-6:]


async def everybody(tx: Transaction) -> list[StaffMember]:
    """Everyone who holds a role, in the order in which they joined."""
    return await members.current_staff(tx)


async def member_numbered(tx: Transaction, number: str) -> StaffMember:
    """The member of staff with this number. Raises NoSuchMember."""
    wanted = number.strip().lower()
    found = [m for m in await everybody(tx) if number_of(m).lower() == wanted]
    if len(found) != 1:
        raise NoSuchMember
    return found[0]


async def end_role(
    tx: Transaction, world: World, number: str, *, even_last: bool = False
) -> StaffMember:
    """End the role of the member with this number, and audit that. Raises NoSuchMember, and
    OnlyAdministrator unless ``even_last``."""
    member = await member_numbered(tx, number)
    others = [m for m in await everybody(tx) if m.id != member.id]
    is_only = not any(other.role is Role.ADMINISTRATOR for other in others)
    if member.role is Role.ADMINISTRATOR and is_only and not even_last:
        raise OnlyAdministrator(member.label)
    now = world.now()
    world.outlast(RoleEnded(member.id))
    await members.end_role(tx, member.contact_id, now)
    await deployment.note(tx, "removed-staff", staff_id=member.id, subject=member.role, now=now)
    return member
