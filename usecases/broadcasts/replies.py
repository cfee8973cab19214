"""Replies to broadcasts: news asks nothing, so words sent in reply to it are nobody's answer."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.lifecycle import has_begun
from storage.broadcasts import deliveries, records
from usecases.broadcasts.message import BroadcastMessage, message_of, with_buttons
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
    quick poll, or which ward is home, of somebody who has not said. Questions and quick polls say
    it themselves where they take no answers: until when they are paused, or why they ended."""
    if not person.has_joined or person.contact is None:
        return []
    _, home = person.resident
    held = await deliveries.broadcasts_of_message(tx, person.contact.id, message_id)
    found = await records.broadcasts_by_id(tx, held)
    asked = []
    for one in (found[number] for number in held if number in found):
        # The button to a quick poll says its question.
        text = "" if one.poll is None else await records.text_of(tx, one.id)
        message = message_of(world, one, text, home)
        if _leads_somewhere(world, message, home):
            asked.append(await with_buttons(tx, one, message))
    return asked


def _leads_somewhere(world: World, asked: BroadcastMessage, home: str) -> bool:
    if asked.kind is BroadcastKind.NEW_WARDS:
        return home not in world.library.wards
    if asked.poll is not None:
        return True
    is_known = asked.consultation is not None and has_begun(asked.consultation, world.now())
    return asked.kind is BroadcastKind.INVITATION and is_known
