"""What may be shown of what people said of themselves: of all wards together, and of many people.

Each question is on its own: nothing is set against an answer, a ward or another question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, PublishedQuestion, told
from engagement.insight.summary import QuestionCount
from engagement.insight.ward_numbers import by_ward

FEWEST_ANSWERED = 50
"""The fewest people with an answer to a question of whom anything is shown."""
SENSITIVE = ("disability", "ethnic_group", "religion")
"""Special category data: their numbers have a floor of their own."""
SMALLEST_SENSITIVE = 10
"""The fewest people whom a number of these may count, however few the council's other tables do."""


@dataclass(frozen=True, slots=True)
class SaidOfThemselves:
    """What one person is counted with: answers by question, and the ward of their response."""

    ward: str = field(repr=False)
    said: Mapping[str, str] = field(repr=False)


def equality_table(
    people: Sequence[SaidOfThemselves],
    asked: Mapping[str, Sequence[str]],
    everybody: Mapping[str, int],
    thresholds: Thresholds,
) -> Published:
    """The table of these ``people``. ``asked`` are the answers of each question in its order;
    ``everybody`` are all who took part, by ward: their number is shown elsewhere, and next to it
    nothing tells how few have said nothing of themselves."""
    _, whole = by_ward(everybody, thresholds)
    shown = []
    for key, answers in asked.items():
        with_answer = [one for one in people if key in one.said]
        limits = _limits(key, thresholds)
        if whole.people is None or not _are_enough(with_answer, limits):
            shown.append(PublishedQuestion(key=key, about=None))
            continue
        chosen = Counter(one.said[key] for one in with_answer)
        options = tuple((answer, chosen[answer]) for answer in answers)
        counted = QuestionCount(key, QuestionKind.SINGLE, len(with_answer), options)
        shown += [one.shown for one in told([counted], whole.people, limits)]
    return Published(about=None, questions=tuple(shown))


def smallest_cell(question: str, usual: int) -> int:
    """The fewest people whom a number of this question counts, where it is ``usual`` elsewhere."""
    return max(usual, SMALLEST_SENSITIVE) if question in SENSITIVE else usual


def _limits(question: str, thresholds: Thresholds) -> Thresholds:
    cell = smallest_cell(question, thresholds.smallest_cell)
    return thresholds.model_copy(update={"smallest_cell": cell})


def _are_enough(people: Sequence[SaidOfThemselves], thresholds: Thresholds) -> bool:
    """Whether so many have answered that something may be shown, and not nearly all of them in one
    ward, whose table it would be."""
    if len(people) < max(FEWEST_ANSWERED, thresholds.percentage_base):
        return False
    largest = max(Counter(one.ward for one in people).values())
    return len(people) - largest >= thresholds.smallest_cell
