"""The running total of a quick poll: when another step of it may be shown, and what it shows.

Each step has at least STEP people in it who are in no earlier one. So the difference between two
steps is never about fewer, and an answer that is changed is seen only among theirs. How many more
than STEP is drawn anew for each step: who knew it exactly could add up what the rounding hides. A
step has rounded numbers of people and no shares, and of its whole only how many 25s are in it: from
two steps with shares, or with another rounded whole, it could follow that all who came between them
said the same. See decision 0046.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, published
from engagement.insight.staying_joined import parts_of_step, together
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import NO_WARDS, Between

STEP, MORE = 25, 5
ASKED = "poll"
"""The key of the one question, and the ward under which all who were asked are counted together."""


def wanted(drawn: int, thresholds: Thresholds) -> int:
    """How many people who are in no step yet the next one needs; ``drawn`` is a random number."""
    return max(STEP, thresholds.smallest_cell) + drawn % MORE


def option_key(place: int) -> str:
    """The key of the answer in this place, 0 for the first."""
    return f"answer_{place + 1}"


def step_of(chosen: Sequence[int], before: Published | None, thresholds: Thresholds) -> Published:
    """The step in which so many people have chosen each answer. What was joined in the step
    ``before`` stays joined as in results that are released again. ``about`` is the number of people
    down to a multiple of STEP."""
    people = sum(chosen)
    options = tuple((option_key(place), count) for place, count in enumerate(chosen))
    question = QuestionCount(ASKED, QuestionKind.SINGLE, people, options)
    shown = published(Counts(people, {ASKED: people}, (question,)), thresholds)
    least = None if shown.about is None else people // STEP * STEP
    shown = replace(shown, about=least, about_to=None, wards=NO_WARDS)
    if least is None:
        return shown
    [one] = shown.questions
    parts: list[tuple[str, ...]] | None = None
    if before is not None and before.about is not None:
        whole = _whole(before.about, thresholds)
        parts = parts_of_step(dict(options), before.questions[0], whole, thresholds)
    if parts is None:
        parts = [option.keys for option in one.options]
    if len(parts) == 1:
        parts = []  # all together are the whole
    numbers = tuple(together(part, dict(options), thresholds) for part in parts)
    return replace(shown, questions=(replace(one, options=numbers),))


def _whole(about: int, thresholds: Thresholds) -> Between:
    """The people of a step, as far as a reader knows it who knows when steps are due."""
    most = about + STEP - 1
    if thresholds.smallest_cell <= STEP:
        most = min(most, about // STEP * (STEP + MORE - 1))
    return Between(about, most)
