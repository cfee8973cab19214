"""How many chose more than a short form tells nothing of the few who did, or did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.summary import Counts, QuestionCount

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)


def of(people: int, asked: int, answered: int) -> Counts:
    """A consultation whose second question was asked of those who chose more than a short form. It
    has no options: theirs are attacked elsewhere."""
    first = QuestionCount("one", QuestionKind.SINGLE, people, (("x", people), ("y", 0)))
    second = QuestionCount("two", QuestionKind.NUMBER, answered, asked=asked)
    return Counts(people, {"abbey": people}, (first, second))


@pytest.mark.parametrize("thresholds", [USUAL, LOWEST], ids=["ten", "five"])
@pytest.mark.parametrize("about", [20, 30, 45, 60])
def test_no_small_number_of_people_is_pinned_down(about: int, thresholds: Thresholds) -> None:
    """Of every split of the people: who chose the short form, who the whole, who skipped there."""
    alike: dict[Hashable, list[tuple[int, int, int]]] = defaultdict(list)
    for people in range(about - 2, about + 3):
        for asked in range(people + 1):
            for answered in range(asked + 1):
                shown = published(of(people, asked, answered), thresholds)
                alike[shown].append((people - asked, asked, asked - answered))
    narrowest = 5 if thresholds.smallest_cell >= 6 else 4
    for shown, group in alike.items():
        for place in range(3):
            values = {one[place] for one in group}
            if min(values) < thresholds.smallest_cell:
                assert max(values) - min(values) >= narrowest, (shown, place, sorted(values))


def test_the_number_is_told_where_both_are_many() -> None:
    (_, second) = published(of(60, 35, 34), USUAL).questions
    assert second.asked == 35


@pytest.mark.parametrize("asked", [3, 9, 55, 60])
def test_it_is_not_told_where_few_chose_either(asked: int) -> None:
    (_, second) = published(of(60, asked, asked), USUAL).questions
    assert second.asked is None
