"""Identifying the person in a chat, for every update: arrival or contact, and any staff role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.broadcasts.delivery import Reach
from engagement.consultations.late import Sent
from engagement.errors import NotJoined
from engagement.staff.rights import StaffMember
from storage.conversation.drafts import Draft
from storage.people import arrivals, contacts, guests, leaving
from storage.people.arrivals import Arrival
from storage.people.contacts import Contact
from storage.people.guests import Guest
from storage.staff import members
from usecases.world import Transaction, World

LOWEST_SEAT = 1 << 53
"""What a guest has in place of a chat is below minus this: no chat of Telegram's is."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a private chat. Both ``arrival`` and ``contact`` are set only while a member of
    staff is joining as a resident too.

    ``drafts`` are what they have begun, what they used last first. ``sizes`` are the audiences
    counted for this turn; if it is None, acts count for themselves. ``sent`` says when the update
    of this turn was sent and received; None where there is none. ``is_leaving``: they are to be
    forgotten at the close. ``guest`` is set for somebody who answers on another person's phone:
    ``chat_id`` is their seat then, and ``phone`` the chat that has it.
    """

    chat_id: int
    language: str
    asked: str = ""  # the language their phone asks for, where known
    arrival: Arrival | None = None
    contact: Contact | None = None
    staff: StaffMember | None = None
    drafts: tuple[Draft, ...] = ()
    sizes: Mapping[Audience, tuple[WardPeople, ...]] | None = None
    sent: Sent | None = None
    is_leaving: bool = False
    guest: Guest | None = None

    @property
    def phone(self) -> int:
        """The chat in which this person reads and writes."""
        return self.chat_id if self.guest is None else self.guest.phone

    @property
    def number_on_phone(self) -> int:
        """The number of somebody who answers on another's phone; 0 for its owner."""
        return 0 if self.guest is None else self.guest.number

    @property
    def id(self) -> int | None:
        """The random id under which their screens are stored; None for a stranger."""
        known = self.contact or self.arrival
        return known.id if known else None

    @property
    def resident(self) -> tuple[int, str]:
        """(resident id, ward). Raises NotJoined."""
        if self.contact is None or self.contact.resident_id is None or self.contact.ward is None:
            raise NotJoined
        return self.contact.resident_id, self.contact.ward

    def draft(self, kind: str, about: str | None = None) -> Draft | None:
        """Their draft of this kind, about this thing if one is named: the one used last."""
        of_kind = (d for d in self.drafts if d.kind == kind and about in (None, d.about))
        return next(of_kind, None)

    @property
    def said_at(self) -> datetime | None:
        """When the message of this turn was sent, which may be long before it is handled."""
        return None if self.sent is None else self.sent.dated

    @property
    def has_stopped(self) -> bool:
        """Whether this person has stopped messages."""
        return self.contact is not None and self.contact.reach is Reach.STOPPED

    @property
    def has_joined(self) -> bool:
        """Whether this person is a resident."""
        return self.contact is not None and self.contact.resident_id is not None


async def recognise(tx: Transaction, world: World, chat_id: int, language: str = "en") -> Person:
    """Everything known about the person in this chat."""
    contact = await contacts.contact_of(tx, chat_id)
    if contact is None:
        arrival = await arrivals.arrival_of(tx, chat_id)
        spoken = arrival.language if arrival else _supported(world, language)
        stranger = Person(chat_id=chat_id, language=spoken, asked=language, arrival=arrival)
        return await _seated(tx, stranger)
    return await _known(tx, world, contact)


async def by_id(tx: Transaction, world: World, person: int) -> Person | None:
    """The person with this contact or arrival id."""
    contact = await contacts.contact(tx, person)
    if contact is not None:
        return await _known(tx, world, contact)
    arrival = await arrivals.arrival(tx, person)
    if arrival is None:
        return None
    arrived = Person(chat_id=arrival.chat_id, language=arrival.language, arrival=arrival)
    return await _seated(tx, arrived)


async def owner_of(tx: Transaction, world: World, person: Person) -> Person:
    """The owner of the phone that this person has in their hands."""
    if person.guest is None:
        return person
    found = await by_id(tx, world, person.guest.owner_id)
    return person if found is None else replace(found, sent=person.sent, sizes=person.sizes)


async def staff_in_post(tx: Transaction, world: World) -> list[Person]:
    """Everyone who holds a staff role."""
    found = [
        await by_id(tx, world, member.contact_id) for member in await members.current_staff(tx)
    ]
    return [person for person in found if person is not None]


async def heard(tx: Transaction, world: World, person: Person) -> None:
    """Note, at most once a day, that this contact is still in use: retention counts from it."""
    if person.contact is not None:
        now = world.now()
        if person.contact.last_heard_at < now - timedelta(days=1):
            await contacts.note_heard(tx, person.contact.id, now)


async def _known(tx: Transaction, world: World, contact: Contact) -> Person:
    in_post = await members.current_staff(tx, contact.id) if contact.in_post else []
    joined = contact.resident_id is not None
    now = world.now()
    # Who is leaving gets no messages: nobody else is looked up.
    may_leave = contact.reach in (Reach.STOPPED, Reach.SHARED)
    known = Person(
        chat_id=contact.chat_id,
        language=contact.language,
        arrival=None if joined else await arrivals.arrival_of(tx, contact.chat_id),
        contact=contact,
        staff=in_post[0] if in_post else None,
        drafts=tuple(d for d in contact.drafts if d.expires_at is None or d.expires_at > now),
        is_leaving=may_leave and await leaving.leaving_of(tx, contact.id) is not None,
    )
    return await _seated(tx, known)


async def _seated(tx: Transaction, person: Person) -> Person:
    """With what makes this person a guest, if they are one."""
    if person.chat_id > -LOWEST_SEAT:
        return person
    return replace(person, guest=await guests.guest_in(tx, person.chat_id))


def _supported(world: World, language: str) -> str:
    return language if language in world.library.council.languages else "en"
