"""/forget: when the link is cut, and whether the person's own words go with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import Reach
from engagement.errors import NotJoined, OldButton
from engagement.people.outlasting import LeavesAtClose, RoleEnded, Stays
from engagement.staff.duties import Duty, hears, holds
from storage.broadcasts import deliveries
from storage.consultations import answers_retention, equality_answers, voice_notes
from storage.conversation import drafts
from storage.operations import complaints, deployment
from storage.people import contacts, duty_holders, leaving
from storage.people.leaving import Leaving
from storage.staff import members
from usecases.people import identify, leave, words_in_hand
from usecases.people.identify import Person
from usecases.people.leave import Forgotten
from usecases.world import Transaction, World


class Way(IntEnum):
    """What somebody may say to the question. A button says what it was offered for, so that an old
    one deletes nothing that its screen didn't name."""

    STAY = 0
    YES = 1  # nothing that they answered can still be answered
    AT_CLOSE = 2
    WORDS = 3  # they changed their mind about their words
    TAKE_BACK = 4  # now, with the answers to what can still be answered


@dataclass(frozen=True, slots=True)
class ForgetQuestion:
    """What will go and what will stay, shown before anything is done.

    ``closes`` is when the last of what they answered closes, or None; ``counting`` that it has
    closed, and its results are not released; ``both`` that some of it is open, and some has closed
    and isn't released. ``has_words`` says that there are words that could go, ``without_words``
    that they are to. ``held`` is true where the law wants everything kept; ``leaving`` where they
    have chosen to be forgotten at the close.
    """

    closes: datetime | None = None
    counting: bool = False
    both: bool = False
    has_words: bool = False
    without_words: bool = False
    held: bool = False
    leaving: bool = False
    complaint: bool = False  # they have complained, and nothing has come of it yet
    joined: bool = True  # as a resident, who may have answers
    role: str = ""  # the name in the role as staff that ends with it
    last_reader: bool = False  # of words of danger: nobody else is named whom messages reach
    has_places: bool = False  # that go in any case
    has_voices: bool = False  # that go in any case
    has_equality: bool = False  # what they said of themselves, which goes in any case
    unclear: bool = False  # asked again: what they typed was no answer
    others: int = 0  # people who answered on the same phone, who go with them


@dataclass(frozen=True, slots=True)
class ForgottenLater:
    """The link will be cut when the last of what they answered closes, or is counted if it has."""

    closes: datetime
    without_words: bool
    counting: bool = False
    had_role: bool = False  # as staff, which has ended


@dataclass(frozen=True, slots=True)
class Stayed:
    """They stay. ``was_leaving`` if they had chosen to be forgotten at the close, ``had_role`` if
    they were staff until then."""

    was_leaving: bool
    had_role: bool = False


async def ask(
    tx: Transaction, world: World, person: Person, *, without_words: bool | None = None
) -> ForgetQuestion:
    """The first of two steps. Raises NotJoined where there is no contact."""
    if person.contact is None:
        raise NotJoined
    how = await leaving.leaving_of(tx, person.contact.id)
    if without_words is None:
        without_words = how is not None and how.without_words
    open_ones = await leave.counting(tx, world, person)
    held = await leave.is_held(tx)
    await words_in_hand.note_forget_asked(tx, world, person)
    others = await leave.guests_of(tx, world, person)
    everybody = (person, *others)
    has_words = any([await _has_words(tx, one) for one in everybody])
    has_places = any([await _has_places(tx, one) for one in everybody])
    has_voices = any([await _has_voices(tx, one) for one in everybody])
    return ForgetQuestion(
        closes=_last(open_ones),
        counting=bool(open_ones) and open_ones[-1].closes_at <= world.now(),
        both=bool(open_ones) and open_ones[0].closes_at <= world.now() < open_ones[-1].closes_at,
        has_words=has_words,
        without_words=without_words and has_words and not held,
        held=held and (has_words or bool(open_ones)),
        leaving=how is not None,
        complaint=bool(await complaints.open_complaints(tx, person.contact.id)),
        joined=person.has_joined,
        role="" if person.staff is None else person.staff.label,
        has_places=not held and has_places,
        has_voices=not held and has_voices,
        has_equality=await _has_equality(tx, person),
        last_reader=await _is_last_reader(tx, world, person),
        others=len(others),
    )


async def decide(
    tx: Transaction, world: World, person: Person, number: int, *, without_words: bool
) -> ForgetQuestion | Forgotten | ForgottenLater | Stayed:
    """What the person says. Asks again where what they were asked is no longer so.

    Raises NotJoined, OldButton.
    """
    try:
        way = Way(number)
    except ValueError:
        raise OldButton from None
    if way is Way.STAY:
        return await stay(tx, world, person)
    question = await ask(tx, world, person, without_words=without_words)
    is_open, words = question.closes is not None, question.without_words
    if way is Way.WORDS:
        await _note_words(tx, world, person, words)
        return question
    if way is Way.AT_CLOSE and question.closes is not None:
        await leave_at_close(tx, world, person, without_words=words)
        had_role = person.staff is not None
        return ForgottenLater(question.closes, words, question.counting, had_role)
    frozen = question.held and (is_open or without_words)
    if frozen or way is Way.AT_CLOSE or is_open is not (way is Way.TAKE_BACK):
        return question
    return await leave.forget(tx, world, person, without_words=words)


async def stay(tx: Transaction, world: World, person: Person) -> Stayed:
    """The person stays: with messages, if they got them before they asked to be forgotten.

    Raises NotJoined.
    """
    if person.contact is None:
        raise NotJoined
    how = await leaving.leaving_of(tx, person.contact.id)
    if how is not None:
        world.outlast(Stays(person.contact.id))
        await leaving.drop_leaving(tx, person.contact.id)
        await contacts.set_reach(tx, person.contact.id, how.reach_before)
    return Stayed(how is not None, had_role=await lost_role(tx, person, how))


async def lost_role(tx: Transaction, person: Person, how: Leaving | None) -> bool:
    """Whether somebody who was leaving was staff until they asked to be forgotten, and is not
    now."""
    if how is None or person.staff is not None:
        return False
    return await members.ended_at(tx, how.asked_at)


async def leave_at_close(
    tx: Transaction, world: World, person: Person, *, without_words: bool
) -> None:
    """Forget this person once everything they answered has closed, and write to them no more: what
    is queued is cancelled, a draft is dropped, and a staff role ends. Words on offer wait for their
    yes until then, unless words are to go. Raises NotJoined."""
    if person.contact is None:
        raise NotJoined
    contact, now = person.contact, world.now()
    how = await leaving.leaving_of(tx, contact.id)
    before = how.reach_before if how is not None else contact.reach
    world.outlast(LeavesAtClose(contact.id, without_words))
    await leaving.note_leaving(tx, contact.id, Leaving(now, without_words, before))
    if person.guest is None:
        # To somebody on another's phone nothing is sent in any case.
        await contacts.set_reach(tx, contact.id, Reach.STOPPED)
    await deliveries.cancel_queued(tx, contact.id, Reason.LEFT, now)
    stays = not without_words and bool(words_in_hand.undecided(person))
    await drafts.drop_all(tx, contact.id, but=words_in_hand.ON_OFFER if stays else "")
    if person.staff is not None:
        world.outlast(RoleEnded(person.staff.id))
        await members.end_role(tx, contact.id, now)
        await deployment.note(tx, "left-staff", staff_id=person.staff.id, now=now)


async def forget_those_due(
    tx: Transaction, world: World, still_open: Collection[str]
) -> list[Forgotten]:
    """Forget those who chose the close, once nothing they answered is among ``still_open``, or a
    quick poll that takes answers. During
    a legal hold those who want their words deleted wait for its end, and so do the owners of their
    phones."""
    held = await leave.is_held(tx)
    done: list[Forgotten] = []
    for contact_id, words in await contacts.ready_to_go(
        tx, still_open, with_words=held, now=world.now()
    ):
        person = await identify.by_id(tx, world, contact_id)
        if person is None or person.contact is None:
            continue
        if held and await _guest_waits(tx, world, person):
            continue
        done += await leave.forget_at_close(tx, world, person, without_words=words)
    return done


async def _guest_waits(tx: Transaction, world: World, person: Person) -> bool:
    """Whether somebody on this person's phone is to be forgotten with their words, for which a
    legal hold has to end. Without its owner nobody could find them."""
    for guest in await leave.guests_of(tx, world, person):
        how = guest.contact and await leaving.leaving_of(tx, guest.contact.id)
        if how and how.without_words:
            return True
    return False


async def _note_words(tx: Transaction, world: World, person: Person, without_words: bool) -> None:
    """Somebody who is leaving already changes what goes."""
    how = person.contact and await leaving.leaving_of(tx, person.contact.id)
    if how and person.contact:
        world.outlast(LeavesAtClose(person.contact.id, without_words))
        changed = Leaving(how.asked_at, without_words, how.reach_before)
        await leaving.note_leaving(tx, person.contact.id, changed)


async def _is_last_reader(tx: Transaction, world: World, person: Person) -> bool:
    named, now, duty = await duty_holders.holders(tx), world.now(), Duty.SAFEGUARDING
    if person.staff is None or not holds(person.staff.id, named, duty, now):
        return False
    others = (h for h in named if h.duty is duty and h.staff_id != person.staff.id)
    return not any(hears(h, now) for h in others)


async def _has_words(tx: Transaction, person: Person) -> bool:
    if not person.has_joined:
        return False
    return await answers_retention.has_words(tx, person.resident[0], await leave.text_questions(tx))


async def _has_places(tx: Transaction, person: Person) -> bool:
    if not person.has_joined:
        return False
    asked = await leave.place_questions(tx)
    return await answers_retention.has_places(tx, person.resident[0], asked)


async def _has_voices(tx: Transaction, person: Person) -> bool:
    return person.has_joined and await voice_notes.has_voices(tx, person.resident[0])


async def _has_equality(tx: Transaction, person: Person) -> bool:
    return person.has_joined and bool(await equality_answers.kept_of(tx, person.resident[0]))


def _last(open_ones: tuple[leave.StillOpen, ...]) -> datetime | None:
    return open_ones[-1].closes_at if open_ones else None
