"""Which small options of a question are joined, so that nobody can turn the joining back.

Cells under the threshold are joined with the next smallest. A reader knows this rule and sees the
rounded numbers. So the joining looks for other true tables that would be published in the same
form, and goes on until every joined cell may be one of several numbers that lie far apart. If no
joining is wide enough, everything is joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from content.schema.council import Thresholds

NARROWEST_GUESS = 5
"""A reader must not be able to narrow a true cell below the threshold to less than this."""
MOST_DECOYS = 3
"""Larger cells tried before everything is joined."""
VALUES_TRIED = 4
TABLES_TRIED = 60
"""How long the joining looks for another table. Not found counts as not there."""
TABLES_KEPT = 2
"""How many tables with one number in a cell are compared with those of another close."""
Table = tuple[int, ...]
Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """What the form of a table depends on. ``kept`` are joined in any case."""

    cell: int
    rounding: int
    percentage_base: int
    kept: Places = ()

    @classmethod
    def of(cls, thresholds: Thresholds) -> Measures:
        """The council's measures."""
        return cls(thresholds.smallest_cell, thresholds.rounding, thresholds.percentage_base)

    @property
    def narrowest(self) -> int:
        """The least distance between the lowest and the highest guess."""
        return min(NARROWEST_GUESS, self.cell - 1)


@dataclass(frozen=True, slots=True)
class Form:
    """A table as published: the joined places, the whole, and each number (the joined one last).

    ``under`` is how many cells are under the threshold: a reader may know that too.
    """

    cells: int
    under: int
    joined: Places
    whole: int
    numbers: tuple[tuple[int, int], ...]


def tables_behind(form: Form, measures: Measures) -> list[Table]:
    """Some true tables that are published in this form, with low and high numbers in each joined
    cell. What ``form.under`` says is left open."""
    found: dict[Table, None] = {}
    for member in range(len(form.joined)):
        for value in range(measures.cell + measures.narrowest):
            tried = islice(_tables(form, member, value, measures), TABLES_TRIED)
            fits = (table for table in tried if _is_shown_as(table, form, measures))
            found |= dict.fromkeys(islice(fits, TABLES_KEPT))
    return [*found]


def _is_shown_as(table: Table, form: Form, measures: Measures) -> bool:
    under = sum(count < measures.cell for count in table)
    if not under:
        return form.joined == measures.kept and _form(table, form.joined, measures) == replace(
            form, under=0
        )
    return _leads_to(table, replace(form, under=under), measures)


def rounded(number: int, to: int) -> int:
    """The nearest multiple of ``to``; a half goes up."""
    return (2 * number + to) // (2 * to) * to


def percent_of(count: int, people: int) -> int:
    """The share in percent, from the true counts, to the nearest 5; a half goes up."""
    return (40 * count + people) // (2 * people) * 5


def join(table: Table, measures: Measures) -> Places:
    """The places to join: none, some, or all of them."""
    if all(count >= measures.cell for count in table):
        return measures.kept
    for places in _stages(table, measures):
        if _is_safe(_form(table, places, measures), measures):
            return places
    return tuple(range(len(table)))


def _stages(table: Table, measures: Measures) -> Iterator[Places]:
    """What is joined first, and then with one larger cell more each time."""
    order = sorted(range(len(table)), key=lambda place: (table[place], place))
    under = sum(count < measures.cell for count in table)
    for size in range(max(under, 2), min(len(table), max(under, 2) + MOST_DECOYS + 1)):
        places = {*order[:size], *measures.kept}
        enough = sum(table[place] for place in places) >= measures.cell
        if enough and len(places) < len(table):
            yield tuple(sorted(places))


def _form(table: Table, joined: Places, measures: Measures) -> Form:
    people = sum(table)
    counts = [count for place, count in enumerate(table) if place not in joined]
    counts.append(sum(table[place] for place in joined))
    shares = [_share(count, people, measures) for count in counts]
    abouts = [rounded(count, measures.rounding) for count in counts]
    numbers = tuple(zip(abouts, shares, strict=True))
    under = sum(count < measures.cell for count in table)
    return Form(len(table), under, joined, rounded(people, measures.rounding), numbers)


def _band(percent: int) -> int:
    """A number for each word of a share, below zero so that it is no percentage."""
    return -1 - sum(percent >= edge for edge in (20, 45, 60, 90))


@lru_cache(maxsize=20_000)
def _is_safe(form: Form, measures: Measures) -> bool:
    """Whether every joined cell may be one of several numbers that lie far enough apart."""
    return all(_is_wide(form, place, measures) for place in range(len(form.joined)))


def _is_wide(form: Form, member: int, measures: Measures) -> bool:
    lowest, highest = _bounds(form, measures)
    if highest - lowest < measures.narrowest:
        return False
    lows = range(lowest, lowest + VALUES_TRIED)
    low = next((v for v in lows if _occurs(form, member, v, measures)), None)
    if low is None:
        return False
    apart = low + measures.narrowest
    tried = dict.fromkeys((*range(apart, apart + 2), *range(highest, highest - 3, -1)))
    return any(_occurs(form, member, v, measures) for v in tried if apart <= v <= highest)


def _behind(about: int, rounding: int) -> range:
    """The true numbers that a rounded one may stand for."""
    return range(max(0, about - rounding // 2), about + (rounding - 1) // 2 + 1)


def _bounds(form: Form, measures: Measures) -> tuple[int, int]:
    """The lowest and highest value of a joined cell by arithmetic alone."""
    whole = _behind(form.whole, measures.rounding)
    shown = [_behind(about, measures.rounding) for about, _ in form.numbers[:-1]]
    together = _behind(form.numbers[-1][0], measures.rounding)
    cap, small = min(r[-1] for r in shown), measures.cell - 1
    larger = len(form.joined) - form.under
    least = max(together[0], measures.cell, whole[0] - sum(r[-1] for r in shown))
    most = min(together[-1], whole[-1] - sum(max(r[0], measures.cell) for r in shown))
    lowest = max(0, least - (form.under - 1) * small - larger * cap)
    return lowest, min(most, cap if larger else small)


def _occurs(form: Form, member: int, value: int, measures: Measures) -> bool:
    """Whether a true table with this ``value`` in a joined cell is published in this form."""
    tables = islice(_tables(form, member, value, measures), TABLES_TRIED)
    return any(_leads_to(table, form, measures) for table in tables)


def _leads_to(table: Table, form: Form, measures: Measures) -> bool:
    """Whether the rule publishes ``table`` in this form, if the form is wide enough."""
    if _form(table, form.joined, measures) != form:
        return False
    for places in _stages(table, measures):
        if places == form.joined:
            return True
        lowest, highest = _bounds(_form(table, places, measures), measures)
        if highest - lowest >= measures.narrowest:
            return False  # perhaps an earlier joining was wide enough
    return False


def _tables(form: Form, member: int, value: int, measures: Measures) -> Iterator[Table]:
    """True tables worth a try; whether they fit is for the caller to see."""
    for people in _behind(form.whole, measures.rounding):
        fits = [_fitting(about, share, people, measures) for about, share in form.numbers]
        if not all(fits):
            continue
        *ranges, joined = fits
        for together in reversed(joined):
            for shown in _shared_out(people - together, ranges, measures.cell):
                for others in shared_among(
                    together - value, len(form.joined) - 1, min(shown), measures.cell
                ):
                    members = [*others[:member], value, *others[member:]]
                    yield _arranged(form, shown, members)


def _fitting(about: int, share: int, people: int, measures: Measures) -> range:
    """The true numbers that fit a published number and its share of ``people``."""
    fits = [
        n
        for n in _behind(about, measures.rounding)
        if n >= measures.cell and _share(n, people, measures) == share
    ]
    return range(fits[0], fits[-1] + 1) if fits else range(0)


def _share(count: int, people: int, measures: Measures) -> int:
    """What is published of a share: a percentage, or below the base a word."""
    percent = percent_of(count, people)
    return percent if people >= measures.percentage_base else _band(percent)


def _arranged(form: Form, shown: list[int], members: list[int]) -> Table:
    left, inside = iter(shown), dict(zip(form.joined, members, strict=True))
    return tuple(inside[p] if p in inside else next(left) for p in range(form.cells))


def _shared_out(people: int, ranges: list[range], cell: int) -> Iterator[list[int]]:
    """Numbers in ``ranges`` that add up to ``people``: the smallest one large, or small."""
    sizes = sorted({r[-1] for r in ranges})
    for order in (sizes[::-1], sizes):
        numbers = [r[-1] for r in ranges]
        for size in order:
            alike = [place for place, r in enumerate(ranges) if r[-1] == size]
            room = size - max(ranges[alike[0]][0], cell)
            each, more = divmod(min(max(0, sum(numbers) - people), room * len(alike)), len(alike))
            for nth, place in enumerate(alike):
                numbers[place] -= each + (nth < more)
        if sum(numbers) == people:
            yield numbers


def shared_among(people: int, count: int, cap: int, cell: int) -> Iterator[list[int]]:
    """Ways to share ``people`` among ``count`` joined cells that are at most ``cap``."""
    if people < 0 or people > count * cap:
        return
    even = [people // count + (place < people % count) for place in range(count)]
    yield even
    yield even[::-1]
    # With small ones first: only then is this the first joining tried, and soon found to fit.
    for most in dict.fromkeys((min(cell - 1, cap), cap, cap - 1)):
        greedy, left = [], people
        for _ in range(count):
            greedy.append(min(most, left))
            left -= greedy[-1]
        if not left:
            yield greedy
            yield greedy[::-1]
