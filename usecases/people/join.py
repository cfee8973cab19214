"""Joining: hello, 13 or over, where is home. Nothing is kept of those who do not agree."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from content.schema import Consultation, Ward
from engagement.broadcasts.delivery import Reach
from engagement.consultations.lifecycle import open_for
from engagement.consultations.receipt import base36
from engagement.consultations.survey import ResponseState, folded
from engagement.errors import InviteNotGood, OldButton, WrongKind
from engagement.staff.rights import Role
from storage.consultations import answers
from storage.conversation import codes, shown
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.people import residents
from storage.people.residents import Arrival, Contact
from storage.staff import members
from usecases.people import leave, locate
from usecases.people.identify import Person
from usecases.people.locate import LocationQuestion, Purpose, WardQuestion
from usecases.world import Transaction, World

INVITE_MARK = "i-"
"""A start link that begins so carries a staff invite; all others lead to a poster."""


class ArrivalStep(StrEnum):
    """What an arrival was last asked."""

    HELLO = "hello"  # who this is and what we keep
    AGE = "age"  # 13 or over?
    WARD = "ward"  # where is home: the poster's ward, a postcode, a name
    LIST = "list"  # where is home: the council's list


@dataclass(frozen=True, slots=True)
class Hello:
    """The first thing anybody sees. ``lacking`` is the language, by its code, that their phone
    asks for and we cannot write."""

    lacking: str = ""


@dataclass(frozen=True, slots=True)
class AgeQuestion:
    """13 or over?"""


@dataclass(frozen=True, slots=True)
class TooYoung:
    """Thank you, and goodbye: nothing was kept."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Welcome: the ward, and what is open there."""

    ward: Ward
    open: tuple[Consultation, ...]
    code: int | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class StaffWelcome:
    """A role has been taken up."""

    role: Role
    label: str
    wards: tuple[Ward, ...]
    every_ward: bool


Asked = Hello | AgeQuestion | WardQuestion


async def start(
    tx: Transaction, world: World, person: Person, payload: str
) -> Asked | Joined | StaffWelcome:
    """/start, plain, from a poster, or with a staff invite. Raises InviteNotGood."""
    if payload.startswith(INVITE_MARK):
        return await _take_up_post(tx, world, person, payload)
    if person.contact is not None and person.has_joined:
        if person.contact.reach is not Reach.REACHABLE:
            await residents.set_reach(tx, person.contact.id, Reach.REACHABLE)
        resident, ward_now = person.resident
        given = await answers.responses_of(tx, resident)
        answered = {r.consultation for r in given if r.state is ResponseState.COMPLETE}
        return welcome(world, ward_now, again=True, answered=answered)
    ward, source = await _from_poster(tx, world, payload)
    return await arrive(tx, world, person, ward=ward, source=source)


async def arrive(
    tx: Transaction,
    world: World,
    person: Person,
    *,
    language: str | None = None,
    ward: str | None = None,
    source: str | None = None,
) -> Hello:
    """Somebody is here: an arrival and no more, until they agree."""
    arrival = Arrival(
        id=world.draw(),
        chat_id=person.chat_id,
        language=language or person.language,
        step=ArrivalStep.HELLO,
        ward=ward,
        source=source,
        page=0,
    )
    await residents.note_arrival(tx, arrival, world.now())
    lacks = language is None and person.asked not in ("", *world.library.council.languages)
    return Hello(lacking=person.asked if lacks else "")


def where_it_stands(world: World, arrival: Arrival) -> Asked:
    """What this arrival was last asked."""
    match ArrivalStep(arrival.step):
        case ArrivalStep.HELLO:
            return Hello()
        case ArrivalStep.AGE:
            return AgeQuestion()
        case _:
            return ward_question(world, arrival)


async def agree(tx: Transaction, person: Person) -> AgeQuestion:
    """Start was tapped under what we keep."""
    await _move(tx, person, ArrivalStep.AGE)
    return AgeQuestion()


async def say_age(
    tx: Transaction, world: World, person: Person, *, old_enough: bool
) -> WardQuestion | TooYoung:
    """Under 13: nothing at all is kept."""
    if not old_enough:
        await residents.drop_arrival(tx, _arrival(person).chat_id)
        await deployment.remember(tx, leave.REWRITE, "due")
        return TooYoung()
    await _move(tx, person, ArrivalStep.WARD)
    return ward_question(world, _arrival(person))


async def ask_postcode(tx: Transaction, person: Person) -> WardQuestion:
    """Type my postcode was tapped."""
    await residents.move_arrival(tx, _arrival(person).id, step=ArrivalStep.WARD, ward=None)
    return WardQuestion()


def ask_location(person: Person) -> LocationQuestion:
    """Use my location was tapped. Raises OldButton."""
    _ = _past_age(person)
    return LocationQuestion()


def take_location(world: World, person: Person, latitude: float, longitude: float) -> WardQuestion:
    """A location was shared: the ward it is in, or the nearest, for the person to confirm.

    Raises WrongKind, PlaceElsewhere.
    """
    if _arrival(person).step not in (ArrivalStep.WARD, ArrivalStep.LIST):
        raise WrongKind
    return locate.near(world, latitude, longitude, Purpose.JOIN)


async def show_list(tx: Transaction, world: World, person: Person, page: int) -> WardQuestion:
    """Pick from a list was tapped, or another page of it."""
    shown = locate.page_of(world, page, Purpose.JOIN)
    await residents.move_arrival(tx, _arrival(person).id, step=ArrivalStep.LIST, page=shown.page)
    return shown


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> Asked | TooYoung | Joined:
    """Words from somebody who has not joined: they do what the buttons do.

    Raises the refusals of ``place.read_place``, OldButton.
    """
    arrival = _arrival(person)
    words = folded(text)
    match ArrivalStep(arrival.step):
        case ArrivalStep.HELLO:
            return await agree(tx, person) if words in ("start", "yes", "ok", "1") else Hello()
        case ArrivalStep.AGE:
            if words in ("yes", "y", "1"):
                return await say_age(tx, world, person, old_enough=True)
            if words in ("no", "n", "2"):
                return await say_age(tx, world, person, old_enough=False)
            return AgeQuestion()
        case ArrivalStep.WARD if arrival.ward and words in ("yes", "y"):
            return await settle_in(tx, world, person, arrival.ward)
        case _:
            listed = arrival.step == ArrivalStep.LIST
            found = locate.read_place(world, text, listed=listed)
            if found.ward is not None:
                return await settle_in(tx, world, person, found.ward.code)
            return locate.only(world, found.several, Purpose.JOIN)


async def confirm_poster(tx: Transaction, world: World, person: Person) -> Joined:
    """Yes, the poster's ward is home."""
    arrival = _arrival(person)
    if arrival.ward is None:
        raise OldButton
    return await settle_in(tx, world, person, arrival.ward)


async def settle_in(tx: Transaction, world: World, person: Person, ward: str) -> Joined:
    """The moment of joining: a resident with a random id, and apart from it the contact.

    Only an arrival past the age question gets here. Raises OldButton otherwise.
    """
    arrival = _past_age(person)
    home = world.library.wards.get(ward)
    if home is None:
        # A poster or a list from before the boundaries changed.
        raise OldButton
    now = world.now()
    resident = world.draw()
    await residents.add_resident(
        tx, resident, ward=ward, vintage=home.vintage, source=arrival.source, now=now
    )
    if person.contact is None:
        contact = Contact(
            id=world.draw(),
            chat_id=person.chat_id,
            language=arrival.language,
            reach=Reach.REACHABLE,
            new_messages=False,
            resident_id=resident,
            ward=ward,
            last_heard_at=now,
        )
        await residents.add_contact(tx, contact)
        await shown.hand_over_shown(tx, arrival.id, contact.id)
    else:
        await residents.make_resident(tx, person.contact.id, resident)
    await residents.drop_arrival(tx, person.chat_id)
    return welcome(world, ward)


def ward_question(world: World, arrival: Arrival) -> WardQuestion:
    """Where is home, as this arrival is to be asked."""
    if arrival.step == ArrivalStep.LIST:
        return locate.page_of(world, arrival.page, Purpose.JOIN)
    return WardQuestion(suggested=world.library.wards.get(arrival.ward or ""))


def welcome(
    world: World, ward: str, *, again: bool = False, answered: Collection[str] = ()
) -> Joined:
    """The ward, and what is open there and not yet ``answered``."""
    all_open = open_for(world.all_consultations, ward, world.now())
    found = tuple(c for c in all_open if c.slug not in answered)
    code = world.loaded.consultation_codes[found[0].slug] if len(found) == 1 else None
    return Joined(ward=world.library.ward(ward), open=found, code=code, again=again)


async def poster_payload(tx: Transaction, ward: str, source: str) -> str:
    """What a poster's link carries: a short code for its ward and where it hangs."""
    return base36(await codes.code_for(tx, CodeKind.POSTER, f"{ward}|{source}"))


async def _from_poster(
    tx: Transaction, world: World, payload: str
) -> tuple[str | None, str | None]:
    if not (payload.isascii() and payload.isalnum()) or len(payload) > 12:
        return None, None
    subject = await codes.subject_of(tx, CodeKind.POSTER, int(payload.lower(), 36))
    ward, _, source = (subject or "").partition("|")
    return (ward, source) if ward in world.library.wards else (None, None)


async def _take_up_post(
    tx: Transaction, world: World, person: Person, payload: str
) -> StaffWelcome:
    now = world.now()
    digest = hashlib.sha256(payload.removeprefix(INVITE_MARK).encode()).hexdigest()
    invite = await members.use_invite(tx, digest, now)
    if invite is None:
        raise InviteNotGood
    contact = person.contact
    if contact is None:
        contact = Contact(
            id=world.draw(),
            chat_id=person.chat_id,
            language=person.language,
            reach=Reach.REACHABLE,
            new_messages=False,
            resident_id=None,
            ward=None,
            last_heard_at=now,
        )
        await residents.drop_arrival(tx, person.chat_id)
        await residents.add_contact(tx, contact)
    staff_id = world.draw()
    await members.put_in_post(tx, staff_id, contact.id, invite, now)
    await deployment.note(tx, "joined-staff", staff_id=staff_id, subject=invite.role, now=now)
    return StaffWelcome(
        role=invite.role,
        label=invite.label,
        wards=tuple(world.library.wards[w] for w in invite.wards if w in world.library.wards),
        every_ward=invite.every_ward,
    )


def _past_age(person: Person) -> Arrival:
    arrival = _arrival(person)
    if arrival.step not in (ArrivalStep.WARD, ArrivalStep.LIST):
        raise OldButton
    return arrival


def _arrival(person: Person) -> Arrival:
    if person.arrival is None:
        raise OldButton
    return person.arrival


async def _move(tx: Transaction, person: Person, step: ArrivalStep) -> None:
    await residents.move_arrival(tx, _arrival(person).id, step=step)
