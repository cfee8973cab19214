"""Residents by random id, and apart from them the contacts that lead to a chat account."""

from __future__ import annotations

from collections.abc import Iterable
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
    Select,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from engagement.broadcasts.delivery import Reach
from storage.conversation.drafts import Draft, drafts
from storage.conversation.shown import shown
from storage.engine.database import Moment, Transaction, metadata
from storage.staff.members import staff

arrivals = Table(
    "arrivals",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("language", String(2), nullable=False),
    Column("step", String(16), nullable=False),
    Column("ward", String(9)),
    Column("source", String(64)),
    Column("page", Integer, nullable=False, default=0),
    Column("arrived_at", Moment, nullable=False, index=True),
)

residents = Table(
    "residents",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("ward", String(9), nullable=False, index=True),
    Column("vintage", Integer, nullable=False),
    Column("source", String(64)),
    Column("joined_at", Moment, nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("resident_id", ForeignKey("residents.id"), unique=True),
    Column("language", String(2), nullable=False),
    Column("reach", String(16), nullable=False),
    Column("new_messages", Boolean, nullable=False, default=False),
    Column("last_heard_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who has said hello and has not yet agreed to anything."""

    id: int
    chat_id: int
    language: str
    step: str
    ward: str | None
    source: str | None
    page: int
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The link to a chat account, with the resident behind it where there is one."""

    id: int
    chat_id: int
    language: str
    reach: Reach
    new_messages: bool
    resident_id: int | None
    ward: str | None
    last_heard_at: datetime
    in_post: bool = False
    draft: Draft | None = None


async def arrival_of(tx: Transaction, chat_id: int) -> Arrival | None:
    """The arrival in this chat."""
    return _arrival((await tx.execute(select(arrivals).filter_by(chat_id=chat_id))).first())


async def arrival(tx: Transaction, person: int) -> Arrival | None:
    """The arrival with this id."""
    return _arrival((await tx.execute(select(arrivals).filter_by(id=person))).first())


async def note_arrival(tx: Transaction, who: Arrival, now: datetime) -> None:
    """Begin anew for this chat."""
    await drop_arrival(tx, who.chat_id)
    await tx.execute(
        insert(arrivals).values(
            id=who.id,
            chat_id=who.chat_id,
            language=who.language,
            step=who.step,
            ward=who.ward,
            source=who.source,
            page=who.page,
            arrived_at=now,
        )
    )


async def move_arrival(tx: Transaction, person: int, **fields: Any) -> None:
    """Change an arrival's step, ward, page or language."""
    await tx.execute(update(arrivals).where(arrivals.c.id == person).values(**fields))


async def drop_arrival(tx: Transaction, chat_id: int) -> None:
    """Keep nothing of an arrival, nor of what it was shown."""
    ids = select(arrivals.c.id).where(arrivals.c.chat_id == chat_id)
    await tx.execute(delete(shown).where(shown.c.person.in_(ids)))
    await tx.execute(delete(arrivals).where(arrivals.c.chat_id == chat_id))


async def drop_old_arrivals(tx: Transaction, before: datetime) -> int:
    """Keep nothing of those who came before ``before`` and never agreed; how many."""
    ids = select(arrivals.c.id).where(arrivals.c.arrived_at < before)
    await tx.execute(delete(shown).where(shown.c.person.in_(ids)))
    return (await tx.execute(delete(arrivals).where(arrivals.c.arrived_at < before))).rowcount


async def contact_of(tx: Transaction, chat_id: int) -> Contact | None:
    """The contact behind this chat."""
    return _contact((await tx.execute(_IN_CHAT, {"chat": chat_id})).first())


async def contact(tx: Transaction, person: int) -> Contact | None:
    """The contact with this id."""
    return _contact((await tx.execute(_BY_ID, {"who": person})).first())


async def add_contact(tx: Transaction, who: Contact) -> None:
    """Keep a link to a chat account."""
    await tx.execute(
        insert(contacts).values(
            id=who.id,
            chat_id=who.chat_id,
            resident_id=who.resident_id,
            language=who.language,
            reach=who.reach,
            new_messages=who.new_messages,
            last_heard_at=who.last_heard_at,
        )
    )


async def add_resident(
    tx: Transaction, resident: int, *, ward: str, vintage: int, source: str | None, now: datetime
) -> None:
    """A new resident of ``ward``."""
    await tx.execute(
        insert(residents).values(
            id=resident, ward=ward, vintage=vintage, source=source, joined_at=now
        )
    )


async def make_resident(tx: Transaction, contact_id: int, resident: int) -> None:
    """Link a contact (so far only staff) to a resident."""
    await tx.execute(
        update(contacts).where(contacts.c.id == contact_id).values(resident_id=resident)
    )


async def move_resident(tx: Transaction, resident: int, *, ward: str, vintage: int) -> None:
    """The resident lives in another ward now."""
    await tx.execute(
        update(residents).where(residents.c.id == resident).values(ward=ward, vintage=vintage)
    )


async def set_reach(tx: Transaction, contact_id: int, reach: Reach) -> None:
    """Whether messages reach this contact has changed."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(reach=reach))


async def move_chat(tx: Transaction, contact_id: int, chat_id: int) -> None:
    """The chat has another id now, unless another contact has that one already."""
    taken = select(contacts.c.id).where(contacts.c.chat_id == chat_id).exists()
    await tx.execute(
        update(contacts).where(contacts.c.id == contact_id, ~taken).values(chat_id=chat_id)
    )


async def set_language(tx: Transaction, contact_id: int, language: str) -> None:
    """Write to this contact in ``language`` from now on."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(language=language))


async def residents_of_other_years(
    tx: Transaction, vintage: int, among: Iterable[str]
) -> list[str]:
    """Those of the wards ``among``, by code, in which residents who can be reached live by
    boundaries of another year than ``vintage``. Only their rows are read."""
    query = (
        select(residents.c.ward)
        .join(contacts, contacts.c.resident_id == residents.c.id)
        .where(
            residents.c.ward.in_([*among]),
            residents.c.vintage != vintage,
            contacts.c.reach == Reach.REACHABLE,
        )
        .distinct()
    )
    return sorted((await tx.execute(query)).scalars())


async def set_new_messages(tx: Transaction, contact_id: int, *, wanted: bool) -> None:
    """Whether this person wants a new message for each question instead of an edited one."""
    await tx.execute(
        update(contacts).where(contacts.c.id == contact_id).values(new_messages=wanted)
    )


async def note_heard(tx: Transaction, contact_id: int, now: datetime) -> None:
    """They spoke. Noted at most once a day: retention counts months."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(last_heard_at=now))


async def still_there(tx: Transaction, ids: Iterable[int]) -> list[int]:
    """Those of ``ids`` that are contacts."""
    wanted, found = sorted(ids), []
    for n in range(0, len(wanted), 500):
        query = select(contacts.c.id).where(contacts.c.id.in_(wanted[n : n + 500]))
        found += [*(await tx.execute(query)).scalars()]
    return found


async def silent_since(tx: Transaction, before: datetime, *, most: int = 100) -> list[int]:
    """Contacts not heard of since ``before``."""
    query = select(contacts.c.id).where(contacts.c.last_heard_at < before).limit(most)
    return [*(await tx.execute(query)).scalars()]


async def cut_link(tx: Transaction, contact_id: int) -> None:
    """Delete the link to the chat account and everything known only through it."""
    await tx.execute(delete(shown).where(shown.c.person == contact_id))
    await tx.execute(delete(contacts).where(contacts.c.id == contact_id))


async def coarsen_joining(tx: Transaction, resident: int) -> None:
    """Keep only the day of joining."""
    joined = (
        await tx.execute(select(residents.c.joined_at).where(residents.c.id == resident))
    ).scalar_one()
    await tx.execute(
        update(residents)
        .where(residents.c.id == resident)
        .values(joined_at=joined.replace(hour=0, minute=0, second=0, microsecond=0))
    )


async def is_known(tx: Transaction, person: int) -> bool:
    """Whether there is still a contact or an arrival with this id."""
    return (await tx.execute(_KNOWN, {"who": person})).first() is not None


_CONTACTS: Select[Any] = select(
    contacts.c.id,
    contacts.c.chat_id,
    contacts.c.language,
    contacts.c.reach,
    contacts.c.new_messages,
    contacts.c.resident_id,
    residents.c.ward,
    contacts.c.last_heard_at,
    staff.c.id.label("staff_id"),
    drafts.c.kind,
    drafts.c.data,
    drafts.c.expires_at,
).select_from(
    contacts.outerjoin(residents, contacts.c.resident_id == residents.c.id)
    .outerjoin(staff, staff.c.contact_id == contacts.c.id)
    .outerjoin(drafts, drafts.c.contact_id == contacts.c.id)
)
"""All that is known of a contact in one query: it is asked for every tap."""
_IN_CHAT = _CONTACTS.where(contacts.c.chat_id == bindparam("chat"))
_BY_ID = _CONTACTS.where(contacts.c.id == bindparam("who"))
_KNOWN = (
    select(contacts.c.id)
    .where(contacts.c.id == bindparam("who"))
    .union_all(select(arrivals.c.id).where(arrivals.c.id == bindparam("who")))
)


def _contact(row: Row[Any] | None) -> Contact | None:
    if row is None:
        return None
    return Contact(
        id=row.id,
        chat_id=row.chat_id,
        language=row.language,
        reach=Reach(row.reach),
        new_messages=row.new_messages,
        resident_id=row.resident_id,
        ward=row.ward,
        last_heard_at=row.last_heard_at,
        in_post=row.staff_id is not None,
        draft=Draft(row.kind, row.data, row.expires_at) if row.kind else None,
    )


def _arrival(row: Row[Any] | None) -> Arrival | None:
    if row is None:
        return None
    return Arrival(
        id=row.id,
        chat_id=row.chat_id,
        language=row.language,
        step=row.step,
        ward=row.ward,
        source=row.source,
        page=row.page,
        arrived_at=row.arrived_at,
    )
