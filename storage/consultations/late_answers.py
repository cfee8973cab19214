"""Late answers and comments: kept, never among the answers, and counted apart as a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from engagement.consultations.values import Value, VoiceNote
from storage.consultations.answers import number_of, stored, value_of
from storage.consultations.listed_texts import take_late_off
from storage.consultations.responses import on_shared_phones
from storage.consultations.voice_notes import drop_others
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata

late_answers = Table(
    "late_answers",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("value", Document, nullable=False),
    Column("is_comment", Boolean, nullable=False),
    Column("received_at", Moment, nullable=False),
    ForeignKeyConstraint(
        ["resident_id", "consultation"], ["responses.resident_id", "responses.consultation"]
    ),
)
Index("ix_late_answers_resident", late_answers.c.resident_id, late_answers.c.consultation)
Index("ix_late_answers_consultation", late_answers.c.consultation)


async def keep(
    tx: Transaction,
    *,
    resident: int,
    consultation: str,
    question: str,
    value: Value,
    now: datetime,
) -> None:
    """Keep a late answer in place of an earlier late one to the same question."""
    about, number = (resident, consultation, question), number_of(value)
    await _drop(tx, *about)
    await drop_others(tx, about, is_late=True, but=number)
    shape = stored(value)
    await _insert(tx, resident, consultation, question, shape, is_comment=False, now=now)


async def add_comment(
    tx: Transaction, *, resident: int, consultation: str, question: str, text: str, now: datetime
) -> None:
    """Keep a late comment."""
    await _insert(tx, resident, consultation, question, text, is_comment=True, now=now)


async def _insert(
    tx: Transaction,
    resident: int,
    consultation: str,
    question: str,
    value: object,
    *,
    is_comment: bool,
    now: datetime,
) -> None:
    await tx.execute(
        insert(late_answers).values(
            resident_id=resident,
            consultation=consultation,
            question=question,
            value=value,
            is_comment=is_comment,
            received_at=now,
        )
    )


async def drop(tx: Transaction, *, resident: int, consultation: str, question: str) -> None:
    """Delete a late answer, if there is one, with its voice note."""
    await _drop(tx, resident, consultation, question)
    await drop_others(tx, (resident, consultation, question), is_late=True)


async def _drop(tx: Transaction, resident: int, consultation: str, question: str) -> None:
    late = late_answers.c
    await tx.execute(
        delete(late_answers).where(
            late.resident_id == resident,
            late.consultation == consultation,
            late.question == question,
            late.is_comment.is_(False),
        )
    )


async def put_words(
    tx: Transaction, resident: int, consultation: str, question: str, words: str | VoiceNote
) -> None:
    """Put the words of a late voice note in its place, or the note as it is now."""
    late = late_answers.c
    await tx.execute(
        update(late_answers)
        .where(
            late.resident_id == resident,
            late.consultation == consultation,
            late.question == question,
            late.is_comment.is_(False),
        )
        .values(value=stored(words))
    )


async def late_of(tx: Transaction, resident: int) -> dict[tuple[str, str], Value]:
    """One resident's late answers by (consultation, question)."""
    return {(slug, key): value_of(value) for slug, key, value in await _of(tx, resident, False)}


async def late_comments_of(tx: Transaction, resident: int) -> dict[tuple[str, str], list[str]]:
    """One resident's late comments by (consultation, question), the oldest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for slug, key, text in await _of(tx, resident, True):
        found.setdefault((slug, key), []).append(str(text))
    return found


async def _of(tx: Transaction, resident: int, is_comment: bool) -> list[tuple[str, str, object]]:
    late = late_answers.c
    query = (
        select(late.consultation, late.question, late.value)
        .where(late.resident_id == resident, late.is_comment.is_(is_comment))
        .order_by(late.id)
    )
    return [(row[0], row[1], row[2]) for row in await tx.execute(query)]


@dataclass(frozen=True, slots=True)
class LateAnswer:
    """One late answer or comment."""

    resident: int
    question: str
    value: Value
    is_comment: bool
    received_at: datetime


async def answered_late(tx: Transaction) -> list[str]:
    """The consultations that have late answers or comments."""
    return [*(await tx.execute(select(late_answers.c.consultation).distinct())).scalars()]


async def take_all(tx: Transaction, consultation: str) -> list[LateAnswer]:
    """Delete every late answer and comment to a consultation. Returns them, the oldest first."""
    of_this = late_answers.c.consultation == consultation
    rows = await tx.execute(select(late_answers).where(of_this).order_by(late_answers.c.id))
    found = [
        LateAnswer(r.resident_id, r.question, value_of(r.value), r.is_comment, r.received_at)
        for r in rows
    ]
    await tx.execute(delete(late_answers).where(of_this))
    await take_late_off(tx, consultation)
    return found


async def count_late(tx: Transaction, consultation: str) -> int:
    """The true number of people who have a late answer or comment, for the act that guards it;
    without those on somebody else's phone."""
    people = func.count(late_answers.c.resident_id.distinct())
    query = select(people).where(
        late_answers.c.consultation == consultation,
        late_answers.c.resident_id.not_in(on_shared_phones(consultation)),
    )
    return int((await tx.execute(query)).scalar_one())
