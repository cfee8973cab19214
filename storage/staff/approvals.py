"""Approvals: who was asked to approve what, until when, and what they answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from engagement.staff.approvals import Approval, ApprovalSubject
from storage.engine.database import Moment, Sequential, Transaction, metadata

approvals = Table(
    "approvals",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("subject", String(24), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("asked_at", Moment),
    Column("expires_at", Moment, nullable=False),
    Column("said_yes", Boolean),
    Column("reason", Text, nullable=False, default=""),
    Column("answered_at", Moment),
    UniqueConstraint("subject", "subject_id", "content_hash", "staff_id"),
)


async def ask(
    tx: Transaction,
    subject: ApprovalSubject,
    subject_id: str,
    content_hash: str,
    staff_ids: Sequence[int],
    *,
    expires_at: datetime,
) -> None:
    """Record that these staff members have to be asked to approve this content."""
    await tx.execute(
        insert(approvals),
        [
            {
                "subject": subject,
                "subject_id": subject_id,
                "content_hash": content_hash,
                "staff_id": staff_id,
                "expires_at": expires_at,
            }
            for staff_id in staff_ids
        ],
    )


async def drop_unseen(
    tx: Transaction, subject: ApprovalSubject, subject_id: str, content_hash: str
) -> None:
    """Delete what was asked about an earlier content and shown to nobody, and what nobody has
    answered about this one: they are asked again."""
    theirs = approvals.c
    await tx.execute(
        delete(approvals).where(
            theirs.subject == subject,
            theirs.subject_id == subject_id,
            theirs.said_yes.is_(None),
            theirs.asked_at.is_(None) | (theirs.content_hash == content_hash),
        )
    )


async def of(tx: Transaction, subject: ApprovalSubject, subject_id: str) -> list[Approval]:
    """Everybody who was asked about this subject, in the order of asking."""
    query = (
        select(approvals)
        .where(approvals.c.subject == subject, approvals.c.subject_id == subject_id)
        .order_by(approvals.c.id)
    )
    return [
        Approval(
            row.staff_id,
            row.content_hash,
            row.expires_at,
            row.said_yes,
            row.reason,
            row.asked_at is not None,
        )
        for row in await tx.execute(query)
    ]


async def mark_asked(
    tx: Transaction, subject: ApprovalSubject, subject_id: str, staff_id: int, now: datetime
) -> None:
    """Record that the question has been shown to this person."""
    await _update(tx, subject, subject_id, staff_id, asked_at=now)


async def note_verdict(
    tx: Transaction,
    subject: ApprovalSubject,
    subject_id: str,
    staff_id: int,
    *,
    said_yes: bool,
    now: datetime,
) -> None:
    """Record this person's answer."""
    await _update(tx, subject, subject_id, staff_id, said_yes=said_yes, answered_at=now)


async def note_reason(
    tx: Transaction, subject: ApprovalSubject, subject_id: str, staff_id: int, reason: str
) -> None:
    """Record why this person said no, the last time that they did."""
    said_no = approvals.c.said_yes.is_(False)
    await _update(tx, subject, subject_id, staff_id, said_no, reason=reason)


async def _update(
    tx: Transaction,
    subject: ApprovalSubject,
    subject_id: str,
    staff_id: int,
    *which: ColumnElement[bool],
    **values: datetime | bool | str,
) -> None:
    """Change what is recorded of one person. An earlier content's answer stays as it was: only the
    latest row of theirs is changed, of those for which ``which`` is true."""
    theirs = approvals.c
    latest = (
        select(theirs.id)
        .where(
            theirs.subject == subject,
            theirs.subject_id == subject_id,
            theirs.staff_id == staff_id,
            *which,
        )
        .order_by(theirs.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    await tx.execute(update(approvals).where(theirs.id == latest).values(values))
