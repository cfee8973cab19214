"""A second table next to the first doesn't take apart what was joined there."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, published
from engagement.insight.second_table import staying_joined
from engagement.insight.summary import Counts, QuestionCount

USUAL = Thresholds()
Table = tuple[int, ...]


def of_wards(*table: int) -> Counts:
    return Counts(sum(table), dict(zip("abc", table, strict=False)))


def of_options(*table: int) -> Counts:
    people = sum(table)
    options = tuple(zip("abc", table, strict=False))
    question = QuestionCount("lamps", QuestionKind.SINGLE, people, options)
    return Counts(people, {"abbey": people}, (question,))


def again(first: Counts, second: Counts) -> tuple[Published, Published]:
    before = published(first, USUAL)
    return before, published(staying_joined(second, before, USUAL), USUAL)


@pytest.mark.parametrize("second", [(12, 10, 40), (12, 9, 30)])
def test_wards_that_were_shown_together_stay_so(second: Table) -> None:
    """ "A and B, together: about 20", and then "A about 10, B about 10": B had six to nine."""
    _, shown = again(of_wards(12, 8, 30), of_wards(*second))
    assert shown.wards.other_wards == ("a", "b")


def test_options_that_were_joined_stay_so() -> None:
    before, shown = again(of_options(30, 12, 8), of_options(38, 12, 10))
    assert [o.keys for o in before.questions[0].options] == [("a",), ("b", "c")]
    assert [o.keys for o in shown.questions[0].options] == [("a",), ("b", "c")]


def test_options_that_were_withheld_stay_so_until_each_could_be_all_of_them() -> None:
    _, shown = again(of_options(12, 8), of_options(12, 18))
    assert shown.questions[0].options == ()
    _, shown = again(of_options(12, 8), of_options(120, 180))
    assert len(shown.questions[0].options) == 2


def test_each_has_its_own_number_once_it_could_be_all_that_was_joined() -> None:
    _, shown = again(of_wards(12, 8, 30), of_wards(40, 30, 50))
    assert [about for _, about in shown.wards.rows] == [40, 30, 50]
    _, shown = again(of_options(30, 12, 8), of_options(60, 40, 30))
    assert [o.keys for o in shown.questions[0].options] == [("a",), ("b",), ("c",)]


def test_two_tables_of_wards_tell_nothing_more_of_a_small_one() -> None:
    """Every pair of tables of three wards, one of them large, in which answers were only added."""
    firsts: dict[Published, list[Table]] = defaultdict(list)
    for a, b in itertools.product(range(23), repeat=2):
        if a + b <= 22:
            firsts[published(of_wards(a, b, 30), USUAL)].append((a, b, 30))
    seconds = list(itertools.product(range(0, 34), range(0, 34), (30, 42)))
    for before, fits in firsts.items():
        screens: dict[Published, list[Table]] = defaultdict(list)
        for second in seconds:
            kept = staying_joined(of_wards(*second), before, USUAL)
            screens[published(kept, USUAL)].append(second)
        for shown, laters in screens.items():
            left = [t for t in fits if any(_grew(t, later) for later in laters)]
            for place in range(2):
                numbers = {t[place] for t in left}
                if numbers and min(numbers) < USUAL.smallest_cell:
                    wide = max(numbers) - min(numbers) >= 5
                    is_all = numbers == {t[place] for t in fits}
                    # Nobody has more people now than then: a small number now was small before.
                    few_now = max(later[place] for later in laters) < USUAL.smallest_cell
                    assert wide or is_all or few_now, (before.wards, shown.wards, place, left)


def _grew(first: Table, later: Table) -> bool:
    return all(a <= b for a, b in zip(first, later, strict=True))
