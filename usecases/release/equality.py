"""The table of what people said of themselves, released once with the results they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from content.schema.consultation import Consultation
from engagement.consultations.equality import COUNTED, as_counted
from engagement.insight.equality_numbers import SaidOfThemselves, equality_table
from engagement.insight.released_table import Limits, ReleasedTable
from storage.consultations import equality_answers
from usecases.world import Transaction, World


async def counted(
    tx: Transaction, world: World, consultation: Consultation, everybody: Mapping[str, int]
) -> tuple[int, ReleasedTable] | None:
    """How many people said anything, and the table of it; None where nobody has. ``everybody`` are
    all who took part, by ward."""
    found = await equality_answers.answered_with(tx, consultation.slug)
    people = [SaidOfThemselves(one.ward, as_counted(one.given)) for one in found]
    people = [one for one in people if one.said]
    if not people:
        return None
    asked = {question.key: question.answers for question in COUNTED}
    shown = equality_table(people, asked, everybody, world.thresholds)
    return len(people), ReleasedTable(shown, Limits.of(world.thresholds))
