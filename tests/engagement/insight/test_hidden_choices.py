"""Several choices: whoever answered ticked at least one, so the others must not tell how many chose
a hidden option, or how few did not choose one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import PublishedQuestion, published_question
from engagement.insight.several_choices import Guess, Ticks, guesses
from engagement.insight.summary import QuestionCount

USUAL = Thresholds()
Table = tuple[int, ...]


def ticked(
    people: int, table: Table, exclusive: frozenset[int] = frozenset(), most: int | None = None
) -> QuestionCount:
    options = tuple((str(place), count) for place, count in enumerate(table))
    alone = frozenset(map(str, exclusive))
    return QuestionCount("help", QuestionKind.SEVERAL, people, options, alone, most)


def can_be(people: int, table: Table, exclusive: frozenset[int], most: int | None) -> bool:
    """Whether people who each tick something can make this table."""
    left = people - sum(table[place] for place in exclusive)
    others = [count for place, count in enumerate(table) if place not in exclusive]
    limit = (most or len(others)) * left
    return left >= 0 and max(others) <= left <= sum(others) <= limit


def tables(second: range, third: range) -> Iterator[Table]:
    """One small option, and two that are not."""
    return ((few, two, three) for few in range(10) for two in second for three in third)


ALONE = [frozenset(), frozenset({0}), frozenset({2})]


def narrowed(
    whole: range, second: range, third: range, exclusive: frozenset[int], most: int | None
) -> list[set[int]]:
    """The small option's possible numbers, where they lie too near each other. The true tables are
    put together as they are published; the ranges hold all that are published alike."""
    alike: dict[PublishedQuestion, set[int]] = defaultdict(set)
    for people in whole:
        for table in tables(second, third):
            if can_be(people, table, exclusive, most):
                shown = published_question(ticked(people, table, exclusive, most), USUAL)
                if shown.options:
                    alike[shown].add(table[0])
    assert alike
    return [values for values in alike.values() if max(values) - min(values) < 5]


@pytest.mark.parametrize("exclusive", ALONE, ids=["any", "the small one alone", "one alone"])
@pytest.mark.parametrize("most", [None, 2])
def test_no_hidden_option_is_narrowed_by_numbers_of_the_others(
    exclusive: frozenset[int], most: int | None
) -> None:
    assert narrowed(range(53, 58), range(33, 38), range(13, 33), exclusive, most)[:5] == []


@pytest.mark.long
@pytest.mark.parametrize("exclusive", ALONE, ids=["any", "the small one alone", "one alone"])
def test_no_hidden_option_is_narrowed_by_words_for_the_others(exclusive: frozenset[int]) -> None:
    assert narrowed(range(28, 33), range(10, 33), range(10, 33), exclusive, None)[:5] == []


def test_what_was_worked_out_is_not_shown_any_more() -> None:
    assert published_question(ticked(62, (27, 26, 9)), USUAL).options == ()
    assert published_question(ticked(50, (5, 12, 33)), USUAL).options == ()


def test_where_people_tick_several_the_numbers_stay() -> None:
    shown = published_question(ticked(62, (9, 36, 40, 30, 20)), USUAL).options
    assert [option.about for option in shown] == [None, 35, 40, 30, 20]


def test_the_bounds_of_a_hidden_option() -> None:
    boxes = {20: [range(0, 10), range(8, 10), range(5, 8)]}
    chose, did_not = guesses(boxes, Ticks(frozenset(), 3))
    assert chose[0] == Guess(4, 9)
    assert did_not[0] == Guess(11, 16)
    assert chose[1] == Guess(8, 9)


def test_an_option_that_stands_alone_leaves_the_rest_to_the_others() -> None:
    boxes = {20: [range(0, 10), range(8, 10), range(5, 8)]}
    chose, _ = guesses(boxes, Ticks(frozenset({2}), 2))
    assert chose[0] == Guess(4, 9)
    assert chose[2] == Guess(5, 7)
    assert chose[1] == Guess(8, 9)


def test_how_many_one_may_tick_bounds_from_above() -> None:
    boxes = {10: [range(0, 10), range(9, 11), range(8, 10)]}
    chose, _ = guesses(boxes, Ticks(frozenset(), 2))
    assert chose[0] == Guess(0, 3)
    assert guesses({10: [range(3), range(3), range(3)]}, Ticks(frozenset(), 2)) == ({}, {})
    assert guesses({5: [range(0), range(3)]}, Ticks(frozenset(), 2)) == ({}, {})
