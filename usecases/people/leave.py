"""Leaving: /stop ends all messages at once, /forget cuts the link to the person for good."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import Reach
from engagement.consultations.receipt import receipt_code
from engagement.errors import NotJoined
from storage.broadcasts import deliveries
from storage.consultations import answers_retention, responses
from storage.conversation import drafts, inbox
from storage.engine.database import Transaction
from storage.operations import deployment
from storage.people import arrivals, contacts, residents
from storage.staff import members
from usecases.people.identify import Person, by_id
from usecases.world import World

RECEIPT_DRAWS = 20
REWRITE = "rewrite"
"""The fact that the database file has to be rewritten because a link has been cut."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person gets no more messages. ``kept`` is false where there was nothing to keep."""

    kept: bool


@dataclass(frozen=True, slots=True)
class ForgetQuestion:
    """What will go and what will stay, shown before anything is done."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The link is cut. ``contact_id`` is the random id for the list kept next to the database."""

    contact_id: int


async def stop(tx: Transaction, world: World, person: Person) -> Stopped:
    """Stop all messages but keep the answers. An arrival is deleted."""
    await arrivals.drop_arrival(tx, person.chat_id)
    if person.contact is None:
        await deployment.remember(tx, REWRITE, "due")
        return Stopped(kept=False)
    await contacts.set_reach(tx, person.contact.id, Reach.STOPPED)
    await deliveries.cancel_queued(tx, person.contact.id, Reason.LEFT, world.now())
    await drafts.drop(tx, person.contact.id)
    return Stopped(kept=True)


def ask_forget(person: Person) -> ForgetQuestion:
    """The first of two steps. Raises NotJoined where there is no contact."""
    if person.contact is None:
        raise NotJoined
    return ForgetQuestion()


async def forget(tx: Transaction, world: World, person: Person) -> Forgotten:
    """Cut the link between a chat account and everything else, in one transaction.

    Answers stay under a random id that leads to nobody, with days instead of times. Raises
    NotJoined.
    """
    if person.contact is None:
        raise NotJoined
    contact = person.contact
    now = world.now()
    await deliveries.cancel_queued(tx, contact.id, Reason.FORGOTTEN, now)
    await deliveries.forget_contact(tx, contact.id)
    await inbox.forget_lane(tx, contact.chat_id, contact.id)
    await arrivals.drop_arrival(tx, contact.chat_id)
    await drafts.drop(tx, contact.id)
    if person.staff is not None:
        await members.end_role(tx, contact.id, now)
        await deployment.note(tx, "left-staff", staff_id=person.staff.id, now=now)
    await contacts.cut_link(tx, contact.id)
    await deployment.remember(tx, REWRITE, "due")
    if contact.resident_id is not None:
        await residents.coarsen_joining(tx, contact.resident_id)
        await answers_retention.coarsen_answering(tx, contact.resident_id)
        await _void_receipts(tx, world, contact.resident_id)
    return Forgotten(contact.id)


async def _void_receipts(tx: Transaction, world: World, resident: int) -> None:
    """Replace the receipt codes: those in the person's own chat must no longer lead anywhere."""
    for response in await responses.responses_of(tx, resident):
        for _ in range(RECEIPT_DRAWS):
            receipt = receipt_code(world.draw())
            if await answers_retention.renew_receipt(tx, resident, response.consultation, receipt):
                break
        else:
            raise RuntimeError("every receipt code drawn was already in use")


async def forget_again(tx: Transaction, world: World, contact_ids: frozenset[int]) -> int:
    """Cut again, after a backup was restored, every link that had been cut before.

    Returns the number of links the backup had brought back.
    """
    back = 0
    for contact_id in await contacts.existing(tx, contact_ids):
        person = await by_id(tx, world, contact_id)
        if person is not None and person.contact is not None:
            await forget(tx, world, person)
            back += 1
    return back
