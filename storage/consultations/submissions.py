"""Submissions: what came as a letter, an e-mail, a petition or in person, entered by staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from engagement.consultations.reading import SubmissionKind
from storage.consultations.listed_texts import empty_texts
from storage.engine.database import Moment, Sequential, Transaction, metadata

submissions = Table(
    "submissions",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("consultation", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("sender", String(80), nullable=False),
    Column("received_on", Date, nullable=False),
    Column("signatures", Integer),
    Column("text", Text, nullable=False),
    Column("is_summary", Boolean, nullable=False),
    Column("same_words", String(32), nullable=False),
    Column("text_id", ForeignKey("listed_texts.id"), nullable=False, unique=True),
    Column("entered_by", ForeignKey("staff.id"), nullable=False),
    Column("entered_at", Moment, nullable=False),
)
Index("ix_submissions_same", submissions.c.consultation, submissions.c.same_words)

_COLUMN = submissions.c


@dataclass(frozen=True, slots=True)
class Submission:
    """Something that came without the bot. ``sender`` says from whom, in general terms; ``number``
    is that of its text on the reading list."""

    consultation: str
    kind: SubmissionKind
    sender: str
    received_on: date
    signatures: int | None
    text: str
    is_summary: bool
    same_words: str
    number: int
    entered_by: int
    entered_at: datetime


async def add_submission(tx: Transaction, found: Submission) -> None:
    """Store a submission, whose text is on the reading list."""
    await tx.execute(
        insert(submissions).values(
            consultation=found.consultation,
            kind=found.kind,
            sender=found.sender,
            received_on=found.received_on,
            signatures=found.signatures,
            text=found.text,
            is_summary=found.is_summary,
            same_words=found.same_words,
            text_id=found.number,
            entered_by=found.entered_by,
            entered_at=found.entered_at,
        )
    )


async def submission_of(tx: Transaction, number: int) -> Submission | None:
    """The submission whose text has this number."""
    row = (await tx.execute(select(submissions).where(_COLUMN.text_id == number))).first()
    return None if row is None else _submission(row)


async def submissions_of(tx: Transaction, numbers: Sequence[int]) -> dict[int, Submission]:
    """Those of these texts that are submissions, by number."""
    rows = await tx.execute(select(submissions).where(_COLUMN.text_id.in_([*numbers])))
    return {row.text_id: _submission(row) for row in rows}


async def submissions_to(tx: Transaction, consultation: str) -> list[Submission]:
    """Every submission to a consultation, in the order in which they came."""
    query = select(submissions).where(_COLUMN.consultation == consultation, _COLUMN.text != "")
    ordered = query.order_by(_COLUMN.received_on, _COLUMN.id)
    return [_submission(row) for row in await tx.execute(ordered)]


async def entered_before(tx: Transaction, consultation: str, same_words: str) -> Submission | None:
    """The first submission to a consultation with the same words."""
    which = (_COLUMN.consultation == consultation, _COLUMN.same_words == same_words)
    query = select(submissions).where(*which, _COLUMN.text != "").order_by(_COLUMN.id).limit(1)
    row = (await tx.execute(query)).first()
    return None if row is None else _submission(row)


async def delete_submission(tx: Transaction, number: int) -> None:
    """Delete a submission that was entered by mistake, and take its text off the list."""
    await tx.execute(delete(submissions).where(_COLUMN.text_id == number))
    await empty_texts(tx, [number])


async def empty_submissions(tx: Transaction, consultation: str) -> None:
    """Delete the words of a consultation's submissions, and who sent them. That they came stays."""
    which = (_COLUMN.consultation == consultation, _COLUMN.text != "")
    numbers = [*(await tx.execute(select(_COLUMN.text_id).where(*which))).scalars()]
    emptied = {"text": "", "sender": "", "same_words": ""}
    await tx.execute(update(submissions).where(*which).values(emptied))
    await empty_texts(tx, numbers)


async def drop_old_submissions(tx: Transaction, before: datetime) -> int:
    """Delete what is left of submissions entered before ``before`` whose words are gone. Returns
    their number."""
    old = (_COLUMN.text == "", _COLUMN.entered_at < before)
    return (await tx.execute(delete(submissions).where(*old))).rowcount


def _submission(row: Any) -> Submission:
    return Submission(
        consultation=row.consultation,
        kind=SubmissionKind(row.kind),
        sender=row.sender,
        received_on=row.received_on,
        signatures=row.signatures,
        text=row.text,
        is_summary=bool(row.is_summary),
        same_words=row.same_words,
        number=row.text_id,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
    )
