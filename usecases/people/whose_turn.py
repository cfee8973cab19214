"""Whose turn it is on a phone that several people share: for whom an update is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from content.typed_words import keyed
from engagement.errors import OldButton
from storage.broadcasts import deliveries
from storage.conversation import shown
from storage.people import contacts, guests
from storage.people.guests import Guest
from usecases.people import words_in_hand
from usecases.people.heard import (
    ASKS_FOR_MINE,
    HANDS_ON,
    MINE,
    OWNERS_AND,
    Heard,
    command_in,
    parted,
    verb_in,
)
from usecases.people.identify import Person, recognise
from usecases.world import Transaction, World

LATELY = timedelta(minutes=30)
"""After so long without a message or a tap somebody else may have the phone."""
WHO = "phone"
"""The topic of the screen that asks who has the phone."""


class Why(StrEnum):
    """Why it is asked who has the phone."""

    WORDS = "words"  # words came that weren't used: nobody knows whose they are
    OWNERS = "owners"  # what is for the owner alone was asked for
    MINE = "mine"  # somebody asked for their own answers
    AGAIN = "again"  # it was asked before, or a reply was lost


@dataclass(frozen=True, slots=True)
class WhoQuestion:
    """Who has the phone? ``then`` is the data of the owner's button that was tapped: it is pressed
    as soon as the owner says that they have the phone. What both may ask for (``why`` is MINE) is
    done for the one who says so. ``language`` is the guest's."""

    guest: Guest
    language: str
    why: Why = Why.WORDS
    then: str = ""


async def meant(
    tx: Transaction, world: World, owner: Person, heard: Heard
) -> tuple[Person, WhoQuestion | None]:
    """The person an update is for, of those who share this phone; or that it has to be asked.

    A guest's button is theirs, an edit is for the one who wrote the message, a reply for the one
    whose message it replies to, and other words are for whoever has the phone. While a guest has
    it, whatever shows or changes something of the owner's is asked about first; so is what is typed
    below a guest's screen, whoever had it last.

    Raises OldButton for a button of a guest who is no longer linked.
    """
    if heard.pressed is not None:
        _, seat = parted(heard.pressed)
        if seat is not None:
            return await in_seat(tx, world, owner, seat), None
    guest = await having(tx, owner)
    if heard.stops:
        return owner, None
    if guest is None and heard.points_nowhere:
        guest = await _above(tx, world, owner)
    if guest is None:
        found = None if heard.is_command else await _whose(tx, world, owner, heard)
        return found or owner, None
    if heard.pressed is not None or heard.is_command:
        return await _of_owner(tx, world, owner, guest, heard)
    return await _of_words(tx, world, owner, guest, heard)


async def having(tx: Transaction, owner: Person) -> Guest | None:
    """The guest who has the phone of this person just now."""
    seat = None if owner.contact is None else owner.contact.answering
    return None if seat is None else await guests.guest_in(tx, seat)


async def _above(tx: Transaction, world: World, owner: Person) -> Guest | None:
    """The guest whose screen is the newest in the chat, though the owner has the phone as far as is
    known: what came of the guest's edit, or a notice. Nobody knows who reads that."""
    found = await _newest_of_guests(tx, world, owner)
    if found is None or owner.contact is None:
        return None
    message, guest = found
    news = await deliveries.newest_message(tx, owner.contact.id) or 0
    hers = [screen.message_id for screen in await shown.shown_to(tx, owner.contact.id)]
    seen = max([*hers, news, words_in_hand.seen_of_others(owner)])
    return replace(guest, rests=True) if message > seen else None


async def _newest_of_guests(
    tx: Transaction, world: World, owner: Person
) -> tuple[int, Guest] | None:
    """The newest message that shows something to somebody else on this phone, and to whom."""
    if owner.contact is None:
        return None
    found = []
    for guest in await guests.guests_of(tx, owner.contact.id):
        theirs = await recognise(tx, world, guest.seat)
        screens = [] if theirs.id is None else await shown.shown_to(tx, theirs.id)
        found += [(screen.message_id, guest) for screen in screens]
    return max(found, key=lambda one: one[0], default=None)


async def has_phone(tx: Transaction, person: Person) -> bool:
    """Whether this person has the phone just now, as far as is known, of those who share it."""
    if person.guest is None:
        return await having(tx, person) is None
    owner = await contacts.contact(tx, person.guest.owner_id)
    return owner is not None and owner.answering == person.guest.seat


async def is_shared(tx: Transaction, person: Person) -> bool:
    """Whether several people answer on this person's phone: what came from it may be another's."""
    if person.guest is not None or person.contact is None:
        return person.guest is not None
    return bool(await guests.guests_of(tx, person.contact.id))


async def ask_again(tx: Transaction, world: World, person: Person) -> WhoQuestion | None:
    """The question who has the phone, where nothing of its owner's may be shown before that."""
    guest = await having(tx, person)
    return None if guest is None else await _who(tx, world, guest, Why.AGAIN)


async def _who(
    tx: Transaction, world: World, guest: Guest, why: Why = Why.WORDS, then: str = ""
) -> WhoQuestion:
    theirs = await recognise(tx, world, guest.seat)
    return WhoQuestion(guest, theirs.language, why, then)


async def _of_owner(
    tx: Transaction, world: World, owner: Person, guest: Guest, heard: Heard
) -> tuple[Person, WhoQuestion | None]:
    """A command, or a tap on one of the owner's buttons, while a guest has the phone."""
    if heard.asks_for_help:
        return await recognise(tx, world, guest.seat), None
    if heard.gives_phone:
        return owner, None
    if command_in(heard.text) == ASKS_FOR_MINE:
        return owner, await _who(tx, world, guest, Why.MINE, MINE)
    return owner, await _who(tx, world, guest, Why.OWNERS, heard.pressed or "")


async def _of_words(
    tx: Transaction, world: World, owner: Person, guest: Guest, heard: Heard
) -> tuple[Person, WhoQuestion | None]:
    """Words, or a file, while a guest has the phone: never the owner's without their say."""
    if heard.edited is None and await _label(tx, owner, heard.text, WHO) is not None:
        return owner, None
    found = await _whose(tx, world, owner, heard)
    if found is not None:
        is_reply_to_owner = heard.edited is None and found.guest is None
        return (owner, await _who(tx, world, guest)) if is_reply_to_owner else (found, None)
    return await _of_two(tx, world, owner, guest, heard)


async def _of_two(
    tx: Transaction, world: World, owner: Person, guest: Guest, heard: Heard
) -> tuple[Person, WhoQuestion | None]:
    """The guest who has the phone, or nobody knows: after their receipt, after a silence, and below
    something that has come for the owner since."""
    theirs = await recognise(tx, world, guest.seat)
    came = await deliveries.came_since(tx, guest.owner_id, guest.used_at)
    came = came or await _owners_is_newest(tx, owner, theirs)
    if not guest.rests and not came and heard.at - guest.used_at <= LATELY:
        return theirs, None
    if heard.edited is not None:
        return owner, None
    label = parted(await _label(tx, theirs, heard.text) or "")[0]
    # The same label may be on a screen of the owner's, but for those that say who has the phone.
    is_theirs = verb_in(label) in HANDS_ON or heard.asks_for_help or heard.gives_phone
    if is_theirs or heard.hands_back:
        return theirs, None
    return owner, await _who(tx, world, guest)


async def _owners_is_newest(tx: Transaction, owner: Person, guest: Person) -> bool:
    """Whether the newest screen in the chat is the owner's: a notice, or what came of an edit."""
    if owner.id is None or guest.id is None:
        return False
    theirs = [s.message_id for s in await shown.shown_to(tx, guest.id)]
    seen = max([*theirs, words_in_hand.seen_of_others(guest)], default=0)
    return bool(theirs) and await _newest_of(tx, owner.id) > seen


async def _newest_of(tx: Transaction, owner: int) -> int:
    """The newest message that shows something to the owner of a phone."""
    every = [s.message_id for s in await shown.shown_to(tx, owner) if s.topic != WHO]
    return max(every, default=0)


async def is_owners_say(tx: Transaction, owner: Person, heard: Heard) -> bool:
    """Whether the owner says, with a tap or its label, that they have the phone, and that what they
    tapped before is to be done."""
    pressed = heard.pressed
    if pressed is None and heard.edited is None:
        pressed = await _label(tx, owner, heard.text, WHO)
    return verb_in(pressed or "") == OWNERS_AND


async def _label(
    tx: Transaction, person: Person, text: str, topic: str | None = None
) -> str | None:
    """The data of the button in a person's chat with this label, of this topic if one is named."""
    screens = [] if person.id is None else await shown.shown_to(tx, person.id)
    labels = {
        keyed(label): data
        for screen in screens
        if topic in (None, screen.topic)
        for label, data in screen.buttons.items()
    }
    return labels.get(keyed(text))


async def in_seat(tx: Transaction, world: World, owner: Person, seat: int) -> Person:
    """The guest with this seat on this phone. Raises OldButton."""
    guest = await guests.guest_in(tx, seat)
    if guest is None or owner.contact is None or guest.owner_id != owner.contact.id:
        raise OldButton
    return await recognise(tx, world, seat)


async def _whose(tx: Transaction, world: World, owner: Person, heard: Heard) -> Person | None:
    """The person who wrote the message that was edited, or who was shown the one replied to."""
    if owner.contact is None or (heard.edited is None and heard.replied_to is None):
        return None
    linked = await guests.guests_of(tx, owner.contact.id)
    if not linked:
        return None
    for person in [owner, *[await recognise(tx, world, guest.seat) for guest in linked]]:
        if heard.edited is not None:
            if words_in_hand.written_in(person, heard.edited) is not None:
                return person
        elif person.id is not None:
            screens = await shown.shown_to(tx, person.id)
            if any(screen.message_id == heard.replied_to for screen in screens):
                return person
    to = heard.replied_to
    if heard.edited is None and to is not None:
        was_news = await deliveries.kind_of_message(tx, owner.contact.id, to)
        return None if was_news is None else owner
    return None


async def note_turn(
    tx: Transaction,
    world: World,
    owner: Person,
    person: Person,
    heard: Heard,
    *,
    asked: WhoQuestion | None,
) -> Person:
    """Record who has the phone now: the guest who wrote or tapped. After a stop word, and until it
    is said where it was asked, nobody knows: no guest's turn ends without a word. Returns this
    person as they are now."""
    if owner.contact is None or heard.edited is not None:
        return person
    if asked is not None or heard.stops:
        guest = await having(tx, owner) or (asked.guest if asked else None)
        if guest is not None:
            await guests.set_answering(tx, guest.owner_id, guest.seat)
            await guests.note_used(tx, guest.seat, guest.used_at, rests=True)
    elif person.guest is not None and not heard.asks_for_help:
        person = await take(tx, person, world.now())
        if heard.pressed is not None and await _owners_is_newest(tx, owner, person):
            # They have seen what came for the owner, and go on.
            newest = await _newest_of(tx, owner.contact.id)
            return await words_in_hand.note_seen_of_others(tx, world, person, newest)
    elif person.guest is None and heard.pressed is not None:
        return await _owner_goes_on(tx, world, person)
    return person


async def _owner_goes_on(tx: Transaction, world: World, owner: Person) -> Person:
    """The owner taps a button of theirs: they have seen what came for a guest."""
    if await _above(tx, world, owner) is None:
        return owner
    newest = await _newest_of_guests(tx, world, owner)
    if newest is None:
        return owner
    return await words_in_hand.note_seen_of_others(tx, world, owner, newest[0])


async def take(tx: Transaction, person: Person, now: datetime) -> Person:
    """This guest has the phone, since they wrote or tapped just now, or typed a label. Returns the
    person as they are now."""
    guest = person.guest
    if guest is None:
        return person
    await guests.set_answering(tx, guest.owner_id, guest.seat)
    await guests.note_used(tx, guest.seat, now, rests=False)
    return replace(person, guest=replace(guest, used_at=now, rests=False, has_it=True))
