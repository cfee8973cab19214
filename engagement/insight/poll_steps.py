"""The running total of a quick poll: when another step of it may be shown, and what it shows.

Each step has at least STEP people in it who are in no earlier one. So the difference between two
steps is never about fewer, and an answer that is changed is seen only among theirs. Under
PERCENT_FROM people shares are in words; from there on they are percentages, which then stand for
several numbers of people each. A step has no other numbers of people than its whole: a rounded
number and a rounded percentage together may leave only one that is possible. See decision 0046.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, published
from engagement.insight.second_table import staying_joined
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import NO_WARDS

STEP = 25
PERCENT_FROM = 100
ASKED = "poll"
"""The key of the one question, and the ward under which all who were asked are counted together."""


def is_due(new: int, thresholds: Thresholds) -> bool:
    """Whether another step may be shown, where ``new`` people have answered who are in none of the
    steps before."""
    return new >= max(STEP, thresholds.smallest_cell)


def option_key(place: int) -> str:
    """The key of the answer in this place, 0 for the first."""
    return f"answer_{place + 1}"


def step_of(chosen: Sequence[int], before: Published | None, thresholds: Thresholds) -> Published:
    """The step in which so many people have chosen each answer. What was joined in the step
    ``before`` stays joined as in results that are released again."""
    limits = limits_of(thresholds)
    people = sum(chosen)
    options = tuple((option_key(place), count) for place, count in enumerate(chosen))
    question = QuestionCount(ASKED, QuestionKind.SINGLE, people, options)
    exact = Counts(people, {ASKED: people}, (question,))
    if before is not None:
        exact = staying_joined(exact, before, limits)
    shown = published(exact, limits)
    questions = tuple(
        replace(one, options=tuple(replace(option, about=None) for option in one.options))
        for one in shown.questions
    )
    return replace(shown, wards=NO_WARDS, questions=questions)


def limits_of(thresholds: Thresholds) -> Thresholds:
    """The council's limits, as they are for a step."""
    base = max(PERCENT_FROM, thresholds.percentage_base)
    return thresholds.model_copy(update={"percentage_base": base})
