"""A reader who kept the last screen before the close learns nothing of a small ward by the results.

That screen says which wards are small, and each other ward's tens. The tables that fit it and the
results are put together here, by every table there is where there are few wards, and by a search
that knows nothing of the rule where there are many.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import product

import pytest

from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.summary import Counts
from engagement.insight.ward_numbers import answered_so_far

Table = tuple[int, ...]
USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
OTHERS = [Thresholds(smallest_cell=cell) for cell in (6, 7, 9)] + [Thresholds(rounding=20)]


def counts(table: Table) -> Counts:
    return Counts(sum(table), {f"ward-{place}": count for place, count in enumerate(table)})


def screens(table: Table, thresholds: Thresholds) -> Hashable:
    """Both screens: the last before the close, and the results."""
    return answered_so_far(counts(table).by_ward, thresholds), published(counts(table), thresholds)


def narrowest(thresholds: Thresholds) -> int:
    return min(5, thresholds.smallest_cell - 1)


def worked_out(alike: list[Table], thresholds: Thresholds) -> Iterator[str]:
    """The small wards that all tables with the same two screens leave too few numbers for."""
    for place in range(len(alike[0])):
        values = {table[place] for table in alike}
        if max(values) - min(values) < narrowest(thresholds):
            small = [t for t in alike if t[place] < thresholds.smallest_cell]
            yield from (f"{t}: ward {place} has {min(values)} to {max(values)}" for t in small)


@pytest.mark.parametrize(
    ("thresholds", "count", "largest"),
    [
        *((t, *size) for t in (USUAL, LOWEST) for size in ((1, 69), (2, 69), (3, 29), (4, 9))),
        *((t, *size) for t in OTHERS for size in ((2, 39), (3, 19))),
    ],
)
def test_no_small_ward_of_any_table_can_be_worked_out(
    thresholds: Thresholds, count: int, largest: int
) -> None:
    """Every table whose wards have up to ``largest``; a ten is there whole, or not at all."""
    alike: dict[Hashable, list[Table]] = defaultdict(list)
    for table in product(range(largest + 1), repeat=count):
        alike[screens(table, thresholds)].append(table)
    found = [leak for tables in alike.values() for leak in worked_out(tables, thresholds)]
    assert found[:5] == []


def same_screens(table: Table, thresholds: Thresholds) -> Iterator[Table]:
    """Tables that have the same two screens: of each small ward people go to the other wards that
    have no row, or come from them, and some more come or go."""
    seen, draw = screens(table, thresholds), random.Random(f"{table}")
    rows = {ward for ward, _ in published(counts(table), thresholds).wards.rows}
    small = (place for place, count in enumerate(table) if count < thresholds.smallest_cell)
    for place in small:
        wide = {table[place]}
        for value in sorted(range(thresholds.smallest_cell), key=lambda v: min(v, 9 - v)):
            for tries in range(100 if max(wide) - min(wide) < narrowest(thresholds) else 0):
                other = moved(table, place, value, rows, draw, more=min(tries, 7))
                if screens(other, thresholds) == seen:
                    wide.add(value)
                    yield other
                    break


def moved(
    table: Table, place: int, value: int, rows: set[str], draw: random.Random, *, more: int
) -> Table:
    """The table with ``value`` in ``place`` and others changed at random; the tens stay."""
    other = [*table]
    other[place] = value
    owed, way = table[place] - value + draw.randint(-more, more), draw.choice([-1, 0, 1])
    for where in draw.sample(range(len(table)), len(table)):
        most = 4 if table[where] < 5 and draw.random() < 0.9 else table[where] // 10 * 10 + 9
        if where != place and f"ward-{where}" not in rows:
            other[where] = max(table[where] // 10 * 10, min(most, table[where] + owed))
            owed -= other[where] - table[where]
        elif where != place and more:
            tens = range(table[where] // 10 * 10, table[where] // 10 * 10 + 10)
            change = way if draw.random() < 0.4 else 0
            other[where] += change if other[where] + change in tens else 0
    return tuple(other)


@pytest.mark.parametrize("seed", range(30))
def test_nor_of_a_large_table(seed: int) -> None:
    """Five to twenty wards, most of them small; some with a ten just complete or nearly so."""
    draw = random.Random(seed)
    sizes = [0, 0, 1, 2, 9, 10, 11, 19, 20, 30, 39, draw.randint(0, 60), draw.randint(0, 9)]
    table = tuple(draw.choice(sizes) for _ in range(draw.randint(5, 20)))
    for thresholds in (USUAL, LOWEST):
        tables = [table, *same_screens(table, thresholds)]
        assert [*worked_out(tables, thresholds)][:5] == []


@pytest.mark.parametrize(
    "table",
    [(10, 1), (20, 1), (11, 1, *[0] * 8), (20, 30, 1, 0, 0), (19, 9), (39, 9, 9), (10, 10, 10, 2)],
)
def test_the_last_look_and_the_total_leave_a_small_ward_open(table: Table) -> None:
    """Ten in Abbey and "together about 10" left 0 to 2 for Chesham."""
    tables = [table, *same_screens(table, USUAL)]
    assert [*worked_out(tables, USUAL)] == []


def test_numbers_at_the_ends_are_shown_together() -> None:
    """Of 10 to 17 in both wards it is said that they are about 10 to 15."""
    shown = published(Counts(11, {"abbey": 10, "chesham": 1}), USUAL)
    assert (shown.about, shown.about_to) == (10, 15)
    assert (shown.wards.others, shown.wards.others_to) == (10, 15)
    same = [published(Counts(n, {"abbey": n - 3, "chesham": 3}), USUAL) for n in range(13, 18)]
    assert {*same} == {shown}


def test_two_wards_with_fewer_than_five_each_are_never_a_number() -> None:
    """With a smallest cell of 5, "about 5" would say that each has at least one."""
    each = {
        published(Counts(a + b, {"abbey": a, "chesham": b}), LOWEST)
        for a in range(5)
        for b in range(5)
    }
    assert [(shown.about, shown.fewer_than) for shown in each] == [(None, 10)]
