"""Someone else on the same phone: who answers there, and for whom an update is meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from content.schema.consultation import Consultation
from engagement.consultations.eligibility import check_may_answer, not_open
from engagement.consultations.lifecycle import Phase, has_ended, open_for, phase
from engagement.consultations.shared_phone import (
    AnswerFirst,
    Mode,
    NothingToAnswer,
    OnePersonAPhone,
    check_not_released,
    free_number,
)
from engagement.consultations.steering import paused_until
from engagement.consultations.survey import ResponseState
from engagement.errors import OldButton, Refusal
from storage.consultations import responses
from storage.conversation import shown
from storage.insight import releases
from storage.people import arrivals, guests
from storage.people.guests import Guest
from usecases.people import identify, join, leave, words_in_hand
from usecases.people.identify import Person, owner_of, recognise
from usecases.people.join import ArrivalStep, Hello
from usecases.people.leave import Forgotten
from usecases.world import Transaction, World

SAYS_NOTHING_YET = timedelta(hours=1)
"""Somebody who has said nothing since they were greeted is greeted once, not at each tap."""


class Later(StrEnum):
    """What somebody who hands the phone back can still do there."""

    NOTHING = "nothing"  # they have not joined, or the link is cut just now
    CHANGE = "change"  # go on, change their answers and take them back
    SEE = "see"  # see their answers, while the questions take none


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The phone is its owner's again. ``number`` is the guest who had it; None if nobody had.
    ``later`` is what they can still do; ``unsent`` that they wrote what they did not decide on."""

    number: int | None
    later: Later = Later.NOTHING
    unsent: bool = False


@dataclass(frozen=True, slots=True)
class WhichConsultation:
    """Which consultation does somebody else want to answer? By code."""

    consultations: tuple[tuple[int, Consultation], ...]


@dataclass(frozen=True, slots=True)
class GuestPage:
    """A guest, as the owner of the phone sees them: what they answer, and nothing of the answers.
    ``ended`` is whether it takes no answers any more, ``opens`` when it takes some again after a
    pause. ``asks`` is whether to take their answers back was asked just now; ``held`` that the law
    wants everything kept."""

    guest: Guest
    consultation: Consultation
    code: int
    ended: bool
    opens: datetime | None = None
    asks: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class GuestTakenBack:
    """A guest's answers are deleted, and the link between them and the phone. ``messages`` are
    those whose buttons were theirs."""

    number: int
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GuestHere:
    """What a guest can do when they have typed what fits nothing."""

    code: int
    joined: bool


async def finished(tx: Transaction, world: World, person: Person) -> None:
    """This guest has come to the end: words that come next may be somebody else's."""
    if person.guest is not None:
        await guests.note_used(tx, person.guest.seat, world.now(), rests=True)


async def ask(tx: Transaction, world: World, person: Person) -> WhichConsultation | int:
    """Which consultation somebody else wants to answer, or the code of the only one: those that are
    open and that the owner of the phone has answered.

    Raises OnePersonAPhone, NotJoined, AnswerFirst, NothingToAnswer, and why what the owner has
    answered takes no answers now.
    """
    if not world.library.council.shared_phones:
        raise OnePersonAPhone
    owner = await owner_of(tx, world, person)
    resident, ward = owner.resident
    given = await responses.responses_of(tx, resident)
    complete = {one.consultation for one in given if one.state is ResponseState.COMPLETE}
    done = [c for c in world.all_consultations if c.slug in complete]
    found = [
        (world.loaded.consultation_codes[c.slug], c)
        for c in done
        if phase(c, world.now()) is Phase.OPEN
    ]
    if not found:
        begun = {one.consultation for one in given if one.values}
        raise _why_nobody(world, done, open_for(world.all_consultations, ward, world.now(), begun))
    return found[0][0] if len(found) == 1 else WhichConsultation(tuple(found))


def _why_nobody(
    world: World, done: Collection[Consultation], still_open: Collection[Consultation]
) -> Refusal:
    """Why nobody else can answer on this phone, whose owner has ``done`` these."""
    if still_open:
        return AnswerFirst()
    last = max(done, key=lambda c: c.closes_at, default=None)
    return NothingToAnswer() if last is None else not_open(last, world.now())


async def begin(tx: Transaction, world: World, person: Person, code: int) -> tuple[Person, Hello]:
    """Somebody else begins to answer on this phone, with a random id of their own.

    Raises OnePersonAPhone, AnswerFirst, PhoneFull, ReleasedBefore, NotJoined, and what
    ``check_may_answer`` raises.
    """
    if not world.library.council.shared_phones:
        raise OnePersonAPhone
    owner = await owner_of(tx, world, person)
    resident, _ = owner.resident
    if owner.contact is None:
        raise OldButton
    consultation = world.consultation_coded(code).consultation
    mine = await responses.response_of(tx, resident, consultation.slug)
    from_ward = mine.ward if mine is not None else owner.resident[1]
    check_may_answer(consultation, ward=from_ward, answered_from=from_ward, now=world.now())
    if mine is None or mine.state is not ResponseState.COMPLETE:
        raise AnswerFirst
    before = await releases.latest(tx, consultation.slug)
    check_not_released(consultation, released=before is not None)
    linked = []
    for guest in await guests.guests_of(tx, owner.contact.id):
        if guest.consultation != consultation.slug:
            continue
        theirs = await recognise(tx, world, guest.seat)
        if theirs.has_joined:
            linked.append(guest)
        elif _is_just_greeted(world, theirs, owner.contact.answering):
            # The button was tapped twice.
            return replace(theirs, sent=person.sent), Hello()
        else:
            # They never agreed to anything: whoever has the phone now begins in their place.
            await _drop(tx, guest)
    number = free_number([guest.number for guest in linked], consultation)
    seat = -(world.draw() >> 1) - identify.LOWEST_SEAT
    now = world.now()
    new = Guest(seat, owner.contact.id, owner.chat_id, consultation.slug, number, now)
    await guests.add_guest(tx, new, now)
    await guests.set_answering(tx, owner.contact.id, seat)
    who = replace(await recognise(tx, world, seat), language=person.language, sent=person.sent)
    await join.arrive(tx, world, who, language=person.language)
    return replace(await recognise(tx, world, seat), sent=person.sent), Hello()


def _is_just_greeted(world: World, guest: Person, answering: int | None) -> bool:
    """Whether this is somebody who has the phone, and has said nothing since the greeting."""
    if guest.guest is None or guest.arrival is None or guest.guest.seat != answering:
        return False
    is_hello = guest.arrival.step == ArrivalStep.HELLO
    return is_hello and world.now() - guest.guest.used_at <= SAYS_NOTHING_YET


async def hand_back(tx: Transaction, world: World, person: Person) -> tuple[Person, HandedBack]:
    """The phone is its owner's again. What somebody began who agreed to nothing is deleted."""
    owner = await owner_of(tx, world, person)
    if owner.contact is None:
        raise OldButton
    before = person.guest
    if before is None and owner.contact.answering is not None:
        before = await guests.guest_in(tx, owner.contact.answering)
    await guests.set_answering(tx, owner.contact.id, None)
    owner = replace(owner, contact=replace(owner.contact, answering=None))
    if before is None:
        return owner, HandedBack(None)
    theirs = await recognise(tx, world, before.seat)
    if not theirs.has_joined:
        await _drop(tx, before)
        return owner, HandedBack(before.number)
    later = _later(world, before)
    unsent = later is not Later.NOTHING and bool(words_in_hand.undecided(theirs))
    return owner, HandedBack(before.number, later, unsent)


def _later(world: World, guest: Guest) -> Later:
    match phase(world.consultation(guest.consultation).consultation, world.now()):
        case Phase.OPEN:
            return Later.CHANGE
        case Phase.PAUSED | Phase.CLOSED:
            return Later.SEE
        case _:
            return Later.NOTHING


async def page(
    tx: Transaction, world: World, person: Person, code: int, number: int, *, asks: bool = False
) -> GuestPage:
    """One guest, for the owner of the phone. Raises OldButton."""
    guest = await _numbered(tx, world, person, code, number)
    consultation = world.consultation(guest.consultation).consultation
    ended = has_ended(consultation, world.now())
    opens = paused_until(consultation, world.now())
    held = not ended and await leave.is_held(tx)
    return GuestPage(guest, consultation, code, ended, opens, asks=asks and not ended, held=held)


async def take_back(
    tx: Transaction, world: World, person: Person, code: int, number: int
) -> tuple[Forgotten | None, GuestTakenBack | GuestPage]:
    """Delete a guest's answers to what is still open, and the link. While the law wants everything
    kept nothing is deleted, and their page says so. Raises OldButton."""
    theirs = await page(tx, world, person, code, number)
    gone = await recognise(tx, world, theirs.guest.seat)
    if theirs.ended:
        raise OldButton
    if theirs.held:
        return None, theirs
    screens = [] if gone.id is None else await shown.shown_to(tx, gone.id)
    messages = tuple(screen.message_id for screen in screens if screen.buttons)
    return await leave.forget(tx, world, gone), GuestTakenBack(number, messages)


async def cut_those_closed(
    tx: Transaction, world: World, still_open: Collection[str]
) -> list[Forgotten]:
    """Cut the links of guests whose consultation is not among ``still_open``: their answers stay
    under a random id that leads to nobody, with their words, places and voices. Returns those who
    had asked to be forgotten then, and are."""
    done = []
    for contact_id in await guests.contacts_to_cut(tx, still_open):
        person = await identify.by_id(tx, world, contact_id)
        if person is not None:
            done.append(await leave.cut_at_close(tx, world, person))
    return [*filter(None, done)]


def mode_of(person: Person) -> Mode:
    """How this person answers."""
    return Mode.CHAT if person.guest is None else Mode.SHARED_PHONE


def check_theirs(person: Person, slug: str) -> None:
    """On another's phone people answer only what they have come for. Raises OldButton."""
    if person.guest is not None and slug != person.guest.consultation:
        raise OldButton


def here(world: World, person: Person) -> GuestHere | None:
    """What this guest can do; None for anybody else."""
    if person.guest is None:
        return None
    code = world.loaded.consultation_codes[person.guest.consultation]
    return GuestHere(code, person.has_joined)


async def _numbered(tx: Transaction, world: World, person: Person, code: int, number: int) -> Guest:
    if person.contact is None or person.guest is not None:
        raise OldButton
    slug = world.consultation_coded(code).consultation.slug
    for guest in await guests.guests_of(tx, person.contact.id):
        is_meant = (guest.consultation, guest.number) == (slug, number)
        if is_meant and (await recognise(tx, world, guest.seat)).has_joined:
            return guest
    raise OldButton


async def _drop(tx: Transaction, guest: Guest) -> None:
    await arrivals.drop_arrival(tx, guest.seat)
    await guests.drop_guest(tx, guest)
