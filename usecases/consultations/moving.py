"""Moving through a consultation: to a question, or to its end."""

from __future__ import annotations

from dataclasses import replace

from engagement.consultations.survey import ResponseState, state_of, still_needed
from storage.consultations import responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations.asked_at_the_end import with_questions
from usecases.consultations.steps import Receipt, Step, where_now
from usecases.people import guests
from usecases.people.identify import Person
from usecases.world import Transaction, World


def state_at(response: Response, position: str | None) -> ResponseState:
    """The state of a response that is at this question: a late answer leaves it as it is."""
    if response.is_late:
        return response.state
    ended = position is None or response.state is ResponseState.COMPLETE
    return state_of(answered=len(response.values), reached_end=ended)


async def arrive(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    target: str | None,
) -> Step | Receipt:
    """Go to the question with this key, or to the receipt where there is none; return it."""
    if target is None:
        # An old button may have stepped over a required question: ask it before the end.
        target = still_needed(found.consultation, response.given)
    await move(tx, world, person, response, target)
    shown = where_now(world, found, replace(response, position=target))
    if isinstance(shown, Receipt):
        await guests.finished(tx, world, person)
        arrived = replace(response, state=state_at(response, target))
        return await with_questions(tx, world, person, arrived, shown)
    return shown


async def move(
    tx: Transaction, world: World, person: Person, response: Response, position: str | None
) -> None:
    """Store the question that a response is at, and its state."""
    await responses.move(
        tx,
        person.resident[0],
        response.consultation,
        position=position,
        state=state_at(response, position),
        now=world.now(),
    )
