"""Leaving: /stop ends all messages at once; being forgotten cuts the link for good."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from content.schema.authored import midnight
from content.schema.consultation import QuestionKind
from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.polls import key_of
from engagement.consultations.lifecycle import not_closed
from engagement.errors import NotJoined
from engagement.people.outlasting import StoppedMessages
from storage.broadcasts import deliveries
from storage.consultations import (
    answers_retention,
    comments,
    equality_answers,
    polls,
    responses,
    versions,
    voice_notes,
)
from storage.conversation import drafts, inbox
from storage.engine.database import Transaction
from storage.operations import complaints, deployment
from storage.people import arrivals, contacts, guests, leaving, residents
from storage.people.contacts import Contact
from storage.staff import members
from usecases.people import identify, listed, unfinished
from usecases.people.identify import Person
from usecases.people.not_released import not_released
from usecases.world import World, under_a_free_code

REWRITE = "rewrite"
"""The fact that the database file has to be rewritten because a link has been cut."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person gets no more messages. ``kept`` is false where there was nothing to keep.

    ``leaving`` says that they are still to be forgotten; ``closes`` is when, or None where all that
    they answered has closed. ``complaint``: nothing has come of their complaint yet.
    """

    kept: bool
    leaving: bool = False
    closes: datetime | None = None
    complaint: bool = False
    has_role: bool = False  # as staff, which they keep
    joined: bool = True  # as a resident, whose answers stay counted


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The link is cut. ``contact_id`` is the random id for the list kept next to the database;
    ``taken_back`` are the consultations whose answers were deleted, and the quick polls by their
    keys in the register; and ``without_words`` says that
    the person's own words were, so that a restored backup doesn't bring them back."""

    contact_id: int
    taken_back: tuple[str, ...] = ()
    without_words: bool = False
    had_role: bool = False  # as staff, which has ended
    others: tuple[Forgotten, ...] = ()  # who had answered on the same phone

    @property
    def every(self) -> tuple[Forgotten, ...]:
        """All links that were cut."""
        return (self, *self.others)


async def stop(tx: Transaction, world: World, person: Person) -> Stopped:
    """Stop all messages but keep the answers, and what they wrote and have not finished. An arrival
    is deleted. Who is to be forgotten still is."""
    # Messages come to the owner of a phone, whoever has it.
    person = await identify.owner_of(tx, world, person)
    await arrivals.drop_arrival(tx, person.chat_id)
    if person.contact is None:
        await deployment.remember(tx, REWRITE, "due")
        return Stopped(kept=False)
    world.outlast(StoppedMessages(person.contact.id))
    await stop_messages(tx, world, person.contact.id)
    await unfinished.leave_empty(tx, person)
    complained = bool(await complaints.open_complaints(tx, person.contact.id))
    if await leaving.leaving_of(tx, person.contact.id) is None:
        return Stopped(
            kept=True,
            complaint=complained,
            has_role=person.staff is not None,
            joined=person.has_joined,
        )
    open_ones = await counting(tx, world, person)
    closes = max((c.closes_at for c in open_ones if c.closes_at > world.now()), default=None)
    return Stopped(True, leaving=True, closes=closes, complaint=complained)


async def stop_messages(tx: Transaction, world: World, contact_id: int) -> None:
    """Send this contact nothing more, also if they are leaving and stay after all."""
    await contacts.set_reach(tx, contact_id, Reach.STOPPED)
    await deliveries.cancel_queued(tx, contact_id, Reason.LEFT, world.now())
    await leaving.note_stopped(tx, contact_id)


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A consultation by its slug, or a quick poll by its key in the register, and its close."""

    key: str
    closes_at: datetime


async def counting(tx: Transaction, world: World, person: Person) -> tuple[StillOpen, ...]:
    """The consultations and quick polls that have this person's answers or comments and can still
    be answered, or can open again because nothing of them is released: who is forgotten and joins
    again could answer them twice. The next to close first."""
    if not person.has_joined:
        return ()
    resident, _ = person.resident
    given = {r.consultation for r in await responses.responses_of(tx, resident) if r.values}
    given |= {slug for slug, _ in await comments.comments_of(tx, resident)}
    again = [c for c in await not_released(tx, world) if c.slug in given]
    found = [*again, *not_closed(world.all_consultations, given, world.now())]
    every = [StillOpen(c.slug, c.closes_at) for c in found]
    every += [
        StillOpen(key_of(poll), closes_at)
        for poll, closes_at in await polls.open_of(tx, resident, world.now())
    ]
    return tuple(sorted(every, key=lambda one: (one.closes_at, one.key)))


async def forget(
    tx: Transaction, world: World, person: Person, *, without_words: bool = False
) -> Forgotten:
    """Cut the link between a chat account and everything else, in one transaction.

    Answers stay under a random id that leads to nobody, with days instead of times, but those to
    what can still be answered, or can open again, are taken back: one phone counts once.
    ``without_words`` deletes the person's own words too. What they said of themselves always goes,
    also where the law wants everything else kept. The places that they sent always go. While the
    law wants everything kept, nothing is taken back, and words and places stay. Raises NotJoined.
    """
    if person.contact is None:
        raise NotJoined
    others = [
        await forget(tx, world, guest, without_words=without_words)
        for guest in await guests_of(tx, world, person)
    ]
    held = await is_held(tx)
    back = () if held else tuple(one.key for one in await counting(tx, world, person))
    without_words = without_words and not held
    had_role = person.staff is not None
    what = Forgotten(person.contact.id, back, without_words, had_role, tuple(others))
    return await _cut(tx, world, person, what)


async def is_held(tx: Transaction) -> bool:
    """Whether the law wants everything kept just now, also what people would take back."""
    return bool(await deployment.fact(tx, deployment.LEGAL_HOLD))


async def cut_at_close(tx: Transaction, world: World, person: Person) -> Forgotten | None:
    """Cut the link between a guest and the phone: all that they answered stays, under a random id
    that leads to nobody, with days instead of times. Who asked to be forgotten then is forgotten,
    without their words if they said so. Raises NotJoined."""
    if person.contact is None:
        raise NotJoined
    how = await leaving.leaving_of(tx, person.contact.id)
    if how is not None:
        return await forget(tx, world, person, without_words=how.without_words)
    await _unlink(tx, world, person, person.contact)
    await deployment.remember(tx, REWRITE, "due")
    if person.contact.resident_id is not None:
        await _coarsen(tx, world, person.contact.resident_id)
    return None


async def forget_at_close(
    tx: Transaction, world: World, person: Person, *, without_words: bool
) -> list[Forgotten]:
    """Forget somebody when what they answered is over. Of the others on their phone all stays, as
    at any close, unless they asked for something else. Raises NotJoined."""
    guests_too = [await cut_at_close(tx, world, one) for one in await guests_of(tx, world, person)]
    done = await forget(tx, world, person, without_words=without_words)
    return [*filter(None, guests_too), done]


async def guests_of(tx: Transaction, world: World, person: Person) -> list[Person]:
    """Everybody who has joined on this person's phone."""
    if person.contact is None or person.guest is not None:
        return []
    linked = await guests.guests_of(tx, person.contact.id)
    found = [await identify.recognise(tx, world, guest.seat) for guest in linked]
    return [guest for guest in found if guest.contact is not None]


async def _unlink(tx: Transaction, world: World, person: Person, contact: Contact) -> None:
    """Delete the link, and everything that leads to this person through it."""
    now = world.now()
    await deliveries.cancel_queued(tx, contact.id, Reason.FORGOTTEN, now)
    await deliveries.forget_contact(tx, contact.id)
    await inbox.forget_lane(tx, contact.chat_id, contact.id)
    await arrivals.drop_arrival(tx, contact.chat_id)
    await drafts.drop_all(tx, contact.id)
    if person.staff is not None:
        await members.end_role(tx, contact.id, now)
        await deployment.note(tx, "left-staff", staff_id=person.staff.id, now=now)
    await leaving.drop_leaving(tx, contact.id)
    if person.guest is not None:
        await guests.drop_guest(tx, person.guest)
    else:
        # Those on the phone who have not joined go with it.
        for guest in await guests.guests_of(tx, contact.id):
            await arrivals.drop_arrival(tx, guest.seat)
            await guests.drop_guest(tx, guest)
    await contacts.cut_link(tx, contact.id)


async def _cut(tx: Transaction, world: World, person: Person, what: Forgotten) -> Forgotten:
    if person.contact is None:
        raise NotJoined
    contact = person.contact
    for guest in await guests_of(tx, world, person):
        await cut_at_close(tx, world, guest)
    # Whose a message is that could not be handled isn't known: of a guest's phone, all of them go.
    await inbox.forget_lane(tx, person.phone, contact.id)
    await _unlink(tx, world, person, contact)
    await listed.one_more(tx)
    await deployment.remember(tx, REWRITE, "due")
    if contact.resident_id is not None:
        await answers_retention.take_back(tx, contact.resident_id, what.taken_back)
        mine = {key_of(poll): poll for poll in await polls.held_of(tx, contact.resident_id)}
        back = [mine[key] for key in what.taken_back if key in mine]
        await polls.take_back(tx, contact.resident_id, back)
        await equality_answers.drop_of(tx, contact.resident_id)
        if await is_held(tx):
            await voice_notes.note_author_gone(tx, contact.resident_id)
        else:
            # A place on a map, or a voice, may say who somebody is.
            await answers_retention.empty_places(tx, contact.resident_id, await place_questions(tx))
            await answers_retention.empty_voices(tx, contact.resident_id)
        if what.without_words:
            await answers_retention.empty_words(tx, contact.resident_id, await text_questions(tx))
        await _coarsen(tx, world, contact.resident_id)
    return what


async def _coarsen(tx: Transaction, world: World, resident: int) -> None:
    day = partial(midnight, zone=world.library.council.timezone)
    await residents.coarsen_joining(tx, resident, day)
    await answers_retention.coarsen_answering(tx, resident, day)
    await _void_receipts(tx, world, resident)


async def text_questions(tx: Transaction) -> dict[str, list[str]]:
    """The questions that are answered in people's own words, by consultation."""
    return await _questions(tx, QuestionKind.TEXT)


async def place_questions(tx: Transaction) -> dict[str, list[str]]:
    """The questions that ask for a place, by consultation."""
    return await _questions(tx, QuestionKind.PLACE)


async def _questions(tx: Transaction, kind: QuestionKind) -> dict[str, list[str]]:
    return {
        found.consultation.slug: [q.key for q in found.consultation.questions if q.kind is kind]
        for found in await versions.published(tx)
    }


async def _void_receipts(tx: Transaction, world: World, resident: int) -> None:
    """Replace the receipt codes: those in the person's own chat must no longer lead anywhere."""
    for response in await responses.responses_of(tx, resident):
        renew = partial(answers_retention.renew_receipt, tx, resident, response.consultation)
        await under_a_free_code(world, renew)


async def forget_again(tx: Transaction, world: World, known: Collection[Forgotten]) -> int:
    """Cut again, after a backup was restored, every link that had been cut before, and delete again
    what was deleted with it.

    Returns the number of links the backup had brought back.
    """
    by_id: dict[int, Forgotten] = {}
    for one in known:
        before = by_id.get(one.contact_id, one)
        back = tuple(sorted({*before.taken_back, *one.taken_back}))
        words = before.without_words or one.without_words
        by_id[one.contact_id] = Forgotten(one.contact_id, back, words)
    found = [await identify.by_id(tx, world, one) for one in await contacts.existing(tx, by_id)]
    people = [(one, one.contact.id) for one in found if one is not None and one.contact is not None]
    # Guests first: with the owner of the phone they would only be cut off, and all of theirs stay.
    people.sort(key=lambda one: one[0].guest is None)
    for person, contact_id in people:
        await _cut(tx, world, person, by_id[contact_id])
    return len(people)
