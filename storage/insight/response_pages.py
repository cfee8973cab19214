"""Pages of responses for an export."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
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


IDS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class ExportedResponse:
    """A response with its answers and comments, as an export needs it. ``number`` is its row's in
    this file: no random id of a person, and no receipt, leaves the database."""

    number: str
    ward: str
    vintage: int
    state: ResponseState
    mode: str
    started_at: datetime
    short: bool
    values: Mapping[str, Value]
    comments: Mapping[str, tuple[str, ...]]


async def for_export(
    tx: Transaction, consultation: str, *, numbered: Callable[[int], str], page: int = PAGE
) -> AsyncIterator[list[ExportedResponse]]:
    """Every response with an answer or a comment, in pages of ``page``, so that memory use hardly
    grows with their number.

    ``numbered`` gives each random id its number in this file. The rows come in the order of these
    numbers: in the order of the ids, two files could be laid side by side.
    """
    drawn = await _drawn(tx, consultation, numbered)
    for begin in range(0, len(drawn), page):
        numbers = {resident: number for number, resident in drawn[begin : begin + page]}
        ids = [*numbers]
        query = select(responses).where(
            responses.c.consultation == consultation, responses.c.resident_id.in_(ids)
        )
        found = sorted(await tx.execute(query), key=lambda r: numbers[r.resident_id])
        values = await _grouped(tx, answers.c.value, answers, consultation, ids)
        texts = await _grouped(tx, comments.c.text, comments, consultation, ids)
        rows = [
            ExportedResponse(
                number=numbers[r.resident_id],
                ward=r.ward,
                vintage=r.vintage,
                state=ResponseState(r.state),
                mode=r.mode,
                started_at=r.started_at,
                short=r.short,
                values={q: value_of(v[-1]) for q, v in values.get(r.resident_id, {}).items()},
                comments={q: tuple(v) for q, v in texts.get(r.resident_id, {}).items()},
            )
            for r in found
        ]
        yield [row for row in rows if row.values or row.comments]


async def _drawn(
    tx: Transaction, consultation: str, numbered: Callable[[int], str]
) -> list[tuple[str, int]]:
    """(number, resident) of every response, in the order of the numbers."""
    drawn: list[tuple[str, int]] = []
    last = -1
    while True:
        ids = [*(await tx.execute(_ids_after(consultation, last, IDS_AT_ONCE))).scalars()]
        if not ids:
            return sorted(drawn)
        drawn += [(numbered(resident), resident) for resident in ids]
        last = ids[-1]


def _ids_after(consultation: str, after: int, size: int) -> Select[Any]:
    return (
        select(responses.c.resident_id)
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
