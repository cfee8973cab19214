"""Replies to broadcasts: news asks nothing, so words sent in reply to it are nobody's answer."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastKind
from storage.broadcasts import deliveries
from usecases.people.identify import Person
from usecases.world import Transaction


async def is_news(tx: Transaction, person: Person, message_id: int) -> bool:
    """Whether this message in the person's chat is a broadcast, other than the question about new
    wards, which asks for words."""
    if person.contact is None:
        return False
    kind = await deliveries.kind_of_message(tx, person.contact.id, message_id)
    return kind is not None and kind is not BroadcastKind.NEW_WARDS
