"""An attacker who knows the rule tries every true map: no small number of places is pinned down.

Independent of how squares are chosen and joined: every map with a fitting total is published, those
that look the same are put together, and each number below the smallest cell must still be able to
be several.
"""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.counted_places import IN, PlaceCounts, Square
from engagement.insight.disclosure import (
    Published,
    PublishedQuestion,
    published,
    published_question,
)
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.second_table import second_table
from engagement.insight.summary import Counts, QuestionCount

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
Map = tuple[int, ...]
"""The people of each square, ward after ward, each ward's followed by those elsewhere in it."""


def counted(numbers: Map, squares: Sequence[int]) -> QuestionCount:
    """The counts of wards with so many ``squares`` each."""
    left, found, elsewhere = iter(numbers), [], {}
    for ward, many in enumerate(squares):
        for n in range(many):
            found.append(Square(f"w{ward}", f"s{n}", next(left)))
        elsewhere[f"w{ward}"] = next(left)
    places = PlaceCounts(tuple(s for s in found if s.people), elsewhere)
    return QuestionCount("where", QuestionKind.PLACE, sum(numbers), places=places)


def maps(cells: int, total: int) -> Iterator[Map]:
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in maps(cells - 1, total - first):
            yield (first, *rest)


def pinned_down(every: Iterable[Map], squares: Sequence[int], thresholds: Thresholds) -> list[str]:
    """What is narrowed too much: a small square, or a small rest of a ward."""
    alike: dict[PublishedQuestion, list[Map]] = defaultdict(list)
    for one in every:
        alike[published_question(counted(one, squares), thresholds)].append(one)
    narrowest = 5 if thresholds.smallest_cell >= 6 else 4
    found = []
    for shown, group in alike.items():
        for place in range(len(group[0])):
            values = {one[place] for one in group}
            small = [one for one in group if one[place] < thresholds.smallest_cell]
            if small and max(values) - min(values) < narrowest:
                found.append(f"{small[0]}: {place} is {min(values)} to {max(values)} by {shown}")
    return found


@pytest.mark.parametrize("thresholds", [USUAL, LOWEST], ids=["ten", "five"])
@pytest.mark.parametrize(
    ("squares", "about"),
    [((1, 0), 20), ((1, 0), 35), ((1, 0), 50), ((1, 0), 60), ((2, 0), 25), ((1, 1), 30),
     ((2,), 30), ((1,), 25), ((1, 0, 0), 25)],
)  # fmt: skip
def test_no_square_and_no_rest_of_a_ward_can_be_worked_out(
    squares: tuple[int, ...], about: int, thresholds: Thresholds
) -> None:
    cells = sum(squares) + len(squares)
    every = itertools.chain.from_iterable(
        maps(cells, total) for total in range(about - 2, about + 3)
    )
    assert pinned_down(every, squares, thresholds)[:5] == []


def test_a_square_has_a_number_only_with_ten_people_or_more() -> None:
    draw = random.Random(7)
    for _ in range(400):
        numbers = tuple(draw.choice((0, 3, 9, 10, 11, 14, 25, 60)) for _ in range(9))
        shown = published_question(counted(numbers, (2, 2, 2)), USUAL)
        places = counted(numbers, (2, 2, 2)).places
        assert places is not None
        true = {square.key: square.people for square in places.squares}
        for option in shown.options:
            squares = [key for key in option.keys if IN in key]
            assert all(true[key] >= 10 for key in squares)
            assert not squares or len(option.keys) == 1


def of(one: Map) -> Counts:
    question = counted(one, (1, 0))
    return Counts(question.people, {"w0": question.people}, (question,))


def again(second: Map, before: Published) -> Published:
    return second_table(of(second), ReleasedTable(before, Limits.of(USUAL)), USUAL).published


def test_a_square_without_a_number_has_none_after_a_reopening() -> None:
    """ "Elsewhere in a ward: about 25", and then "a square: about 10, elsewhere: about 20"."""
    before = published(of((8, 15, 30)), USUAL)
    assert [option.keys for option in before.questions[0].options] == [("w0",), ("w1",)]
    shown = again((30, 15, 30), before)
    assert [option.keys for option in shown.questions[0].options] == [("w0",), ("w1",)]


def test_two_maps_tell_nothing_more_of_a_small_square_or_rest() -> None:
    """Every pair of maps of a square, the rest of its ward, and a large ward, in which answers were
    only added."""
    firsts: dict[Published, list[Map]] = defaultdict(list)
    for a, rest in itertools.product(range(18), repeat=2):
        firsts[published(of((a, rest, 30)), USUAL)].append((a, rest, 30))
    seconds = list(itertools.product(range(0, 26), range(0, 26), (30, 42)))
    for before, fits in firsts.items():
        screens: dict[Published, list[Map]] = defaultdict(list)
        for second in seconds:
            screens[again(second, before)].append(second)
        for shown, laters in screens.items():
            left = [t for t in fits if any(_grew(t, later) for later in laters)]
            for place in range(2):
                numbers = {t[place] for t in left}
                if numbers and min(numbers) < USUAL.smallest_cell:
                    wide = max(numbers) - min(numbers) >= 5
                    is_all = numbers == {t[place] for t in fits}
                    few_now = max(later[place] for later in laters) < USUAL.smallest_cell
                    assert wide or is_all or few_now, (
                        before.questions,
                        shown.questions,
                        place,
                        left,
                    )


def _grew(first: Map, later: Map) -> bool:
    return all(a <= b for a, b in zip(first, later, strict=True))
