"""/help: what a person can do here, and whether questions come as new messages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engagement.errors import NotJoined
from engagement.staff.rights import Role
from storage.people import contacts
from usecases.broadcasts import election_hold
from usecases.operations import safeguarding
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Menu:
    """What this person can do here. ``named``: they are named to read words of danger;
    ``monitors``: they decide about what waits because of an election; ``every_ward``: their role
    covers every ward."""

    joined: bool
    role: Role | None
    new_messages: bool
    named: bool = False
    monitors: bool = False
    every_ward: bool = True


async def menu(tx: Transaction, world: World, person: Person) -> Menu:
    """The menu for this person."""
    return Menu(
        joined=person.has_joined,
        role=person.staff.role if person.staff else None,
        new_messages=person.contact is not None and person.contact.new_messages,
        named=await safeguarding.relies_on(tx, world, person),
        monitors=await election_hold.is_on_duty(tx, world, person),
        every_ward=person.staff is None or person.staff.every_ward,
    )


async def want_new_messages(tx: Transaction, world: World, person: Person, *, wanted: bool) -> Menu:
    """Send each question as a new message, or edit one message. Raises NotJoined."""
    if person.contact is None:
        raise NotJoined
    await contacts.set_new_messages(tx, person.contact.id, wanted=wanted)
    return replace(await menu(tx, world, person), new_messages=wanted)
