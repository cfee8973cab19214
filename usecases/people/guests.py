"""Someone else on the same phone: who answers there, and for whom an update is meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from content.schema.consultation import Consultation
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.shared_phone import (
    AnswerFirst,
    Mode,
    OnePersonAPhone,
    check_not_released,
    free_number,
)
from engagement.consultations.survey import ResponseState
from engagement.errors import OldButton
from storage.consultations import responses
from storage.insight import releases
from storage.people import arrivals, guests
from storage.people.guests import Guest
from usecases.people import identify, join, leave
from usecases.people.identify import Person, owner_of, recognise
from usecases.people.join import Hello
from usecases.people.leave import Forgotten
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The phone is its owner's again. ``number`` is the guest who had it; None if nobody had."""

    number: int | None


@dataclass(frozen=True, slots=True)
class WhichConsultation:
    """Which consultation does somebody else want to answer? By code."""

    consultations: tuple[tuple[int, Consultation], ...]


@dataclass(frozen=True, slots=True)
class GuestPage:
    """A guest, as the owner of the phone sees them: what they answer, and nothing of the answers.
    ``asks`` is whether to take their answers back was asked just now; ``held`` that the law wants
    everything kept."""

    guest: Guest
    consultation: Consultation
    code: int
    open: bool
    asks: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class GuestTakenBack:
    """A guest's answers are deleted, and the link between them and the phone."""

    number: int


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
    open and that the owner of the phone has answered. Raises OnePersonAPhone, AnswerFirst,
    NotJoined."""
    if not world.library.council.shared_phones:
        raise OnePersonAPhone
    owner = await owner_of(tx, world, person)
    done = [
        response.consultation
        for response in await responses.responses_of(tx, owner.resident[0])
        if response.state is ResponseState.COMPLETE
    ]
    found = [
        (world.loaded.consultation_codes[c.slug], c)
        for c in world.all_consultations
        if c.slug in done and phase(c, world.now()) is Phase.OPEN
    ]
    if not found:
        raise AnswerFirst
    return found[0][0] if len(found) == 1 else WhichConsultation(tuple(found))


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
    if mine is None or mine.state is not ResponseState.COMPLETE:
        raise AnswerFirst
    check_may_answer(consultation, ward=mine.ward, answered_from=mine.ward, now=world.now())
    before = await releases.latest(tx, consultation.slug)
    check_not_released(consultation, released=before is not None)
    linked = []
    for guest in await guests.guests_of(tx, owner.contact.id):
        if guest.consultation != consultation.slug:
            continue
        if (await recognise(tx, world, guest.seat)).has_joined:
            linked.append(guest)
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
    if before is not None and not (await recognise(tx, world, before.seat)).has_joined:
        await _drop(tx, before)
    return owner, HandedBack(None if before is None else before.number)


async def page(
    tx: Transaction, world: World, person: Person, code: int, number: int, *, asks: bool = False
) -> GuestPage:
    """One guest, for the owner of the phone. Raises OldButton."""
    guest = await _numbered(tx, world, person, code, number)
    consultation = world.consultation(guest.consultation).consultation
    is_open = phase(consultation, world.now()) is Phase.OPEN
    held = is_open and await leave.is_held(tx)
    return GuestPage(guest, consultation, code, is_open, asks=asks and is_open, held=held)


async def take_back(
    tx: Transaction, world: World, person: Person, code: int, number: int
) -> tuple[Forgotten | None, GuestTakenBack | GuestPage]:
    """Delete a guest's answers to what is still open, and the link. While the law wants everything
    kept nothing is deleted, and their page says so. Raises OldButton."""
    theirs = await page(tx, world, person, code, number)
    gone = await recognise(tx, world, theirs.guest.seat)
    if not theirs.open:
        raise OldButton
    if theirs.held:
        return None, theirs
    return await leave.forget(tx, world, gone), GuestTakenBack(number)


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
