"""Answers: the last valid value of each, with its history, and what is counted from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from content.schema import Question, QuestionKind
from engagement.consultations.survey import ResponseState, Value
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata, upsert

_RESPONSE = ["responses.resident_id", "responses.consultation"]

responses = Table(
    "responses",
    metadata,
    Column("resident_id", ForeignKey("residents.id"), primary_key=True),
    Column("consultation", String(64), primary_key=True),
    Column("ward", String(9), nullable=False),
    Column("vintage", Integer, nullable=False),
    Column("version_id", ForeignKey("consultation_versions.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("position", String(40)),
    Column("receipt", String(16), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("completed_at", Moment),
    UniqueConstraint("consultation", "receipt"),
)
Index("ix_responses_count", responses.c.consultation, responses.c.state, responses.c.ward)
Index("ix_responses_pages", responses.c.consultation, responses.c.resident_id)

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

# One row for each option somebody has chosen: what counts are made of. It keeps the response's
# ward, which never changes, so that a count by ward reads this table alone.
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

comments = Table(
    "comments",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    ForeignKeyConstraint(["resident_id", "consultation"], _RESPONSE),
)
Index("ix_comments_resident", comments.c.resident_id, comments.c.consultation)


# Put together once: they are carried out for every tap.
_MINE = (
    responses.c.resident_id == bindparam("who"),
    responses.c.consultation == bindparam("which"),
)
_RESPONSE_OF = (
    select(responses, answers.c.question, answers.c.value)
    .select_from(responses.outerjoin(answers))
    .where(*_MINE)
)
_KEEP_HISTORY = insert(answer_history)
_KEEP_CHOSEN = insert(chosen)
_DROP_CHOSEN = delete(chosen).where(
    chosen.c.resident_id == bindparam("who"),
    chosen.c.consultation == bindparam("which"),
    chosen.c.question == bindparam("asked"),
)
_MOVE = (
    update(responses)
    .where(*_MINE)
    .values(
        position=bindparam("to_position", type_=String),
        state=bindparam("to_state", type_=String),
        updated_at=bindparam("now", type_=Moment),
    )
)
_COMPLETE = _MOVE.values(
    completed_at=func.coalesce(responses.c.completed_at, bindparam("now", type_=Moment))
)


@dataclass(frozen=True, slots=True)
class Response:
    """One resident's response. ``position`` is the question they are at, None past the end."""

    consultation: str
    ward: str
    state: ResponseState
    position: str | None
    receipt: str
    updated_at: datetime
    values: Mapping[str, Value] = field(default_factory=dict)


async def responses_of(tx: Transaction, resident: int) -> list[Response]:
    """A resident's responses with their answers, the latest first."""
    rows = await tx.execute(
        select(responses)
        .where(responses.c.resident_id == resident)
        .order_by(responses.c.updated_at.desc(), responses.c.consultation)
    )
    given = await tx.execute(
        select(answers.c.consultation, answers.c.question, answers.c.value).where(
            answers.c.resident_id == resident
        )
    )
    values: dict[str, dict[str, Value]] = {}
    for row in given:
        values.setdefault(row.consultation, {})[row.question] = value_of(row.value)
    return [_response(row, values.get(row.consultation, {})) for row in rows]


async def response_of(tx: Transaction, resident: int, consultation: str) -> Response | None:
    """One resident's response to one consultation."""
    whose = {"who": resident, "which": consultation}
    rows = (await tx.execute(_RESPONSE_OF, whose)).all()
    if not rows:
        return None
    values = {r.question: value_of(r.value) for r in rows if r.question is not None}
    return _response(rows[0], values)


async def begin(
    tx: Transaction,
    *,
    resident: int,
    consultation: str,
    ward: str,
    vintage: int,
    version_id: int,
    position: str,
    receipt: str,
    now: datetime,
) -> bool:
    """Begin a response. False when its receipt code is taken: draw another."""
    taken = await tx.execute(
        select(func.count())
        .select_from(responses)
        .where(responses.c.consultation == consultation, responses.c.receipt == receipt)
    )
    if taken.scalar_one():
        return False
    await tx.execute(
        insert(responses).values(
            resident_id=resident,
            consultation=consultation,
            ward=ward,
            vintage=vintage,
            version_id=version_id,
            state=ResponseState.STARTED,
            position=position,
            receipt=receipt,
            mode="chat",
            started_at=now,
            updated_at=now,
        )
    )
    return True


async def save(
    tx: Transaction,
    *,
    resident: int,
    response: Response,
    question: Question,
    value: Value,
    version_id: int,
    now: datetime,
) -> None:
    """Make ``value`` the answer, keep it in the history, and renew what is counted."""
    row = {
        "resident_id": resident,
        "consultation": response.consultation,
        "question": question.key,
        "value": list(value) if isinstance(value, tuple) else value,
        "version_id": version_id,
        "answered_at": now,
    }
    key = ("resident_id", "consultation", "question")
    if value == ():
        # Everything unticked: the history tells that it was, the answer itself is gone.
        await tx.execute(delete(answers).where(*(answers.c[name] == row[name] for name in key)))
    else:
        change = ("value", "version_id", "answered_at")
        await tx.execute(upsert(tx, answers, key=key, change=change), row)
    await tx.execute(_KEEP_HISTORY, row)
    if question.kind is QuestionKind.TEXT:
        return
    if question.key in response.values:
        which = {"who": resident, "which": response.consultation, "asked": question.key}
        await tx.execute(_DROP_CHOSEN, which)
    await _keep_chosen(tx, resident, response, question.key, value)


async def _keep_chosen(
    tx: Transaction, resident: int, response: Response, question: str, value: Value
) -> None:
    options = value if isinstance(value, tuple) else (str(value),)
    if options:
        await tx.execute(
            _KEEP_CHOSEN,
            [
                {
                    "resident_id": resident,
                    "consultation": response.consultation,
                    "question": question,
                    "option": option,
                    "ward": response.ward,
                }
                for option in options
            ],
        )


async def add_comment(
    tx: Transaction, *, resident: int, consultation: str, question: str, text: str, now: datetime
) -> None:
    """Keep words somebody wrote to a question that asked for a choice."""
    await tx.execute(
        insert(comments).values(
            resident_id=resident,
            consultation=consultation,
            question=question,
            text=text,
            written_at=now,
        )
    )


async def comments_of(tx: Transaction, resident: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """What one resident wrote beside choices, by (consultation, question), the oldest first."""
    mine = comments.c.resident_id == resident
    query = select(comments.c.consultation, comments.c.question, comments.c.text).where(mine)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for slug, question, text in await tx.execute(query.order_by(comments.c.id)):
        found[slug, question] = (*found.get((slug, question), ()), text)
    return found


async def move(
    tx: Transaction,
    resident: int,
    consultation: str,
    *,
    position: str | None,
    state: ResponseState,
    now: datetime,
) -> None:
    """Where the response stands now."""
    ends = position is None and state is ResponseState.COMPLETE
    values = {"to_position": position, "to_state": state, "now": now}
    await tx.execute(
        _COMPLETE if ends else _MOVE, {"who": resident, "which": consultation, **values}
    )


def value_of(stored: Any) -> Value:
    """A stored answer in the shape the rules know."""
    if isinstance(stored, list):
        return tuple(str(key) for key in stored)
    if isinstance(stored, (str, int)) and not isinstance(stored, bool):
        return stored
    raise ValueError("an answer of an unknown shape is stored")


def _response(row: Any, values: Mapping[str, Value]) -> Response:
    return Response(
        consultation=row.consultation,
        ward=row.ward,
        state=ResponseState(row.state),
        position=row.position,
        receipt=row.receipt,
        updated_at=row.updated_at,
        values=values,
    )
