"""Responses: one resident's progress through one consultation, read with the answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    false,
    func,
    insert,
    select,
    update,
)

from engagement.consultations.late import AfterClose, Timing
from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import ResponseState, Value
from storage.consultations.answers import answers, value_of
from storage.engine.database import Moment, Transaction, metadata

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
    Column("short", Boolean, nullable=False, server_default=false()),
    Column("learnt", Text),
    UniqueConstraint("consultation", "receipt"),
)
Index("ix_responses_count", responses.c.consultation, responses.c.state, responses.c.ward)
# With the state, so that those who have answered are counted without reading the rows.
Index("ix_responses_pages", responses.c.consultation, responses.c.resident_id, responses.c.state)
# By which the few who answered on somebody else's phone are found.
Index("ix_responses_mode", responses.c.consultation, responses.c.mode, responses.c.resident_id)

OWN_PHONE = responses.c.mode != Mode.SHARED_PHONE
"""That a response was given on its author's own phone: no others are in a number."""


def on_shared_phones(consultation: str) -> Select[int]:
    """The residents who answered this on somebody else's phone."""
    here = responses.c.consultation == consultation
    return select(responses.c.resident_id).where(here, responses.c.mode == Mode.SHARED_PHONE)


# Built once, because they run for every tap.
_MINE = (
    responses.c.resident_id == bindparam("who"),
    responses.c.consultation == bindparam("which"),
)
_RESPONSE_OF = (
    select(responses, answers.c.question, answers.c.value)
    .select_from(responses.outerjoin(answers))
    .where(*_MINE)
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
    """One resident's response. ``position`` is the question they are at, None after the last.
    ``short`` says that they have chosen the short form, and are asked no other questions;
    ``has_ended`` that they have reached the end once, whatever they have done since, and
    ``ended_at`` when that was. ``learnt`` are
    the questions before which they have read what there is to learn.

    ``late`` are answers that came after the close, and ``after_close`` how one that is handled
    after the close counts; both are left empty where nobody asks.
    """

    consultation: str
    ward: str
    state: ResponseState
    position: str | None
    receipt: str
    updated_at: datetime
    values: Mapping[str, Value] = field(default_factory=dict)
    late: Mapping[str, Value] = field(default_factory=dict)
    short: bool = False
    learnt: frozenset[str] = frozenset()
    has_ended: bool = False
    ended_at: datetime | None = None
    after_close: AfterClose | None = None

    @property
    def is_late(self) -> bool:
        """Whether what was sent just now is late."""
        return self.after_close is not None and self.after_close.timing is Timing.LATE

    @property
    def given(self) -> Mapping[str, Value]:
        """The answers as the person gave them last: those that count, and the late ones."""
        return {**self.values, **self.late}


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


async def wards_answered_for(tx: Transaction, resident: int) -> dict[str, str]:
    """The ward in which each response of a resident counts, by consultation."""
    rows = await tx.execute(
        select(responses.c.consultation, responses.c.ward).where(
            responses.c.resident_id == resident, responses.c.state != ResponseState.STARTED
        )
    )
    return {row.consultation: row.ward for row in rows}


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
    short: bool = False,
    mode: Mode = Mode.CHAT,
) -> bool:
    """Begin a response. Returns False if the receipt code is taken: draw another."""
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
            mode=mode,
            started_at=now,
            updated_at=now,
            short=short,
        )
    )
    return True


async def move(
    tx: Transaction,
    resident: int,
    consultation: str,
    *,
    position: str | None,
    state: ResponseState,
    now: datetime,
) -> None:
    """Store the question a response is at, and its state."""
    ends = position is None and state is ResponseState.COMPLETE
    values = {"to_position": position, "to_state": state, "now": now}
    await tx.execute(
        _COMPLETE if ends else _MOVE, {"who": resident, "which": consultation, **values}
    )


async def change_form(tx: Transaction, resident: int, consultation: str, *, short: bool) -> None:
    """Put a response in the short form, or in the whole."""
    whose = {"who": resident, "which": consultation}
    await tx.execute(update(responses).where(*_MINE).values(short=short), whose)


async def note_learnt(
    tx: Transaction, resident: int, consultation: str, learnt: Collection[str]
) -> None:
    """Store before which questions this resident has read what there is to learn."""
    whose = {"who": resident, "which": consultation}
    said = " ".join(sorted(learnt))
    await tx.execute(update(responses).where(*_MINE).values(learnt=said), whose)


async def change_ward(
    tx: Transaction, resident: int, consultation: str, *, ward: str, vintage: int
) -> None:
    """Count a response that has no answer yet in another ward."""
    whose = {"who": resident, "which": consultation}
    await tx.execute(update(responses).where(*_MINE).values(ward=ward, vintage=vintage), whose)


def _response(row: Any, values: Mapping[str, Value]) -> Response:
    return Response(
        consultation=row.consultation,
        ward=row.ward,
        state=ResponseState(row.state),
        position=row.position,
        receipt=row.receipt,
        updated_at=row.updated_at,
        values=values,
        short=row.short,
        learnt=frozenset((row.learnt or "").split()),
        has_ended=row.position is None or row.completed_at is not None,
        ended_at=row.completed_at,
    )
