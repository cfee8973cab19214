"""Guests: people who answer one consultation on somebody else's phone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    delete,
    false,
    func,
    insert,
    select,
    update,
)

from storage.conversation.inbox import InboxState, inbox
from storage.engine.database import Moment, Transaction, metadata
from storage.people.arrivals import arrivals
from storage.people.contacts import contacts

guests = Table(
    "guests",
    metadata,
    Column("seat", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "owner_id",
        BigInteger,
        ForeignKey("contacts.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("consultation", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=False),
    Column("rests", Boolean, nullable=False, server_default=false()),
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who answers ``consultation`` on the phone of the contact ``owner_id``, as its person
    ``number``: 2, 3 or 4.

    ``seat`` is a random number that their arrival and contact have in place of a chat. ``phone`` is
    the chat that the phone's owner has. ``used_at`` is when they last wrote or tapped; ``rests``
    says that they have finished, ``has_it`` that they have the phone as far as is known.
    """

    seat: int
    owner_id: int
    phone: int
    consultation: str
    number: int
    used_at: datetime
    rests: bool = False
    has_it: bool = True


async def guest_in(tx: Transaction, seat: int) -> Guest | None:
    """The guest with this seat."""
    row = (await tx.execute(_GUESTS.where(guests.c.seat == seat))).first()
    return None if row is None else _guest(row)


async def guests_of(tx: Transaction, owner: int) -> list[Guest]:
    """Everybody who answers on the phone of this contact, by number."""
    query = _GUESTS.where(guests.c.owner_id == owner).order_by(guests.c.number, guests.c.seat)
    return [_guest(row) for row in await tx.execute(query)]


async def add_guest(tx: Transaction, guest: Guest, now: datetime) -> None:
    """Store a new guest."""
    await tx.execute(
        insert(guests).values(
            seat=guest.seat,
            owner_id=guest.owner_id,
            consultation=guest.consultation,
            number=guest.number,
            begun_at=now,
            used_at=guest.used_at,
            rests=guest.rests,
        )
    )


async def note_used(tx: Transaction, seat: int, now: datetime, *, rests: bool) -> None:
    """Record that this guest wrote or tapped just now, and whether they have finished."""
    mine = update(guests).where(guests.c.seat == seat)
    await tx.execute(mine.values(used_at=now, rests=rests))


async def set_answering(tx: Transaction, owner: int, seat: int | None) -> None:
    """Record who has the phone of this contact: a guest, or None for its owner."""
    await tx.execute(update(contacts).where(contacts.c.id == owner).values(answering=seat))


async def first_begun(tx: Transaction, owner: int) -> datetime | None:
    """When the first of those began who are linked to the phone of this contact."""
    query = select(func.min(guests.c.begun_at)).where(guests.c.owner_id == owner)
    found: datetime | None = (await tx.execute(query)).scalar()
    return found


async def drop_guest(tx: Transaction, guest: Guest) -> None:
    """Delete the link between a guest and the phone, which its owner has again. Messages on it that
    could not be handled since they began may be theirs, and go too."""
    begun = select(guests.c.begun_at).where(guests.c.seat == guest.seat).scalar_subquery()
    await tx.execute(
        delete(inbox).where(
            inbox.c.lane == guest.phone,
            inbox.c.state == InboxState.QUARANTINED,
            inbox.c.received_at >= begun,
        )
    )
    has_it = (contacts.c.id == guest.owner_id) & (contacts.c.answering == guest.seat)
    await tx.execute(update(contacts).where(has_it).values(answering=None))
    await tx.execute(delete(guests).where(guests.c.seat == guest.seat))


async def contacts_to_cut(
    tx: Transaction, still_open: Collection[str], *, most: int = 50
) -> list[int]:
    """Contacts of guests who answered what is not among ``still_open``."""
    query = (
        select(contacts.c.id)
        .join(guests, guests.c.seat == contacts.c.chat_id)
        .where(guests.c.consultation.not_in([*still_open]))
        .order_by(contacts.c.id)
        .limit(most)
    )
    return [*(await tx.execute(query)).scalars()]


async def drop_abandoned(tx: Transaction, before: datetime) -> int:
    """Delete the guests from before ``before`` who never agreed, or were forgotten. Returns their
    number."""
    joined = contacts.alias()
    has_joined = select(joined.c.chat_id).where(joined.c.chat_id == guests.c.seat).exists()
    arrives = select(arrivals.c.id).where(arrivals.c.chat_id == guests.c.seat).exists()
    query = _GUESTS.where(guests.c.begun_at < before, ~has_joined, ~arrives)
    gone = [_guest(row) for row in await tx.execute(query)]
    for guest in gone:
        await drop_guest(tx, guest)
    return len(gone)


_GUESTS = select(guests, contacts.c.chat_id, contacts.c.answering).join(
    contacts, contacts.c.id == guests.c.owner_id
)


def _guest(row: Row[Any]) -> Guest:
    return Guest(
        seat=row.seat,
        owner_id=row.owner_id,
        phone=row.chat_id,
        consultation=row.consultation,
        number=row.number,
        used_at=row.used_at,
        rests=row.rests,
        has_it=row.answering == row.seat,
    )
