"""Pages of responses for an export."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, select

from engagement.consultations.survey import ResponseState, Value
from storage.consultations.answers import answers, value_of
from storage.consultations.comments import comments
from storage.consultations.responses import responses
from storage.engine.database import Transaction

PAGE = 50
"""Responses read at a time: few enough that a tap meanwhile hardly waits."""


@dataclass(frozen=True, slots=True)
class ExportedResponse:
    """A response with its answers and comments, as an export needs it."""

    resident_id: int
    receipt: str
    ward: str
    vintage: int
    state: ResponseState
    mode: str
    started_at: datetime
    values: Mapping[str, Value]
    comments: Mapping[str, tuple[str, ...]]


async def for_export(
    tx: Transaction, consultation: str, *, page: int = PAGE
) -> AsyncIterator[list[ExportedResponse]]:
    """Every response with an answer or a comment, ordered by resident id, in pages of ``page``, so
    that memory use doesn't grow with their number."""
    last = -1
    while True:
        found = (await tx.execute(_export_page(consultation, last, page))).all()
        if not found:
            return
        last = found[-1].resident_id
        ids = [r.resident_id for r in found]
        values = await _grouped(tx, answers.c.value, answers, consultation, ids)
        texts = await _grouped(tx, comments.c.text, comments, consultation, ids)
        rows = [
            ExportedResponse(
                resident_id=r.resident_id,
                receipt=r.receipt,
                ward=r.ward,
                vintage=r.vintage,
                state=ResponseState(r.state),
                mode=r.mode,
                started_at=r.started_at,
                values={q: value_of(v[-1]) for q, v in values.get(r.resident_id, {}).items()},
                comments={q: tuple(v) for q, v in texts.get(r.resident_id, {}).items()},
            )
            for r in found
        ]
        yield [row for row in rows if row.values or row.comments]


def _export_page(consultation: str, after: int, size: int) -> Select[Any]:
    return (
        select(responses)
        .where(responses.c.consultation == consultation, responses.c.resident_id > after)
        .order_by(responses.c.resident_id)
        .limit(size)
    )


async def _grouped(
    tx: Transaction, what: Any, table: Table, consultation: str, ids: list[int]
) -> dict[int, dict[str, list[Any]]]:
    query = select(table.c.resident_id, table.c.question, what.label("what")).where(
        table.c.consultation == consultation, table.c.resident_id.in_(ids)
    )
    if table is comments:
        query = query.order_by(comments.c.id)
    grouped: dict[int, dict[str, list[Any]]] = {}
    for row in await tx.execute(query):
        grouped.setdefault(row.resident_id, {}).setdefault(row.question, []).append(row.what)
    return grouped
