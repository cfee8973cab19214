"""Complaints of residents: their words, who acknowledged them, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from storage.engine.database import Moment, Sequential, Transaction, metadata

complaints = Table(
    "complaints",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("reference", String(12), nullable=False, unique=True),
    Column("contact_id", BigInteger, ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    Column("text", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("noticed_at", Moment),
    Column("chased_at", Moment),
    Column("acknowledged_at", Moment),
    Column("acknowledged_by", ForeignKey("staff.id")),
    Column("acknowledgement_sent_at", Moment),
    Column("outcome", Text),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("staff.id")),
    Column("outcome_sent_at", Moment),
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint. ``contact_id`` is None once its author has been forgotten."""

    id: int
    reference: str
    contact_id: int | None
    text: str
    made_at: datetime
    noticed_at: datetime | None = None
    chased_at: datetime | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: int | None = None
    acknowledgement_sent_at: datetime | None = None
    outcome: str | None = None
    closed_at: datetime | None = None
    closed_by: int | None = None
    outcome_sent_at: datetime | None = None


async def add_complaint(
    tx: Transaction, *, reference: str, contact_id: int, text: str, now: datetime
) -> bool:
    """Store a complaint. Returns False if the reference is taken: draw another."""
    if await complaint(tx, reference) is not None:
        return False
    await tx.execute(
        insert(complaints).values(
            reference=reference, contact_id=contact_id, text=text, made_at=now
        )
    )
    return True


async def complaint(tx: Transaction, reference: str) -> Complaint | None:
    """The complaint with this reference."""
    query = select(complaints).where(complaints.c.reference == reference)
    row = (await tx.execute(query)).first()
    return None if row is None else _complaint(row)


async def complaint_numbered(tx: Transaction, number: int) -> Complaint | None:
    """The complaint with this id, as buttons carry it."""
    row = (await tx.execute(select(complaints).where(complaints.c.id == number))).first()
    return None if row is None else _complaint(row)


async def open_complaints(tx: Transaction, contact_id: int | None = None) -> list[Complaint]:
    """Complaints without an outcome, the oldest first; of one contact, or of everybody."""
    query = select(complaints).where(complaints.c.closed_at.is_(None))
    if contact_id is not None:
        query = query.where(complaints.c.contact_id == contact_id)
    return [_complaint(row) for row in await tx.execute(query.order_by(complaints.c.id))]


async def complaints_of(tx: Transaction, contact_id: int | None) -> list[Complaint]:
    """Every complaint of one contact; with None, of everybody who has been forgotten."""
    mine = complaints.c.contact_id.is_not_distinct_from(contact_id)
    query = select(complaints).where(mine).order_by(complaints.c.id)
    return [_complaint(row) for row in await tx.execute(query)]


async def with_replies_to_send(tx: Transaction) -> list[Complaint]:
    """Complaints whose acknowledgement or outcome has not been sent to their author."""
    c = complaints.c
    pending = (c.acknowledged_at.is_not(None) & c.acknowledgement_sent_at.is_(None)) | (
        c.closed_at.is_not(None) & c.outcome_sent_at.is_(None)
    )
    query = select(complaints).where(pending, c.contact_id.is_not(None)).order_by(c.id)
    return [_complaint(row) for row in await tx.execute(query)]


async def change(tx: Transaction, number: int, **values: Any) -> None:
    """Change a complaint."""
    await tx.execute(update(complaints).where(complaints.c.id == number).values(**values))


async def add_words(tx: Transaction, number: int, text: str) -> None:
    """Replace the text of a complaint to which its author has added."""
    await change(tx, number, text=text)


async def drop_complaint(tx: Transaction, number: int) -> None:
    """Delete a complaint that its author has taken back."""
    await tx.execute(delete(complaints).where(complaints.c.id == number))


async def drop_old_complaints(tx: Transaction, before: datetime) -> int:
    """Delete complaints closed before ``before``. Returns their number."""
    return (await tx.execute(delete(complaints).where(complaints.c.closed_at < before))).rowcount


def _complaint(row: Row[Any]) -> Complaint:
    return Complaint(
        id=row.id,
        reference=row.reference,
        contact_id=row.contact_id,
        text=row.text,
        made_at=row.made_at,
        noticed_at=row.noticed_at,
        chased_at=row.chased_at,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by=row.acknowledged_by,
        acknowledgement_sent_at=row.acknowledgement_sent_at,
        outcome=row.outcome,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        outcome_sent_at=row.outcome_sent_at,
    )
