"""What is asked once below a receipt: how many messages a week, and something about oneself."""

from __future__ import annotations

from dataclasses import replace

from storage.consultations import responses
from storage.consultations.responses import Response
from usecases.consultations.equality import offer_once
from usecases.consultations.steps import Receipt
from usecases.people.identify import Person
from usecases.people.weekly import is_asked
from usecases.world import Transaction, World


async def with_questions(
    tx: Transaction, world: World, person: Person, response: Response, shown: Receipt
) -> Receipt:
    """The receipt of this response, with what its author is asked now."""
    whole = world.consultation(response.consultation).consultation
    return replace(
        shown,
        asks_weekly=await _asks_weekly(tx, person),
        offers_equality=await offer_once(tx, world, person, whole, response),
    )


async def _asks_weekly(tx: Transaction, person: Person) -> bool:
    return is_asked(person) and len(await responses.responses_of(tx, person.resident[0])) == 1
