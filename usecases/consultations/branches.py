"""Answers on branches: set aside when the branch is left, brought back when it is taken again."""

from __future__ import annotations

from dataclasses import replace

from content.schema.consultation import Consultation
from engagement.consultations.branching import branches, path
from storage.consultations import answers
from storage.consultations.responses import Response
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
