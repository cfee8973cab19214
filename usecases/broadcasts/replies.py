"""Replies to broadcasts: news asks nothing, so words sent in reply to it are nobody's answer."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.lifecycle import has_begun
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from usecases.broadcasts.message import BroadcastMessage, closed_for, message_of, with_buttons
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def is_news(tx: Transaction, person: Person, message_id: int) -> bool:
    """Whether this message in the person's chat is a broadcast, other than the question about new
    wards, which asks for words."""
    if person.contact is None:
        return False
    kind = await deliveries.kind_of_message(tx, person.contact.id, message_id)
    return kind is not None and kind is not BroadcastKind.NEW_WARDS


async def asking(
    tx: Transaction, world: World, person: Person, message_id: int
) -> list[BroadcastMessage]:
    """What this message asks that still leads somewhere: to questions that have been open, to a
    quick poll that can still be answered, or which ward is home, of somebody who has not said. The
    questions say it themselves where they take no answers: until when they are paused, or why they
    were withdrawn."""
    if not person.has_joined or person.contact is None:
        return []
    _, home = person.resident
    held = await deliveries.broadcasts_of_message(tx, person.contact.id, message_id)
    found = await records.broadcasts_by_id(tx, held)
    asked = [(found[one], message_of(world, found[one], "", home)) for one in held if one in found]
    return [
        await with_buttons(tx, one, message)
        for one, message in asked
        if _leads_somewhere(world, message, home) and not await _was_stopped(tx, one)
    ]


async def _was_stopped(tx: Transaction, found: Broadcast) -> bool:
    state = None if found.poll is None else await polls.state_of(tx, found.id)
    return state is not None and state.stopped_at is not None


def _leads_somewhere(world: World, asked: BroadcastMessage, home: str) -> bool:
    if asked.kind is BroadcastKind.NEW_WARDS:
        return home not in world.library.wards
    if asked.poll is not None:
        return not closed_for(world, asked)
    is_known = asked.consultation is not None and has_begun(asked.consultation, world.now())
    return asked.kind is BroadcastKind.INVITATION and is_known
