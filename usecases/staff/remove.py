"""Ending a staff role by command: for somebody who has left and cannot do it in the chat."""

from __future__ import annotations

from engagement.consultations.receipt import base36
from engagement.staff.rights import StaffMember
from storage.operations import deployment
from storage.staff import members
from usecases.world import Transaction, World


class NoSuchMember(Exception):
    """Nobody who holds a role has this number."""


def number_of(member: StaffMember) -> str:
    """A short number that names a member of staff in commands; it leads to no chat."""
    return base36(member.id)[-6:]


async def everybody(tx: Transaction) -> list[StaffMember]:
    """Everyone who holds a role, in the order in which they joined."""
    return await members.current_staff(tx)


async def end_role(tx: Transaction, world: World, number: str) -> StaffMember:
    """End the role of the member with this number, and audit that. Raises NoSuchMember."""
    wanted = number.strip().lower()
    found = [m for m in await everybody(tx) if number_of(m).lower() == wanted]
    if len(found) != 1:
        raise NoSuchMember
    now = world.now()
    await members.end_role(tx, found[0].contact_id, now)
    await deployment.note(tx, "removed-staff", staff_id=found[0].id, subject=found[0].role, now=now)
    return found[0]
