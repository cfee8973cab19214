"""Equality answers: what people say of themselves, apart from all other answers, without a ward or
a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    delete,
    select,
)

from engagement.consultations.equality import EqualityAnswers
from engagement.consultations.survey import ResponseState
from storage.consultations.responses import responses
from storage.engine.database import Transaction, metadata, upsert

equality_answers = Table(
    "equality_answers",
    metadata,
    Column("resident_id", BigInteger, primary_key=True, autoincrement=False),
    Column("consultation", String(64), primary_key=True),
    Column("question", String(16), primary_key=True),
    Column("answer", String(16), nullable=False),
    ForeignKeyConstraint(
        ["resident_id", "consultation"], ["responses.resident_id", "responses.consultation"]
    ),
)
Index("ix_equality_answers_consultation", equality_answers.c.consultation)


@dataclass(frozen=True, slots=True)
class Kept:
    """One person's answers with one response, by question."""

    consultation: str
    given: dict[str, str] = field(default_factory=dict, repr=False)


async def save(
    tx: Transaction, resident: int, consultation: str, question: str, answer: str
) -> None:
    """Keep an answer, in place of the one before."""
    row = {
        "resident_id": resident,
        "consultation": consultation,
        "question": question,
        "answer": answer,
    }
    key = ("resident_id", "consultation", "question")
    await tx.execute(upsert(tx, equality_answers, key=key, change=("answer",)), row)


async def drop(
    tx: Transaction, resident: int, consultation: str, questions: Collection[str]
) -> None:
    """Delete the answers to these questions."""
    await tx.execute(
        delete(equality_answers).where(
            equality_answers.c.resident_id == resident,
            equality_answers.c.consultation == consultation,
            equality_answers.c.question.in_([*questions]),
        )
    )


async def kept_of(tx: Transaction, resident: int) -> list[Kept]:
    """All that one person has said of themselves, by response."""
    rows = await tx.execute(
        select(equality_answers)
        .where(equality_answers.c.resident_id == resident)
        .order_by(equality_answers.c.consultation)
    )
    found: dict[str, Kept] = {}
    for row in rows:
        kept = found.setdefault(row.consultation, Kept(row.consultation))
        kept.given[row.question] = row.answer
    return [*found.values()]


async def drop_of(
    tx: Transaction, resident: int, consultations: Collection[str] | None = None
) -> bool:
    """Delete all that one person has said of themselves, or what they said with these responses.
    Returns whether there was anything."""
    mine: list[Any] = [equality_answers.c.resident_id == resident]
    if consultations is not None:
        mine.append(equality_answers.c.consultation.in_([*consultations]))
    return (await tx.execute(delete(equality_answers).where(*mine))).rowcount > 0


async def drop_of_consultation(tx: Transaction, consultation: str) -> bool:
    """Delete what anybody has said of themselves with a response to this consultation. Returns
    whether there was anything."""
    of_it = equality_answers.c.consultation == consultation
    return (await tx.execute(delete(equality_answers).where(of_it))).rowcount > 0


async def answered_with(tx: Transaction, consultation: str) -> list[EqualityAnswers]:
    """What those who have answered this consultation have said of themselves, for counting."""
    query = (
        select(
            equality_answers.c.resident_id,
            responses.c.ward,
            equality_answers.c.question,
            equality_answers.c.answer,
        )
        .join(
            responses,
            (responses.c.resident_id == equality_answers.c.resident_id)
            & (responses.c.consultation == equality_answers.c.consultation),
        )
        .where(
            equality_answers.c.consultation == consultation,
            responses.c.state != ResponseState.STARTED,
        )
    )
    by_person: dict[int, tuple[str, dict[str, str]]] = {}
    for row in await tx.execute(query):
        by_person.setdefault(row.resident_id, (row.ward, {}))[1][row.question] = row.answer
    return [EqualityAnswers(ward, given) for ward, given in by_person.values()]
