"""Accepting a staff invite: the first person to tap its one-time start link gets the role."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from content.schema.council import Ward
from engagement.broadcasts.delivery import Reach
from engagement.errors import InviteNotGood, OnlyAdministrator
from engagement.people.outlasting import RoleEnded
from engagement.staff.rights import Role
from storage.broadcasts import records
from storage.operations import deployment
from storage.people import arrivals, contacts
from storage.people.contacts import Contact
from storage.staff import members
from usecases.people import forget
from usecases.people.identify import Person
from usecases.staff import menus
from usecases.staff.invite import INVITE_MARK
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class StaffWelcome:
    """The welcome to a person who has just been given a role. ``instead_of`` is the label of the
    one they had, which has ended."""

    role: Role
    label: str
    wards: tuple[Ward, ...]
    every_ward: bool
    instead_of: str = ""


async def accept(tx: Transaction, world: World, person: Person, payload: str) -> StaffWelcome:
    """Give this person the invite's role and consume the invite. Raises InviteNotGood, and
    OnlyAdministrator where nobody else would be one: the invite then stays good."""
    now = world.now()
    digest = hashlib.sha256(payload.removeprefix(INVITE_MARK).encode()).hexdigest()
    invite = await members.use_invite(tx, digest, now)
    if invite is None:
        raise InviteNotGood
    await _check_administrators(tx, person, invite.role)
    contact = person.contact
    if contact is None:
        contact = Contact(
            id=world.draw(),
            chat_id=person.chat_id,
            language=person.language,
            reach=Reach.REACHABLE,
            new_messages=False,
            resident_id=None,
            ward=None,
            last_heard_at=now,
        )
        await arrivals.drop_arrival(tx, person.chat_id)
        await contacts.add_contact(tx, contact)
    else:
        # Somebody who was leaving stays, as with any other /start.
        await forget.stay(tx, world, person)
    if person.staff is not None:
        # The new role replaces it.
        world.outlast(RoleEnded(person.staff.id))
    staff_id = world.draw()
    await members.give_role(tx, staff_id, contact.id, invite, now)
    if person.staff is not None:
        await records.pass_on(tx, person.staff.id, staff_id)
    await menus.note_offered(tx, contact.id)
    await deployment.note(tx, "joined-staff", staff_id=staff_id, subject=invite.role, now=now)
    return StaffWelcome(
        role=invite.role,
        label=invite.label,
        wards=tuple(world.library.wards[w] for w in invite.wards if w in world.library.wards),
        every_ward=invite.every_ward,
        instead_of=person.staff.label if person.staff is not None else "",
    )


async def _check_administrators(tx: Transaction, person: Person, role: Role) -> None:
    """Raise OnlyAdministrator if this role would replace that of the only administrator."""
    mine = person.staff
    if mine is None or mine.role is not Role.ADMINISTRATOR or role is Role.ADMINISTRATOR:
        return
    others = [m for m in await members.current_staff(tx) if m.id != mine.id]
    if not any(other.role is Role.ADMINISTRATOR for other in others):
        raise OnlyAdministrator
