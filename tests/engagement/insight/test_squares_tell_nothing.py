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
from engagement.insight.disclosure import PublishedQuestion, published_question
from engagement.insight.summary import QuestionCount

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
        true = {s.key: s.people for s in counted(numbers, (2, 2, 2)).places.squares}  # type: ignore[union-attr]
        for option in shown.options:
            squares = [key for key in option.keys if IN in key]
            assert all(true[key] >= 10 for key in squares)
            assert not squares or len(option.keys) == 1
