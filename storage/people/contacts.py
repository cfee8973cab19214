"""Contacts: the links from chat accounts to residents, stored apart so that they can be cut."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Row,
    ScalarSelect,
    Select,
    String,
    Table,
    bindparam,
    delete,
    exists,
    false,
    func,
    insert,
    select,
    update,
)

from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.gate import Weekly
from storage.consultations.polls import open_answers
from storage.consultations.responses import responses
from storage.conversation.drafts import Draft, drafts
from storage.conversation.shown import shown
from storage.engine.database import Moment, Transaction, metadata
from storage.people.arrivals import arrivals
from storage.people.leaving import leaving
from storage.people.residents import residents
from storage.staff.members import staff

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
    Column("notice", String(32)),
    Column("agreed_at", Moment),
    Column("notice_told", String(32)),
    Column("weekly", String(8)),
    Column("equality_offered", Boolean, nullable=False, server_default=false()),
    # The resident's ward, copied, so that audiences are counted without reading residents.
    Column("ward", String(9)),
    # The guest who has the phone just now, by their seat; nobody for its owner.
    Column("answering", BigInteger),
)
# All that counting and queueing an audience needs of contacts: by ward, by resident, and by id.
Index("ix_contacts_reach_ward", contacts.c.reach, contacts.c.ward)
Index("ix_contacts_resident_reach_ward", contacts.c.resident_id, contacts.c.reach, contacts.c.ward)
Index(
    "ix_contacts_id_reach_ward",
    contacts.c.id,
    contacts.c.reach,
    contacts.c.ward,
    contacts.c.resident_id,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """The link to a chat account, and its resident if there is one (staff may not be residents).

    ``drafts`` are what they have begun, what they used last first; ``weekly`` how many messages a
    week they have chosen to get; ``answering`` the seat of a guest who has their phone just now.
    ``equality_offered``: they were once offered the questions about themselves.
    """

    id: int
    chat_id: int
    language: str
    reach: Reach
    new_messages: bool
    resident_id: int | None
    ward: str | None
    last_heard_at: datetime
    in_post: bool = False
    weekly: Weekly | None = None
    equality_offered: bool = False
    drafts: tuple[Draft, ...] = ()
    answering: int | None = None


async def contact_of(tx: Transaction, chat_id: int) -> Contact | None:
    """The contact with this chat."""
    return _contact((await tx.execute(_IN_CHAT, {"chat": chat_id})).all())


async def contact(tx: Transaction, person: int) -> Contact | None:
    """The contact with this id."""
    return _contact((await tx.execute(_BY_ID, {"who": person})).all())


async def is_known(tx: Transaction, person: int) -> bool:
    """Whether there is still a contact or an arrival with this id."""
    return (await tx.execute(_KNOWN, {"who": person})).first() is not None


async def add_contact(tx: Transaction, who: Contact) -> None:
    """Store a new contact."""
    await tx.execute(
        insert(contacts).values(
            id=who.id,
            chat_id=who.chat_id,
            resident_id=who.resident_id,
            language=who.language,
            reach=who.reach,
            new_messages=who.new_messages,
            last_heard_at=who.last_heard_at,
            ward=_ward_of(who.resident_id),
        )
    )


async def make_resident(tx: Transaction, contact_id: int, resident: int) -> None:
    """Link a contact, who was only staff until now, to a resident."""
    mine = update(contacts).where(contacts.c.id == contact_id)
    await tx.execute(mine.values(resident_id=resident, ward=_ward_of(resident)))


async def move_resident(tx: Transaction, resident: int, *, ward: str, vintage: int) -> None:
    """Change a resident's ward, and its copy on the row of their contact."""
    home = update(residents).where(residents.c.id == resident)
    await tx.execute(home.values(ward=ward, vintage=vintage))
    copy = update(contacts).where(contacts.c.resident_id == resident)
    await tx.execute(copy.values(ward=_ward_of(resident)))


async def id_of_resident(tx: Transaction, resident: int) -> int | None:
    """The contact of a resident; None once the link is cut."""
    query = select(contacts.c.id).where(contacts.c.resident_id == resident)
    return (await tx.execute(query)).scalar()


def _ward_of(resident: int | None) -> ScalarSelect[str]:
    """The ward on a resident's row. It is the only source of the copy, so both always agree."""
    return select(residents.c.ward).where(residents.c.id == resident).scalar_subquery()


async def note_agreed(tx: Transaction, contact_id: int, notice: str, now: datetime) -> None:
    """Store to which edition of the privacy notice this contact said yes, and when."""
    mine = update(contacts).where(contacts.c.id == contact_id)
    await tx.execute(mine.values(notice=notice, agreed_at=now, notice_told=notice))


async def tell_of_notice(tx: Transaction, contact_id: int, notice: str) -> bool:
    """Note that this contact is told of an edition of the notice. False if they know it, or never
    said yes to one that was stored."""
    told = await tx.execute(
        update(contacts)
        .where(
            contacts.c.id == contact_id,
            contacts.c.notice.is_not(None),
            contacts.c.notice_told != notice,
        )
        .values(notice_told=notice)
    )
    return told.rowcount > 0


async def set_reach(tx: Transaction, contact_id: int, reach: Reach) -> None:
    """Record whether messages reach this contact."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(reach=reach))


async def move_chat(tx: Transaction, contact_id: int, chat_id: int) -> None:
    """Change the chat id of a contact, unless another contact has the new one already."""
    taken = select(contacts.c.id).where(contacts.c.chat_id == chat_id).exists()
    await tx.execute(
        update(contacts).where(contacts.c.id == contact_id, ~taken).values(chat_id=chat_id)
    )


async def set_language(tx: Transaction, contact_id: int, language: str) -> None:
    """Set the language in which the bot writes to this contact."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(language=language))


async def set_new_messages(tx: Transaction, contact_id: int, *, wanted: bool) -> None:
    """Set whether this contact gets a new message for each question instead of an edited one."""
    await tx.execute(
        update(contacts).where(contacts.c.id == contact_id).values(new_messages=wanted)
    )


async def set_weekly(tx: Transaction, contact_id: int, weekly: Weekly) -> None:
    """Set how many messages a week this contact wants."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(weekly=weekly))


async def note_heard(tx: Transaction, contact_id: int, now: datetime) -> None:
    """Record that we heard from this contact. Once a day is enough: retention counts months."""
    await tx.execute(update(contacts).where(contacts.c.id == contact_id).values(last_heard_at=now))


async def existing(tx: Transaction, ids: Iterable[int]) -> list[int]:
    """Those of ``ids`` that are still contacts."""
    wanted, found = sorted(ids), []
    for n in range(0, len(wanted), 500):
        query = select(contacts.c.id).where(contacts.c.id.in_(wanted[n : n + 500]))
        found += [*(await tx.execute(query)).scalars()]
    return found


async def silent_since(tx: Transaction, before: datetime, *, most: int = 100) -> list[int]:
    """Contacts we haven't heard from since ``before``, but for those who are leaving already, and
    for people on others' phones, whose link is cut at the close in any case."""
    leaves = exists().where(leaving.c.contact_id == contacts.c.id)
    silent = (contacts.c.last_heard_at < before, contacts.c.reach != Reach.SHARED)
    query = select(contacts.c.id).where(*silent, ~leaves).limit(most)
    return [*(await tx.execute(query)).scalars()]


async def ready_to_go(
    tx: Transaction,
    still_open: Collection[str],
    *,
    with_words: bool,
    now: datetime,
    most: int = 50,
) -> list[tuple[int, bool]]:
    """(contact, without words) of those who are leaving and have no response to a consultation in
    ``still_open``, nor an answer to a quick poll that can still be changed. With ``with_words``
    only those who leave their words."""
    open_response = exists().where(
        responses.c.resident_id == contacts.c.resident_id,
        responses.c.consultation.in_([*still_open]),
    )
    no_open_poll = contacts.c.resident_id.is_(None) | contacts.c.resident_id.not_in(
        open_answers(now)
    )
    query = (
        select(leaving.c.contact_id, leaving.c.without_words)
        .join(contacts, contacts.c.id == leaving.c.contact_id)
        .where(~open_response, no_open_poll)
        .order_by(leaving.c.asked_at, leaving.c.contact_id)
        .limit(most)
    )
    if with_words:
        query = query.where(leaving.c.without_words.is_(False))
    return [(row.contact_id, row.without_words) for row in await tx.execute(query)]


async def without_role_but_shown(tx: Transaction, topic: str) -> list[tuple[int, int]]:
    """(contact, chat) of those who are shown ``topic`` and hold no staff role."""
    query = (
        select(contacts.c.id, contacts.c.chat_id)
        .join(shown, shown.c.person == contacts.c.id)
        .outerjoin(staff, staff.c.contact_id == contacts.c.id)
        .where(shown.c.topic == topic, staff.c.id.is_(None))
    )
    return [(row.id, row.chat_id) for row in await tx.execute(query)]


async def count_living_in(tx: Transaction, wards: Iterable[str]) -> dict[str, int]:
    """The number of people with a chat whose home is in each of ``wards``, if there are any."""
    query = (
        select(residents.c.ward, func.count())
        .select_from(residents.join(contacts, contacts.c.resident_id == residents.c.id))
        .where(residents.c.ward.in_([*wards]), contacts.c.reach != Reach.SHARED)
        .group_by(residents.c.ward)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def cut_link(tx: Transaction, contact_id: int) -> None:
    """Delete the link to the chat account and everything known only through it."""
    await tx.execute(delete(shown).where(shown.c.person == contact_id))
    await tx.execute(delete(contacts).where(contacts.c.id == contact_id))


_CONTACTS: Select[Any] = select(
    contacts.c.id,
    contacts.c.chat_id,
    contacts.c.language,
    contacts.c.reach,
    contacts.c.new_messages,
    contacts.c.resident_id,
    residents.c.ward,
    contacts.c.last_heard_at,
    contacts.c.weekly,
    contacts.c.answering,
    contacts.c.equality_offered,
    staff.c.id.label("staff_id"),
    drafts.c.kind,
    drafts.c.about,
    drafts.c.data,
    drafts.c.expires_at,
).select_from(
    contacts.outerjoin(residents, contacts.c.resident_id == residents.c.id)
    .outerjoin(staff, staff.c.contact_id == contacts.c.id)
    .outerjoin(drafts, drafts.c.contact_id == contacts.c.id)
)
"""All that is known of a contact, in one query, because it is needed for every tap: a row for each
of their drafts, or one."""
_IN_CHAT = _CONTACTS.where(contacts.c.chat_id == bindparam("chat"))
_BY_ID = _CONTACTS.where(contacts.c.id == bindparam("who"))
_KNOWN = (
    select(contacts.c.id)
    .where(contacts.c.id == bindparam("who"))
    .union_all(select(arrivals.c.id).where(arrivals.c.id == bindparam("who")))
)


def _contact(rows: Sequence[Row[Any]]) -> Contact | None:
    if not rows:
        return None
    row = rows[0]
    begun = [Draft(r.kind, r.data, r.about, r.expires_at) for r in rows if r.kind]
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
        weekly=Weekly(row.weekly) if row.weekly else None,
        equality_offered=row.equality_offered,
        drafts=tuple(sorted(begun, key=_expiry, reverse=True)),
        answering=row.answering,
    )


def _expiry(draft: Draft) -> datetime:
    return draft.expires_at or datetime.max.replace(tzinfo=UTC)
