"""Offered words that were for something else: a complaint, or no more messages."""

from __future__ import annotations

from content.asked_in_words import asks_to_complain
from usecases.consultations import offered_words
from usecases.operations import complain
from usecases.operations.complain import (
    ComplainElsewhere,
    ComplaintDoubt,
    ComplaintDropped,
    ComplaintQuestion,
    ComplaintReceipt,
)
from usecases.people import leave
from usecases.people.identify import Person
from usecases.people.leave import Stopped
from usecases.world import Transaction, World


async def complain_instead(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> ComplaintQuestion | ComplaintDoubt | ComplaintReceipt | ComplainElsewhere | ComplaintDropped:
    """The offered words are a complaint, or say only that there is one. Raises OldButton,
    TextTooLong."""
    text, person = await offered_words.withdraw(tx, world, person, code, place)
    if all(asks_to_complain(line) for line in text.splitlines()):
        return await complain.ask(tx, world, person)
    return await complain.ask_with_words(tx, world, person, text)


async def stop_instead(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> Stopped:
    """The offered words ask for no more messages. Raises OldButton."""
    _, person = await offered_words.withdraw(tx, world, person, code, place)
    return await leave.stop(tx, world, person)
