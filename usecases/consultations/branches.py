"""Answers on branches: set aside when the branch is left, brought back when it is taken again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from content.schema.consultation import Consultation, Question
from content.schema.question import SEVERAL_KEYS
from engagement.consultations.branching import branches, path
from storage.consultations import answers
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.world import Transaction


async def settle(
    tx: Transaction, consultation: Consultation, resident: int, response: Response
) -> Response:
    """Let only the answers on the path count that this response now takes. The history keeps the
    others, so that somebody who comes back to them finds them as they were."""
    if not branches(consultation):
        return response
    given = await answers.last_values(tx, resident, response.consultation)
    counted = path(consultation, {**given, **response.values}).values
    for key in response.values.keys() - counted.keys():
        await answers.set_aside(tx, resident, response.consultation, key)
    for key in counted.keys() - response.values.keys():
        asked = consultation.question(key)
        await answers.bring_back(tx, resident, response.consultation, response.ward, asked)
    return replace(response, values=counted)


async def without_reason(
    tx: Transaction,
    found: Published,
    resident: int,
    response: Response,
    question: Question,
    now: datetime,
) -> Response:
    """The response once the answer to this question has changed: a reason given for the answer
    before isn't a reason for this one, so it is asked for again. The history keeps it.

    Where several may be chosen the reason stays: one more isn't a change of mind.
    """
    asked = found.consultation.questions
    reason = next((q for q in asked if q.reason_for == question.key), None)
    if reason is None or question.kind in SEVERAL_KEYS or reason.key not in response.values:
        return response
    await answers.save(
        tx,
        resident=resident,
        consultation=response.consultation,
        ward=response.ward,
        question=reason,
        value=(),
        replaces=True,
        version_id=found.version_id,
        now=now,
    )
    return replace(response, values={k: v for k, v in response.values.items() if k != reason.key})
