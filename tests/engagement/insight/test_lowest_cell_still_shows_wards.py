"""A council that lowers its cell to 5 still has ward rows; several numbers are no choice."""

from __future__ import annotations

import pytest

from content.schema.consultation import Question, QuestionKind
from content.schema.council import Thresholds
from engagement.consultations.survey import typed
from engagement.errors import NotAChoice
from engagement.insight.ward_numbers import by_ward


def test_one_small_ward_does_not_hide_all_the_others() -> None:
    wards = {f"ward-{n}": 40 for n in range(9)} | {"small": 2}
    assert by_ward(wards, Thresholds(smallest_cell=5))[0].rows != ()


def test_two_numbers_where_one_is_wanted_are_asked_about_and_not_kept() -> None:
    lamps = Question.model_validate(
        {
            "key": "lamps",
            "kind": QuestionKind.SINGLE,
            "text": "Which?",
            "options": ({"key": "a", "label": "A"}, {"key": "b", "label": "B"}),
        }
    )
    with pytest.raises(NotAChoice):
        typed(lamps, None, "1 and 2")
