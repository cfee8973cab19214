"""Accepting a staff invite: the first person to tap its one-time start link gets the role."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from content.schema.council import Ward
from engagement.broadcasts.delivery import Reach
from engagement.errors import InviteNotGood, OldButton, OnlyAdministrator
from engagement.people.outlasting import RoleEnded
from engagement.staff.duties import Duty, is_current
from engagement.staff.rights import Role, StaffMember
from storage.broadcasts import by_author
from storage.conversation.drafts import Draft
from storage.operations import deployment
from storage.people import arrivals, contacts, duty_holders
from storage.people.contacts import Contact
from storage.staff import members
from storage.staff.members import Invite
from usecases.people import forget, unfinished
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


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """Somebody with a role has tapped a link that would replace it. ``ends`` are the duties that
    end with the role they have."""

    role: Role
    label: str
    wards: tuple[Ward, ...]
    every_ward: bool
    instead: StaffWelcome
    ends: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class RoleKept:
    """They keep the role they have. The link was not used."""

    role: Role


TAKING = "taking-role"
"""The kind of draft that keeps which link somebody with a role has tapped."""


async def accept(
    tx: Transaction, world: World, person: Person, payload: str
) -> StaffWelcome | RoleQuestion:
    """Give this person the invite's role and consume the invite; ask first where they have a role,
    which it would replace. Raises InviteNotGood, OnlyAdministrator."""
    digest = hashlib.sha256(payload.removeprefix(INVITE_MARK).encode()).hexdigest()
    if person.staff is not None:
        return await _ask(tx, world, person, person.staff, digest)
    return await _take(tx, world, person, digest)


async def decide(
    tx: Transaction, world: World, person: Person, *, yes: bool
) -> StaffWelcome | RoleKept:
    """Take the role of the link that was tapped, or keep the one they have.

    Raises OldButton, InviteNotGood, OnlyAdministrator.
    """
    asked = person.draft(TAKING)
    if asked is None or person.staff is None:
        raise OldButton
    if not yes:
        await unfinished.end(tx, person, TAKING)
        return RoleKept(person.staff.role)
    digest = str(asked.data["invite"])
    await _refuse_without_administrator(tx, person.staff, await _good(tx, world, digest))
    done = await _take(tx, world, person, digest)
    await unfinished.end(tx, person, TAKING)
    return done


async def _ask(
    tx: Transaction, world: World, person: Person, now: StaffMember, digest: str
) -> RoleQuestion:
    invite = await _good(tx, world, digest)
    await _refuse_without_administrator(tx, now, invite)
    await unfinished.begin(tx, world, person, Draft(TAKING, {"invite": digest}))
    everybody = await duty_holders.holders(tx)
    held = {h.duty for h in everybody if h.staff_id == now.id and is_current(h, world.now())}
    return RoleQuestion(
        role=now.role,
        label=now.label,
        wards=_named(world, sorted(now.wards)),
        every_ward=now.every_ward,
        instead=_welcome(world, invite),
        ends=tuple(duty for duty in Duty if duty in held),
    )


async def _good(tx: Transaction, world: World, digest: str) -> Invite:
    invite = await members.invite_of(tx, digest, world.now())
    if invite is None:
        raise InviteNotGood
    return invite


async def _refuse_without_administrator(
    tx: Transaction, member: StaffMember, invite: Invite
) -> None:
    """Raise OnlyAdministrator where nobody would be an administrator any more."""
    if member.role is not Role.ADMINISTRATOR or invite.role is Role.ADMINISTRATOR:
        return
    others = [m for m in await members.current_staff(tx) if m.id != member.id]
    if not any(other.role is Role.ADMINISTRATOR for other in others):
        raise OnlyAdministrator


async def _take(tx: Transaction, world: World, person: Person, digest: str) -> StaffWelcome:
    now = world.now()
    invite = await members.use_invite(tx, digest, now)
    if invite is None:
        raise InviteNotGood
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
        await by_author.pass_on(tx, person.staff.id, staff_id)
    await menus.note_offered(tx, contact.id)
    await deployment.note(tx, "joined-staff", staff_id=staff_id, subject=invite.role, now=now)
    before = person.staff.label if person.staff is not None else ""
    return _welcome(world, invite, instead_of=before)


def _welcome(world: World, invite: Invite, *, instead_of: str = "") -> StaffWelcome:
    return StaffWelcome(
        role=invite.role,
        label=invite.label,
        wards=_named(world, invite.wards),
        every_ward=invite.every_ward,
        instead_of=instead_of,
    )


def _named(world: World, codes: Sequence[str]) -> tuple[Ward, ...]:
    return tuple(world.library.wards[code] for code in codes if code in world.library.wards)
