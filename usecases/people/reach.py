"""Whether messages reach a contact: the changes that Telegram reports."""

from __future__ import annotations

from dataclasses import replace

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import Reach
from storage.broadcasts import deliveries
from storage.people import arrivals, contacts
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def blocked(tx: Transaction, world: World, person: Person, *, now_blocked: bool) -> None:
    """Record that a person has blocked or unblocked the bot."""
    contact = person.contact
    if contact is None and now_blocked:
        # Nothing is kept of people who went away before they agreed. Who joins again after a block
        # is unblocked by Telegram first: that changes nothing.
        await arrivals.drop_arrival(tx, person.chat_id)
    elif contact is None:
        return
    elif now_blocked and contact.reach is Reach.REACHABLE:
        await contacts.set_reach(tx, contact.id, Reach.BLOCKED)
        await deliveries.cancel_queued(tx, contact.id, Reason.BLOCKED_US, world.now())
    elif not now_blocked:
        await heard_from(tx, person)


async def heard_from(tx: Transaction, person: Person) -> Person:
    """Somebody who writes or taps can be reached again, even if Telegram had said otherwise.

    Only /start undoes a /stop.
    """
    contact = person.contact
    if contact is None or contact.reach not in (Reach.BLOCKED, Reach.GONE):
        return person
    await contacts.set_reach(tx, contact.id, Reach.REACHABLE)
    return replace(person, contact=replace(contact, reach=Reach.REACHABLE))


async def can_be_written_to(tx: Transaction, person: Person) -> bool:
    """Whether something can be said to this person in the chat where they answer. To somebody on
    another's phone nothing is sent by itself, but what they sent there may need an answer."""
    contact = person.contact
    if person.guest is not None:
        contact = await contacts.contact(tx, person.guest.owner_id)
    return contact is not None and contact.reach is Reach.REACHABLE


async def not_reached(tx: Transaction, contact_id: int, reach: Reach) -> None:
    """Record that a reply could not be delivered: ``reach`` says whether the person has blocked the
    bot or their account is gone."""
    contact = await contacts.contact(tx, contact_id)
    if contact is not None and contact.reach is Reach.REACHABLE:
        await contacts.set_reach(tx, contact_id, reach)
