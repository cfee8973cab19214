"""After an outage: a tap waits only 150 seconds at Telegram's, so those who were just answering
are asked to tap again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from engagement.broadcasts.delivery import Reach
from engagement.operations.alarms import Alarm
from storage.insight import counts
from storage.operations import deployment
from usecases.broadcasts import holding
from usecases.consultations import answer
from usecases.operations import alarms, ticks
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World

SHORTEST_GAP = timedelta(seconds=120)
JUST_BEFORE = timedelta(minutes=30)
HEARD = "heard"
"""The fact that says when we last heard from Telegram."""


async def last_heard(tx: Transaction) -> datetime | None:
    """When we last heard from Telegram, aware; None where we never did.

    Where an older version ran last, when that one last looked at its clock.
    """
    last = await deployment.fact(tx, HEARD)
    return await ticks.last_alive(tx) if last is None else datetime.fromisoformat(last)


async def note_heard(tx: Transaction, moment: datetime | None) -> None:
    """Keep when we last heard, for the next start."""
    if moment is not None:
        await deployment.remember(tx, HEARD, moment.isoformat())


async def were_answering(
    tx: Transaction, world: World, since: datetime, *, but: Collection[int] = ()
) -> list[Person]:
    """Who was shown their open question in the half hour before a gap that began at ``since``, or
    during it, now that it is over; without those who are spoken to anyway (``but``, chat ids).

    Not every half-finished consultation: only the fresh ones. That the gap is over is kept in
    this same transaction, so that nobody is asked twice for one gap.
    """
    await note_heard(tx, world.now())
    await alarms.was(tx, Alarm.CUT_OFF, since, world.now())
    if await holding.held(tx) is not None:
        return []
    found = []
    for contact_id in await counts.asked_since(tx, since - JUST_BEFORE):
        person = await by_id(tx, world, contact_id)
        if person is None or person.contact is None or person.contact.reach is not Reach.REACHABLE:
            continue
        if person.chat_id in but:
            continue
        if await answer.open_question(tx, world, person) is not None:
            found.append(person)
    return found
