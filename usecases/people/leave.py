"""Leaving: /stop ends all messages at one tap, /forget cuts the link for good."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.delivery import Reach, Reason
from engagement.consultations.receipt import receipt_code
from engagement.errors import NotJoined
from storage.broadcasts import deliveries
from storage.consultations import answers, answers_retention
from storage.conversation import drafts, inbox
from storage.engine.database import Transaction
from storage.operations import deployment
from storage.people import residents
from storage.staff import members
from usecases.people.identify import Person, by_id
from usecases.world import World

RECEIPT_DRAWS = 20
REWRITE = "rewrite"
"""The fact that the database file is to be written anew, for a link has been cut."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """No more messages. ``kept`` is false where there was nothing to keep."""

    kept: bool


@dataclass(frozen=True, slots=True)
class ForgetQuestion:
    """What goes and what stays, before it is done."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Done. ``contact_id`` is the random id for the list beside the database."""

    contact_id: int


async def stop(tx: Transaction, world: World, person: Person) -> Stopped:
    """Nothing more is sent; answers stay. For an arrival it is as if they had never come."""
    await residents.drop_arrival(tx, person.chat_id)
    if person.contact is None:
        await deployment.remember(tx, REWRITE, "due")
        return Stopped(kept=False)
    await residents.set_reach(tx, person.contact.id, Reach.STOPPED)
    await deliveries.cancel_queued(tx, person.contact.id, Reason.LEFT, world.now())
    await drafts.drop(tx, person.contact.id)
    return Stopped(kept=True)


def ask_forget(person: Person) -> ForgetQuestion:
    """The first of two steps. Raises NotJoined for somebody we know nothing of."""
    if person.contact is None:
        raise NotJoined
    return ForgetQuestion()


async def forget(tx: Transaction, world: World, person: Person) -> Forgotten:
    """Cut the link between a chat account and everything else, in one transaction.

    Answers stay under a random id that leads to nobody, with days instead of times.
    """
    if person.contact is None:
        raise NotJoined
    contact = person.contact
    now = world.now()
    await deliveries.cancel_queued(tx, contact.id, Reason.FORGOTTEN, now)
    await deliveries.forget_contact(tx, contact.id)
    await inbox.forget_lane(tx, contact.chat_id, contact.id)
    await residents.drop_arrival(tx, contact.chat_id)
    await drafts.drop(tx, contact.id)
    if person.staff is not None:
        await members.leave_post(tx, contact.id, now)
        await deployment.note(tx, "left-staff", staff_id=person.staff.id, now=now)
    await residents.cut_link(tx, contact.id)
    await deployment.remember(tx, REWRITE, "due")
    if contact.resident_id is not None:
        await residents.coarsen_joining(tx, contact.resident_id)
        await answers_retention.coarsen_answering(tx, contact.resident_id)
        await _void_receipts(tx, world, contact.resident_id)
    return Forgotten(contact.id)


async def _void_receipts(tx: Transaction, world: World, resident: int) -> None:
    """The receipts still stand in the person's own chat: from here on they lead nowhere."""
    for response in await answers.responses_of(tx, resident):
        for _ in range(RECEIPT_DRAWS):
            receipt = receipt_code(world.draw())
            if await answers_retention.renew_receipt(tx, resident, response.consultation, receipt):
                break
        else:
            raise RuntimeError("every receipt code drawn was taken")


async def forget_again(tx: Transaction, world: World, contact_ids: frozenset[int]) -> int:
    """After a restored backup: cut every link that had been cut before. How many were back."""
    back = 0
    for contact_id in await residents.still_there(tx, contact_ids):
        person = await by_id(tx, world, contact_id)
        if person is not None and person.contact is not None:
            await forget(tx, world, person)
            back += 1
    return back


async def blocked(tx: Transaction, world: World, person: Person, *, now_blocked: bool) -> None:
    """Telegram says a person has blocked or unblocked us."""
    contact = person.contact
    if contact is None:
        await residents.drop_arrival(tx, person.chat_id)
    elif now_blocked and contact.reach is Reach.REACHABLE:
        await residents.set_reach(tx, contact.id, Reach.BLOCKED)
        await deliveries.cancel_queued(tx, contact.id, Reason.BLOCKED_US, world.now())
    elif not now_blocked and contact.reach is Reach.BLOCKED:
        await residents.set_reach(tx, contact.id, Reach.REACHABLE)


async def not_reached(tx: Transaction, contact_id: int, reach: Reach) -> None:
    """A reply could not be delivered: the person has blocked us, or is gone."""
    contact = await residents.contact(tx, contact_id)
    if contact is not None and contact.reach is Reach.REACHABLE:
        await residents.set_reach(tx, contact_id, reach)
