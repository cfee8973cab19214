"""Joining: the greeting, the age question and the home ward.

Nothing is kept of people who do not agree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from content.asked_in_words import agrees_to_begin
from content.yes_and_no import plain_yes_or_no, yes_or_no
from engagement.broadcasts.delivery import Reach
from engagement.consultations.survey import folded
from engagement.errors import NoPlaceNeeded, OldButton
from engagement.people.outlasting import Stays, WantsMessages
from storage.conversation import shown
from storage.operations import deployment
from storage.people import arrivals, contacts, guests, leaving, residents
from storage.people.arrivals import Arrival
from storage.people.contacts import Contact
from usecases.people import find_ward, forget, leave, poster_links
from usecases.people.find_ward import LocationQuestion, Purpose, WardQuestion
from usecases.people.identify import Person
from usecases.people.welcome import Joined, only_theirs, welcome, welcome_back
from usecases.world import Transaction, World


class ArrivalStep(StrEnum):
    """The question an arrival was last asked."""

    HELLO = "hello"  # who we are and what we keep
    AGE = "age"  # 13 or over?
    WARD = "ward"  # where is home: the poster's ward, a postcode or a name
    LIST = "list"  # where is home: a ward from the council's list


@dataclass(frozen=True, slots=True)
class Hello:
    """The first screen. ``lacking`` is the code of the language their phone asks for, where the
    council doesn't offer it, and ``role`` the name in a role as staff, which has nothing to do with
    joining. ``messages_again`` says that messages come again, after /stop."""

    lacking: str = ""
    role: str = ""
    messages_again: bool = False


@dataclass(frozen=True, slots=True)
class AgeQuestion:
    """Are you 13 or over? ``hint`` after words that were neither yes nor no."""

    hint: bool = False


@dataclass(frozen=True, slots=True)
class TooYoung:
    """The person is under 13; nothing was kept. ``guest``: they had somebody else's phone."""

    guest: bool = False


Asked = Hello | AgeQuestion | WardQuestion


async def start(tx: Transaction, world: World, person: Person, payload: str) -> Asked | Joined:
    """/start, plain or from a poster's link. Somebody who has joined is welcomed back,
    and stays if they were to be forgotten."""
    if person.guest is not None and person.has_joined:
        stays = await forget.stay(tx, world, person)
        back = only_theirs(world, person, await welcome_back(tx, world, *person.resident))
        return replace(back, stayed=stays.was_leaving)
    if person.contact is not None and person.has_joined:
        how = await leaving.leaving_of(tx, person.contact.id)
        lost_role = await forget.lost_role(tx, person, how)
        if how is not None:
            world.outlast(Stays(person.contact.id))
            await leaving.drop_leaving(tx, person.contact.id)
        if person.contact.reach is Reach.STOPPED:
            world.outlast(WantsMessages(person.contact.id))
        if person.contact.reach is not Reach.REACHABLE:
            await contacts.set_reach(tx, person.contact.id, Reach.REACHABLE)
        resident, ward_now = person.resident
        edition = world.library.council.privacy.edition
        new_notice = await contacts.tell_of_notice(tx, person.contact.id, edition)
        back = await welcome_back(tx, world, resident, ward_now)
        back = replace(back, new_notice=new_notice, lost_role=lost_role)
        return replace(back, stayed=how is not None)
    again = await _messages_again(tx, world, person)
    ward, source = await poster_links.ward_and_source(tx, world, payload)
    hello = await arrive(tx, world, person, ward=ward, source=source)
    return replace(hello, role=person.staff.label if person.staff else "", messages_again=again)


async def _messages_again(tx: Transaction, world: World, person: Person) -> bool:
    """/start undoes a /stop also of staff who live elsewhere."""
    contact = person.contact
    if contact is None or contact.reach is not Reach.STOPPED:
        return False
    world.outlast(WantsMessages(contact.id))
    await contacts.set_reach(tx, contact.id, Reach.REACHABLE)
    return True


async def arrive(
    tx: Transaction,
    world: World,
    person: Person,
    *,
    language: str | None = None,
    ward: str | None = None,
    source: str | None = None,
    step: ArrivalStep = ArrivalStep.HELLO,
) -> Hello:
    """Record an arrival. Nothing more is stored until the person agrees."""
    arrival = Arrival(
        id=world.draw(),
        chat_id=person.chat_id,
        language=language or person.language,
        step=step,
        ward=ward,
        source=source,
        page=0,
        notice=None if step is ArrivalStep.HELLO else world.library.council.privacy.edition,
    )
    await arrivals.note_arrival(tx, arrival, world.now())
    lacks = language is None and person.asked not in ("", *world.library.council.languages)
    return Hello(lacking=person.asked if lacks and person.guest is None else "")


def current_question(world: World, arrival: Arrival) -> Asked:
    """The question this arrival was last asked."""
    match ArrivalStep(arrival.step):
        case ArrivalStep.HELLO:
            return Hello()
        case ArrivalStep.AGE:
            return AgeQuestion()
        case _:
            return ward_question(world, arrival)


async def agree(tx: Transaction, world: World, person: Person) -> AgeQuestion:
    """The person tapped Start under the summary of what we keep: a yes to the notice as it is."""
    edition = world.library.council.privacy.edition
    step = ArrivalStep.AGE
    await arrivals.move_arrival(tx, _arrival(person).id, step=step, notice=edition)
    return AgeQuestion()


async def say_age(
    tx: Transaction, world: World, person: Person, *, old_enough: bool
) -> WardQuestion | TooYoung:
    """Record the answer to the age question. Nothing at all is kept about people under 13."""
    if not old_enough:
        await arrivals.drop_arrival(tx, _arrival(person).chat_id)
        await deployment.remember(tx, leave.REWRITE, "due")
        if person.guest is not None:
            await guests.drop_guest(tx, person.guest)
        return TooYoung(guest=person.guest is not None)
    await _move(tx, person, ArrivalStep.WARD)
    return ward_question(world, _arrival(person))


async def ask_age_again(tx: Transaction, world: World, person: Person) -> AgeQuestion:
    """No was tapped by mistake. Nothing was kept, so joining begins again at this question.

    Raises OldButton for somebody who has begun again already, or has joined.
    """
    if person.arrival is not None or person.has_joined:
        raise OldButton
    await arrive(tx, world, person, step=ArrivalStep.AGE)
    return AgeQuestion()


async def ask_postcode(tx: Transaction, person: Person) -> WardQuestion:
    """The person tapped "Type my postcode"."""
    await arrivals.move_arrival(tx, _arrival(person).id, step=ArrivalStep.WARD, ward=None)
    return WardQuestion()


def ask_location(person: Person) -> LocationQuestion:
    """The person tapped "Use my location". Raises OldButton."""
    _ = _past_age(person)
    return LocationQuestion()


def take_location(world: World, person: Person, latitude: float, longitude: float) -> WardQuestion:
    """The ward a shared location is in, or the nearest wards, for the person to confirm.

    Raises NoPlaceNeeded, PlaceElsewhere.
    """
    if _arrival(person).step not in (ArrivalStep.WARD, ArrivalStep.LIST):
        raise NoPlaceNeeded
    return find_ward.near(world, latitude, longitude, Purpose.JOIN)


async def show_list(tx: Transaction, world: World, person: Person, page: int) -> WardQuestion:
    """The person tapped "Pick from a list", or turned to another page of it."""
    shown = find_ward.page_of(world, page, Purpose.JOIN)
    await arrivals.move_arrival(tx, _arrival(person).id, step=ArrivalStep.LIST, page=shown.page)
    return shown


async def ask_ward_again(tx: Transaction, world: World, person: Person) -> WardQuestion:
    """Back from the list: the question about home. Raises OldButton."""
    arrival = _past_age(person)
    await _move(tx, person, ArrivalStep.WARD)
    return WardQuestion(suggested=world.library.wards.get(arrival.ward or ""))


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> Asked | TooYoung | Joined:
    """Handle typed words from a person who has not joined: they do what the buttons do.

    Raises what ``find_ward.read_place`` raises, and OldButton.
    """
    arrival = _arrival(person)
    match ArrivalStep(arrival.step):
        case ArrivalStep.HELLO:
            return await agree(tx, world, person) if agrees_to_begin(text) else Hello()
        case ArrivalStep.AGE:
            said = plain_yes_or_no(text, person.language)
            said = {"1": True, "2": False}.get(folded(text), said)
            hint = AgeQuestion(hint=True)
            return hint if said is None else await say_age(tx, world, person, old_enough=said)
        case ArrivalStep.WARD if arrival.ward and yes_or_no(text, person.language) is True:
            return await complete(tx, world, person, arrival.ward)
        case _:
            listed = arrival.step == ArrivalStep.LIST
            found = find_ward.read_place(world, text, listed=listed)
            if found.ward is not None:
                return await complete(tx, world, person, found.ward.code)
            return find_ward.asked_back(world, found, Purpose.JOIN)


async def confirm_poster(tx: Transaction, world: World, person: Person) -> Joined:
    """The person confirmed that the poster's ward is home. Raises OldButton."""
    arrival = _arrival(person)
    if arrival.ward is None:
        raise OldButton
    return await complete(tx, world, person, arrival.ward)


async def complete(tx: Transaction, world: World, person: Person, ward: str) -> Joined:
    """Complete joining: add a resident with a random id and, stored separately, the contact.

    Raises OldButton for anybody but an arrival past the age question.
    """
    arrival = _past_age(person)
    home = world.library.wards.get(ward)
    if home is None:
        # The poster or the list dates from before the boundaries changed.
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
            reach=Reach.REACHABLE if person.guest is None else Reach.SHARED,
            new_messages=False,
            resident_id=resident,
            ward=ward,
            last_heard_at=now,
        )
        await contacts.add_contact(tx, contact)
        await shown.hand_over_shown(tx, arrival.id, contact.id)
    else:
        contact = person.contact
        await contacts.make_resident(tx, contact.id, resident)
    if arrival.notice is not None:
        await contacts.note_agreed(tx, contact.id, arrival.notice, now)
    await arrivals.drop_arrival(tx, person.chat_id)
    return only_theirs(world, person, welcome(world, ward))


def ward_question(world: World, arrival: Arrival) -> WardQuestion:
    """The question about home, in the form this arrival was last shown."""
    if arrival.step == ArrivalStep.LIST:
        return find_ward.page_of(world, arrival.page, Purpose.JOIN)
    return WardQuestion(suggested=world.library.wards.get(arrival.ward or ""))


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
    await arrivals.move_arrival(tx, _arrival(person).id, step=step)
