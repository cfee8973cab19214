"""Where somebody is, from what is stored: for after a restart, and for words that fit nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from engagement.errors import NotJoined
from engagement.staff.rights import Role
from storage.people import residents
from usecases.broadcasts import compose
from usecases.broadcasts.compose import Composing
from usecases.consultations import answer
from usecases.consultations.answer import Receipt, Step
from usecases.people import choose_ward, join
from usecases.people.identify import Person
from usecases.people.join import AgeQuestion, Hello
from usecases.people.locate import WardQuestion
from usecases.world import Transaction, World

JUST_NOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Menu:
    """What can be done here, by this person."""

    joined: bool
    role: Role | None
    new_messages: bool


Here = Step | Receipt | Composing | WardQuestion | AgeQuestion | Hello | Menu


async def here(tx: Transaction, world: World, person: Person) -> Here:
    """The screen that fits what is stored of this person. Changes nothing."""
    if person.draft is not None and person.draft.kind == compose.SENDING and person.staff:
        return await compose.show(tx, world, person, person.draft.data)
    if person.draft is not None and person.draft.kind in choose_ward.PURPOSES:
        return WardQuestion(purpose=choose_ward.PURPOSES[person.draft.kind])
    if person.arrival is not None:
        return join.where_it_stands(world, person.arrival)
    shown = await answer.show_again(tx, world, person, finished_since=world.now() - JUST_NOW)
    return shown or menu(person)


def menu(person: Person) -> Menu:
    """/help."""
    return Menu(
        joined=person.has_joined,
        role=person.staff.role if person.staff else None,
        new_messages=person.contact is not None and person.contact.new_messages,
    )


async def want_new_messages(tx: Transaction, person: Person, *, wanted: bool) -> Menu:
    """Each question as a new message, or one message that changes. Raises NotJoined."""
    if person.contact is None:
        raise NotJoined
    await residents.set_new_messages(tx, person.contact.id, wanted=wanted)
    return replace(menu(person), new_messages=wanted)
