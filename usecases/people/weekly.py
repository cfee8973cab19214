"""How many messages a week somebody wants: one, up to three, or only questions."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.gate import Weekly
from engagement.errors import NotJoined
from storage.broadcasts import deliveries
from storage.people import contacts
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class WeeklyLimit:
    """What is in force for a person: their choice, and what the council has set otherwise."""

    choice: Weekly | None
    council: int


@dataclass(frozen=True, slots=True)
class WeeklyChosen:
    """The choice was kept."""

    choice: Weekly


def limit_of(world: World, person: Person) -> WeeklyLimit:
    """What is in force for this person."""
    choice = person.contact.weekly if person.contact is not None else None
    return WeeklyLimit(choice, world.library.council.sending.messages_a_week)


def is_asked(person: Person) -> bool:
    """Whether to ask this person, who hasn't chosen yet. Guests are sent none."""
    if person.guest is not None:
        return False
    return person.has_joined and person.contact is not None and person.contact.weekly is None


async def choose(tx: Transaction, person: Person, choice: Weekly) -> WeeklyChosen:
    """Keep the choice. What waits for its turn is looked at again by it. Raises NotJoined."""
    if person.contact is None or not person.has_joined:
        raise NotJoined
    await contacts.set_weekly(tx, person.contact.id, choice)
    await deliveries.look_again(tx, person.contact.id)
    return WeeklyChosen(choice)
