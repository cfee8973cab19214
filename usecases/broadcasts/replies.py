"""Replies to broadcasts: news asks nothing, so words sent in reply to it are nobody's answer."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.lifecycle import Phase, phase
from storage.broadcasts import deliveries, records
from usecases.broadcasts.message import BroadcastMessage, message_of
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
    """What this message asks that can still be answered: to come to open questions, or which ward
    is home, of somebody who has not said."""
    if not person.has_joined or person.contact is None:
        return []
    _, home = person.resident
    held = await deliveries.broadcasts_of_message(tx, person.contact.id, message_id)
    found = await records.broadcasts_by_id(tx, held)
    messages = [message_of(world, found[one], "", home) for one in held if one in found]
    return [one for one in messages if _can_be_answered(world, one, home)]


def _can_be_answered(world: World, asked: BroadcastMessage, home: str) -> bool:
    if asked.kind is BroadcastKind.NEW_WARDS:
        return home not in world.library.wards
    open_now = asked.consultation is not None and (
        phase(asked.consultation, world.now()) is Phase.OPEN
    )
    return asked.kind is BroadcastKind.INVITATION and open_now
