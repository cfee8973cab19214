"""Answers from shared phones, and those of the phones' owners, for the act that guards counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import ResponseState
from storage.consultations.answers import answers, chosen
from storage.consultations.responses import responses
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class GivenCells:
    """Where one response counts: its ward, the questions that are answered, and the (question,
    option) pairs. ``short`` says that it is in the short form."""

    resident: int
    ward: str
    short: bool
    questions: frozenset[str]
    chosen: frozenset[tuple[str, str]]


async def from_shared_phones(tx: Transaction, consultation: str) -> list[GivenCells]:
    """Every response with an answer that somebody gave on another person's phone."""
    return await _given(tx, consultation, responses.c.mode == Mode.SHARED_PHONE)


async def given_by(
    tx: Transaction, consultation: str, residents: Collection[int]
) -> list[GivenCells]:
    """The responses of these residents, as far as they have an answer."""
    wanted, found = sorted(set(residents)), []
    for n in range(0, len(wanted), 500):
        found += await _given(tx, consultation, responses.c.resident_id.in_(wanted[n : n + 500]))
    return found


async def _given(
    tx: Transaction, consultation: str, which: ColumnElement[bool]
) -> list[GivenCells]:
    here = (
        responses.c.consultation == consultation,
        responses.c.state != ResponseState.STARTED,
        which,
    )
    asked = select(responses.c.resident_id, responses.c.ward, responses.c.short).where(*here)
    people = (await tx.execute(asked)).all()
    if not people:
        return []
    theirs = select(responses.c.resident_id).where(*here)
    questions: dict[int, set[str]] = {}
    for row in await tx.execute(
        select(answers.c.resident_id, answers.c.question).where(
            answers.c.consultation == consultation, answers.c.resident_id.in_(theirs)
        )
    ):
        questions.setdefault(row.resident_id, set()).add(row.question)
    options: dict[int, set[tuple[str, str]]] = {}
    for picked in await tx.execute(
        select(chosen.c.resident_id, chosen.c.question, chosen.c.option).where(
            chosen.c.consultation == consultation, chosen.c.resident_id.in_(theirs)
        )
    ):
        pair = (picked.question, picked.option)
        options.setdefault(picked.resident_id, set()).add(pair)
    return [
        GivenCells(
            one.resident_id,
            one.ward,
            bool(one.short),
            frozenset(questions.get(one.resident_id, ())),
            frozenset(options.get(one.resident_id, ())),
        )
        for one in people
    ]
