"""What is asked once below a receipt: how many messages a week, and something about oneself. One
thing at a time: who is asked the first is asked the second once they have chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engagement.broadcasts.gate import Weekly
from storage.consultations import responses
from storage.consultations.responses import Response
from usecases.consultations.equality import is_same_receipt, may_offer, offer_once
from usecases.consultations.steps import Receipt
from usecases.people import weekly
from usecases.people.identify import Person
from usecases.people.weekly import WeeklyChosen
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class WeeklyChosenFirst:
    """The choice was kept, and something about oneself is asked below, with the response to the
    consultation with this code."""

    chosen: WeeklyChosen
    code: int


async def with_questions(
    tx: Transaction, world: World, person: Person, response: Response, shown: Receipt
) -> Receipt:
    """The receipt of this response, with what its author is asked now. Who has left the first
    unanswered is asked the second at their next receipt."""
    whole = world.consultation(response.consultation).consultation
    is_first = not response.has_ended or is_same_receipt(response, world.now())
    if await _asks_weekly(tx, person) and (
        is_first or not await may_offer(tx, world, person, whole, response)
    ):
        return replace(shown, asks_weekly=True)
    return replace(shown, offers_equality=await offer_once(tx, world, person, whole, response))


async def choose_weekly(
    tx: Transaction, world: World, person: Person, choice: Weekly
) -> WeeklyChosen | WeeklyChosenFirst:
    """Keep how many messages a week somebody wants, and ask what waited for that. Raises
    NotJoined."""
    chosen = await weekly.choose(tx, person, choice)
    for response in await responses.responses_of(tx, person.resident[0]):
        found = world.loaded.consultations.get(response.consultation)
        if found is not None and await _is_due(tx, world, person, response):
            code = world.loaded.consultation_codes[response.consultation]
            return WeeklyChosenFirst(chosen, code)
    return chosen


async def _is_due(tx: Transaction, world: World, person: Person, response: Response) -> bool:
    contact = person.contact
    if contact is None or contact.equality_offered or response.position is not None:
        return False
    whole = world.consultation(response.consultation).consultation
    return await offer_once(tx, world, person, whole, response)


async def _asks_weekly(tx: Transaction, person: Person) -> bool:
    if not weekly.is_asked(person) or person.has_stopped:
        return False
    return len(await responses.responses_of(tx, person.resident[0])) == 1
