"""Requests: messages of residents that staff have marked, with the legal date for an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Row,
    String,
    Table,
    Text,
    delete,
    false,
    insert,
    or_,
    select,
    update,
)

from engagement.operations.deadlines import FREEZES, RequestKind
from storage.consultations.answers import answers
from storage.consultations.comments import comments
from storage.engine.database import Moment, Sequential, Transaction, metadata
from storage.operations.complaints import Complaint, complaints
from storage.people.contacts import contacts

requests = Table(
    "requests",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("reference", String(12), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("contact_id", BigInteger, ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    Column("text", Text, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("due_on", Date),
    Column("marked_at", Moment, nullable=False),
    Column("marked_by", ForeignKey("staff.id"), nullable=False),
    Column("chased_at", Moment),
    Column("answered_at", Moment),
    Column("answered_by", ForeignKey("staff.id")),
)


@dataclass(frozen=True, slots=True)
class MarkedRequest:
    """One message marked as a request."""

    id: int
    reference: str
    kind: RequestKind
    contact_id: int | None
    text: str
    received_on: date
    due_on: date | None
    marked_at: datetime
    chased_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None


async def add_request(tx: Transaction, request: MarkedRequest, *, staff_id: int) -> bool:
    """Store a request; its id is not used. Returns False if the reference is taken."""
    taken = select(requests.c.id).where(requests.c.reference == request.reference)
    if (await tx.execute(taken)).first() is not None:
        return False
    await tx.execute(
        insert(requests).values(
            reference=request.reference,
            kind=request.kind,
            contact_id=request.contact_id,
            text=request.text,
            received_on=request.received_on,
            due_on=request.due_on,
            marked_at=request.marked_at,
            marked_by=staff_id,
        )
    )
    return True


async def open_requests(tx: Transaction) -> list[MarkedRequest]:
    """Requests that nobody has marked answered, the next due first; those without a day last."""
    query = select(requests).where(requests.c.answered_at.is_(None))
    found = [_request(row) for row in await tx.execute(query.order_by(requests.c.id))]
    return sorted(found, key=lambda r: (r.due_on is None, r.due_on or r.received_on, r.id))


async def request_numbered(tx: Transaction, number: int) -> MarkedRequest | None:
    """The request with this id, as buttons carry it."""
    row = (await tx.execute(select(requests).where(requests.c.id == number))).first()
    return None if row is None else _request(row)


async def request_named(tx: Transaction, reference: str) -> MarkedRequest | None:
    """The request with this reference."""
    row = (await tx.execute(select(requests).where(requests.c.reference == reference))).first()
    return None if row is None else _request(row)


async def open_with_words(tx: Transaction, text: str) -> MarkedRequest | None:
    """The latest open request that is exactly ``text``."""
    same = (requests.c.text == text) & requests.c.answered_at.is_(None)
    query = select(requests).where(same).order_by(requests.c.id.desc()).limit(1)
    row = (await tx.execute(query)).first()
    return None if row is None else _request(row)


async def requests_of_complaint(
    tx: Transaction, complaint: Complaint, day: date
) -> list[MarkedRequest]:
    """The requests that this complaint, made on ``day``, was marked as, the open ones first. Its
    author may have added to it since."""
    same = requests.c.contact_id.is_not_distinct_from(complaint.contact_id)
    query = select(requests).where(requests.c.received_on == day, same)
    found = [_request(row) for row in await tx.execute(query.order_by(requests.c.id))]
    mine = [one for one in found if complaint.text.startswith(one.text)]
    return sorted(mine, key=lambda one: one.answered_at is not None)


async def first_that_freezes(tx: Transaction) -> MarkedRequest | None:
    """The oldest open request whose subject may not be deleted, or None."""
    query = (
        select(requests)
        .where(requests.c.answered_at.is_(None), requests.c.kind.in_([*FREEZES]))
        .order_by(requests.c.id)
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return None if row is None else _request(row)


async def change_request(tx: Transaction, number: int, **values: Any) -> None:
    """Change a request."""
    await tx.execute(update(requests).where(requests.c.id == number).values(**values))


async def drop_request(tx: Transaction, number: int) -> None:
    """Delete a request that was marked by mistake."""
    await tx.execute(delete(requests).where(requests.c.id == number))


async def drop_old_requests(tx: Transaction, before: datetime) -> int:
    """Delete requests answered before ``before``. Returns their number."""
    return (await tx.execute(delete(requests).where(requests.c.answered_at < before))).rowcount


@dataclass(frozen=True, slots=True)
class FoundWords:
    """When words were written, and by which contact; None for somebody who has been forgotten."""

    written_at: datetime
    contact_id: int | None


async def find_words(
    tx: Transaction, text: str, questions: Mapping[str, Collection[str]]
) -> list[FoundWords]:
    """Every complaint that is exactly ``text``, and every comment and answer of the consultations
    in ``questions``; of the answers those to the questions given for each."""
    made = select(complaints.c.made_at, complaints.c.contact_id).where(complaints.c.text == text)
    found = [FoundWords(at, contact) for at, contact in await tx.execute(made)]
    among = (
        (answers.c.consultation == which) & answers.c.question.in_([*keys])
        for which, keys in questions.items()
    )
    commented = (comments.c.text == text) & comments.c.consultation.in_([*questions])
    answered = (answers.c.value == text) & or_(false(), *among)
    for table, words, at in (
        (comments, commented, comments.c.written_at),
        (answers, answered, answers.c.answered_at),
    ):
        query = (
            select(at.label("at"), contacts.c.id)
            .select_from(table.outerjoin(contacts, contacts.c.resident_id == table.c.resident_id))
            .where(words)
        )
        found += [FoundWords(row.at, row.id) for row in await tx.execute(query)]
    return found


def _request(row: Row[Any]) -> MarkedRequest:
    return MarkedRequest(
        id=row.id,
        reference=row.reference,
        kind=RequestKind(row.kind),
        contact_id=row.contact_id,
        text=row.text,
        received_on=row.received_on,
        due_on=row.due_on,
        marked_at=row.marked_at,
        chased_at=row.chased_at,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
    )
