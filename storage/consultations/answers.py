"""Answers: the last valid value for each question, its history, and the options to count."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Select,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from content.schema.consultation import Question, QuestionKind
from engagement.consultations.counted_options import counted_options
from engagement.consultations.survey import Value
from engagement.consultations.values import VoiceNote
from storage.consultations.listed_texts import note_changed, take_answer_off
from storage.consultations.voice_notes import drop_others
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata, upsert

_RESPONSE = ["responses.resident_id", "responses.consultation"]

answers = Table(
    "answers",
    metadata,
    Column("resident_id", BigInteger, primary_key=True),
    Column("consultation", String(64), primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("value", Document, nullable=False),
    Column("version_id", ForeignKey("consultation_versions.id"), nullable=False),
    Column("answered_at", Moment, nullable=False),
    ForeignKeyConstraint(["resident_id", "consultation"], _RESPONSE),
)
Index("ix_answers_count", answers.c.consultation, answers.c.question)

# One row for each option a resident has chosen, for counting. It repeats the response's ward,
# which never changes, so that a count by ward reads only this table.
chosen = Table(
    "chosen",
    metadata,
    Column("consultation", String(64), primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("option", String(40), primary_key=True),
    Column("ward", String(9), primary_key=True),
    Column("resident_id", BigInteger, primary_key=True),
    ForeignKeyConstraint(["resident_id", "consultation"], _RESPONSE),
)
Index("ix_chosen_resident", chosen.c.resident_id, chosen.c.consultation, chosen.c.question)

answer_history = Table(
    "answer_history",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("value", Document, nullable=False),
    Column("version_id", ForeignKey("consultation_versions.id"), nullable=False),
    Column("answered_at", Moment, nullable=False),
    ForeignKeyConstraint(["resident_id", "consultation"], _RESPONSE),
)
Index("ix_answer_history_resident", answer_history.c.resident_id)

_ANSWER = [column.name for column in answers.columns]

# Built once, because they run for every tap.
_KEEP_HISTORY = insert(answer_history)
_KEEP_CHOSEN = insert(chosen)
_DROP_CHOSEN = delete(chosen).where(
    chosen.c.resident_id == bindparam("who"),
    chosen.c.consultation == bindparam("which"),
    chosen.c.question == bindparam("asked"),
)


async def save(
    tx: Transaction,
    *,
    resident: int,
    consultation: str,
    ward: str,
    question: Question,
    value: Value,
    replaces: bool,
    version_id: int,
    now: datetime,
) -> None:
    """Make ``value`` the answer, keep it in the history, and update the options that are counted.

    ``ward`` is the response's. ``replaces`` says that the question has an answer already: only
    then are there chosen options to delete.
    """
    row = {
        "resident_id": resident,
        "consultation": consultation,
        "question": question.key,
        "value": stored(value),
        "version_id": version_id,
        "answered_at": now,
    }
    key = ("resident_id", "consultation", "question")
    if value == ():
        # Every option was unticked: the history keeps that, the answer itself is deleted.
        await tx.execute(delete(answers).where(*(answers.c[name] == row[name] for name in key)))
    else:
        change = ("value", "version_id", "answered_at")
        await tx.execute(upsert(tx, answers, key=key, change=change), row)
    await tx.execute(_KEEP_HISTORY, row)
    if question.kind is QuestionKind.TEXT:
        if replaces:
            await note_changed(tx, resident, consultation, question.key)
            about = (resident, consultation, question.key)
            await drop_others(tx, about, is_late=False, but=number_of(value))
        return
    if replaces:
        await _uncount(tx, resident, consultation, question.key)
    await _count(tx, resident, consultation, ward, question, value)


async def put_words(
    tx: Transaction,
    resident: int,
    consultation: str,
    question: str,
    words: str | VoiceNote,
    *,
    number: int,
) -> None:
    """Put the words of a voice note in its place, in the answer and in the history, or those
    written down before; or the note as it is now. Nothing else of the answer changes."""
    for table in (answers, answer_history):
        mine = (
            table.c.resident_id == resident,
            table.c.consultation == consultation,
            table.c.question == question,
        )
        keys = [*table.primary_key.columns]
        query = select(*keys, table.c.value).where(*mine)
        if table is answer_history:
            query = query.order_by(answer_history.c.id.desc()).limit(1)
        for row in (await tx.execute(query)).all():
            if voice_note_in(row.value) in (number, None):
                same = [column == getattr(row, column.name) for column in keys]
                await tx.execute(update(table).where(*same).values(value=stored(words)))


async def set_aside(tx: Transaction, resident: int, consultation: str, question: str) -> None:
    """Take an answer out of the counts and the exports. Its history stays."""
    await tx.execute(
        delete(answers).where(
            answers.c.resident_id == resident,
            answers.c.consultation == consultation,
            answers.c.question == question,
        )
    )
    await _uncount(tx, resident, consultation, question)
    await take_answer_off(tx, resident, consultation, question)


async def bring_back(
    tx: Transaction, resident: int, consultation: str, ward: str, question: Question
) -> None:
    """Make the last value in the history the answer again."""
    row = (await tx.execute(_last_values(resident, consultation, question.key))).first()
    if row is None or row.value in ([], ""):
        return
    kept = dict(row._mapping)
    await tx.execute(insert(answers), kept)
    await _count(tx, resident, consultation, ward, question, value_of(kept["value"]))


async def last_values(tx: Transaction, resident: int, consultation: str) -> dict[str, Value]:
    """The last value of each question that was ever answered, by question; whether it counts now
    or not. What was unticked is left out."""
    rows = await tx.execute(_last_values(resident, consultation))
    return {row.question: value_of(row.value) for row in rows if row.value not in ([], "")}


def _last_values(resident: int, consultation: str, question: str | None = None) -> Select[Any]:
    history = answer_history
    mine = [history.c.resident_id == resident, history.c.consultation == consultation]
    if question is not None:
        mine.append(history.c.question == question)
    newest = select(func.max(history.c.id)).where(*mine).group_by(history.c.question)
    columns = (history.c[name] for name in _ANSWER)
    return select(*columns).where(history.c.id.in_(newest))


async def _uncount(tx: Transaction, resident: int, consultation: str, question: str) -> None:
    which = {"who": resident, "which": consultation, "asked": question}
    await tx.execute(_DROP_CHOSEN, which)


async def _count(
    tx: Transaction, resident: int, consultation: str, ward: str, question: Question, value: Value
) -> None:
    same = {
        "resident_id": resident,
        "consultation": consultation,
        "question": question.key,
        "ward": ward,
    }
    options = counted_options(question, value)
    if options:
        await tx.execute(_KEEP_CHOSEN, [{**same, "option": option} for option in options])


async def latest(tx: Transaction, resident: int) -> tuple[str, str, Value, datetime] | None:
    """The consultation, question, value and time of the answer a resident gave last."""
    columns = (answers.c.consultation, answers.c.question, answers.c.value, answers.c.answered_at)
    query = select(*columns).where(answers.c.resident_id == resident)
    row = (await tx.execute(query.order_by(answers.c.answered_at.desc()).limit(1))).first()
    return None if row is None else (row[0], row[1], value_of(row[2]), row[3])


async def answered_at(
    tx: Transaction, resident: int, consultation: str, question: str
) -> datetime | None:
    """When a resident last answered this question, or None."""
    query = select(answers.c.answered_at).where(
        answers.c.resident_id == resident,
        answers.c.consultation == consultation,
        answers.c.question == question,
    )
    return (await tx.execute(query)).scalar()


VOICE, LOST = "voice", "lost"
"""How an answer is stored that is a voice note which nobody has written down: with its number, and
whether it could not be had."""


def stored(value: Value) -> Any:
    """An answer as it is stored."""
    if isinstance(value, VoiceNote):
        return {VOICE: value.number, LOST: True} if value.is_lost else {VOICE: value.number}
    return list(value) if isinstance(value, tuple) else value


def number_of(value: Value) -> int:
    """The number of the voice note that an answer is; 0 for any other."""
    return value.number if isinstance(value, VoiceNote) else 0


def voice_note_in(stored: Any) -> int | None:
    """The number of the voice note that a stored answer is; None for any other."""
    found = stored.get(VOICE) if isinstance(stored, dict) else None
    return found if isinstance(found, int) else None


def value_of(stored: Any) -> Value:
    """A stored answer in the form the rules use. Raises ValueError for any other."""
    if (number := voice_note_in(stored)) is not None:
        return VoiceNote(number, is_lost=bool(stored.get(LOST)))
    if isinstance(stored, list):
        return tuple(str(key) for key in stored)
    if isinstance(stored, (str, int)) and not isinstance(stored, bool):
        return stored
    raise ValueError("an answer of an unknown shape is stored")
