"""After an outage: a tap waits only 150 seconds at Telegram's, so those who were just answering
are asked to tap again."""

from __future__ import annotations

from datetime import datetime, timedelta

from engagement.delivery import Reach
from storage import counts, deployment
from usecases import answer, holding
from usecases.keep_time import ALIVE
from usecases.people import Person, by_id
from usecases.world import Transaction, World

SHORTEST_GAP = timedelta(seconds=120)
JUST_BEFORE = timedelta(minutes=30)


async def were_answering(tx: Transaction, world: World) -> list[Person]:
    """Who was shown their open question in the half hour before the gap, or during it.

    Nobody where there was no gap. Not every half-finished consultation: only the fresh ones.
    """
    last = await deployment.fact(tx, ALIVE)
    now = world.now()
    await deployment.remember(tx, ALIVE, now.isoformat())
    if await holding.held(tx) is not None:
        return []
    if last is None or now - datetime.fromisoformat(last) <= SHORTEST_GAP:
        return []
    found = []
    for contact_id in await counts.asked_since(tx, datetime.fromisoformat(last) - JUST_BEFORE):
        person = await by_id(tx, world, contact_id)
        if person is None or person.contact is None or person.contact.reach is not Reach.REACHABLE:
            continue
        if await answer.open_question(tx, world, person) is not None:
            found.append(person)
    return found
