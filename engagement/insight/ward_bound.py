"""Whether the rows of one question tell nothing of a few people, next to the whole area's table.

A small number is safe if it could be another one, and everything that is shown would be the same.
So the bound looks for exchanges: so many people in this ward gave one answer and not the other, and
as many elsewhere gave the other and not the one. Elsewhere is any ward whose row leaves room for
it, the wards shown together, or the rounding of the whole area's numbers. That is conservative: all
it finds is possible, and it doesn't find everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Told
from engagement.insight.joining import Measures
from engagement.insight.option_numbers import fitting
from engagement.insight.summary import QuestionCount
from engagement.insight.ward_exchanges import Exchanges, Rooms, Shown, together_as_one
from engagement.insight.ward_numbers import Between
from engagement.insight.ward_rows import Layout, Part, Row, by_groups, joined, look_of

MOST_SEARCHES = 60
"""Of how many numbers several exchanges together are tried, where no pair has room enough."""


@dataclass(frozen=True, slots=True)
class Together:
    """The wards shown together: ``people`` took part in all, in each between two numbers, which
    is all that is known of it."""

    people: int
    each: Mapping[str, Between]


@dataclass(frozen=True, slots=True)
class Tight:
    """A number that ``lacks`` so many others that it could be: of a row, at a place."""

    row: int
    place: int
    lacks: int
    only_up: bool = False


NEVER = 10**6
ELSEWHERE = -1
"""In place of a row: the whole area, or the wards shown together."""


@dataclass(frozen=True, slots=True)
class OneChoice:
    """A question of which each person chooses one option, with its rows. ``together`` are the wards
    shown together, whose rows are hidden."""

    question: QuestionCount
    told: Told
    layout: Layout
    thresholds: Thresholds
    together: Together
    their_rows: tuple[Row, ...]

    def weak_rows(self, rows: Sequence[Row]) -> frozenset[int]:
        """The rows with a small number that could not be others enough; ELSEWHERE where that is one
        of the whole area, or of the wards shown together. None where all can be shown."""
        if not self.area_is_wide():
            return frozenset({ELSEWHERE})
        block = together_as_one(self.their_rows, self.together.people, len(self._places))
        inside = [self._rooms(row) for row in (*rows, block)]
        size = range(len(self._places) + 1)
        area = self._area_rooms()
        every = [[sum(r[a][b] for r in (*inside, area)) for b in size] for a in size]
        tight = [*self._tight(rows, inside, every), *self._tight_together(block, inside, every)]
        if len(tight) > MOST_SEARCHES:
            return frozenset({one.row if one.row < len(rows) else ELSEWHERE for one in tight})
        search = Exchanges(
            self.layout,
            self.thresholds,
            tuple(Shown.of(row, self.layout, self.thresholds) for row in (*rows, block)),
            tuple(inside),
            tuple(count for _, count in self.question.options),
            tuple(self._area_bounds()),
        )
        weak = (one.row for one in tight if not self._has_reach(search, one))
        return frozenset(row if row < len(rows) else ELSEWHERE for row in weak)

    def _tight(self, rows: Sequence[Row], inside: Sequence[Rooms], every: Rooms) -> list[Tight]:
        """The small numbers of the rows for which no pair of answers has room enough."""
        return [
            Tight(n, place, self._enough)
            for n, row in enumerate(rows)
            for place, count in enumerate(row.counts)
            if count < self.thresholds.smallest_cell and not self._is_wide(place, inside[n], every)
        ]

    def _has_reach(self, search: Exchanges, one: Tight) -> bool:
        """Whether several pairs of answers have room enough together."""
        if one.lacks >= NEVER:
            return False
        up = search.reach(one.row, one.place, up=True, enough=one.lacks)
        if up >= one.lacks or one.only_up:
            return up >= one.lacks
        return up + search.reach(one.row, one.place, up=False, enough=one.lacks - up) >= one.lacks

    @property
    def _enough(self) -> int:
        return Measures.of(self.thresholds).narrowest

    def _is_wide(self, place: int, own: Rooms, everywhere: Rooms) -> bool:
        """Whether the ward's number of this answer could be others that are enough apart."""
        up = down = 0
        for other in range(len(own)):
            if other != place:
                here, there = own[other][place], own[place][other]
                up = max(up, min(here, everywhere[place][other] - there))
                down = max(down, min(there, everywhere[other][place] - here))
        return up + down >= self._enough

    def _rooms(self, row: Row) -> Rooms:
        """The exchanges after which the row would be shown as it is."""
        enough, layout = self._enough, self.layout
        skipped = row.people - sum(row.counts)
        allowed = self._group_rooms(row, [*by_groups(row.counts, layout), skipped])
        of = [*self._group_of, len(layout.groups)]
        counts = [*row.counts, skipped]
        return [
            [
                0 if a == b else min(count, enough if of[a] == of[b] else allowed[of[a]][of[b]])
                for b in range(len(counts))
            ]
            for a, count in enumerate(counts)
        ]

    @property
    def _group_of(self) -> list[int]:
        found = {place: n for n, group in enumerate(self.layout.groups) for place in group}
        return [found[place] for place in sorted(found)]

    def _group_rooms(self, row: Row, numbers: Sequence[int]) -> Rooms:
        """The same between groups; the last of the ``numbers`` are those who didn't answer."""
        size = range(len(numbers))
        if row.free:
            return [[self._enough] * len(numbers) for _ in size]
        before = joined(numbers[:-1], self.layout.order, self.thresholds.smallest_cell)
        beside = self._beside(row, numbers)
        found = [[0] * len(numbers) for _ in size]
        for a in size:
            for b in size:
                if a != b and (not row.parts or (a in beside and b in beside)):
                    most = min(numbers[a], self._enough, _most(beside.get(a), beside.get(b)))
                    found[a][b] = self._room(numbers, (a, b), before, most)
        return found

    def _beside(self, row: Row, numbers: Sequence[int]) -> dict[int, range]:
        """For each group how much more or less its part could be, and look the same."""
        found: dict[int, range] = {}
        for part in row.parts:
            together = sum(numbers[n] for n in part)
            looks = look_of(together, row.answered, row.in_percent, self.thresholds)
            beside = range(looks.start - together, looks.stop - together)
            found |= dict.fromkeys(part, beside)
        return found

    def _room(
        self, numbers: Sequence[int], exchange: tuple[int, int], before: Part | None, most: int
    ) -> int:
        """How many can be taken from one group to the other so that the same are shown together."""
        (a, b), after = exchange, [*numbers]
        for step in range(most):
            after[a] -= 1
            after[b] += 1
            together = joined(after[:-1], self.layout.order, self.thresholds.smallest_cell)
            if together != before:
                return step
        return most

    @property
    def _places(self) -> range:
        return range(len(self.question.options))

    def _area_rooms(self) -> Rooms:
        """What the whole area's numbers leave open, by rounding or among those shown together: how
        many more could have given one answer, and fewer the other."""
        size, of = len(self.question.options) + 1, self._group_of
        found = [[0] * size for _ in range(size)]
        bounds = self._area_bounds()
        counts = [count for _, count in self.question.options]
        alone = {n for n, group in enumerate(self.layout.groups) if len(group) == 1}
        for a in self._places:
            for b in self._places:
                if a != b and (of[a] == of[b] or {of[a], of[b]} <= alone):
                    room = min(bounds[a].most - counts[a], counts[b] - bounds[b].least)
                    found[a][b] = max(0, min(room, self._enough))
        return found

    def _area_bounds(self) -> list[Between]:
        """The numbers of each option that leave the whole area's table as it is, with as many who
        answered and the same options shown together."""
        cell, base = self.thresholds.smallest_cell, self.told.base
        counts = [count for _, count in self.question.options]
        together = [n for group in self.layout.groups if len(group) > 1 for n in group]
        alone = [n for n in self._places if n not in together]
        largest = max((counts[n] for n in together), default=0)
        found = [Between(count, count) for count in counts]
        for n in together:
            if counts[n] < cell:
                found[n] = Between(0, cell - 1)
            else:
                found[n] = Between(cell, max(counts[n], min(counts[m] for m in alone) - 1))
        for option in self.told.shown.options:
            if len(option.keys) == 1:
                n = next(n for n in alone if self.question.options[n][0] == option.keys[0])
                looks = fitting(option, self.question.people, base, self.thresholds)
                least = min(counts[n], max(looks.start, largest + 1))
                found[n] = Between(least, looks.stop - 1)
        return found

    def area_is_wide(self) -> bool:
        """Whether each small number of the whole area could be others, if those that it is shown
        together with change instead."""
        rooms, cell = self._area_rooms(), self.thresholds.smallest_cell
        for n, (_, count) in enumerate(self.question.options):
            if count >= cell:
                continue
            up = min(cell - 1 - count, sum(rooms[n]))
            down = min(count, sum(of_other[n] for of_other in rooms))
            if up + down < self._enough:
                return False
        return True

    def _tight_together(self, block: Row, inside: Sequence[Rooms], every: Rooms) -> list[Tight]:
        """The same of the wards shown together, where people could be of another one of them too:
        what all of them need is more who gave an answer."""
        own, numbers = inside[-1], [*block.counts, block.people - sum(block.counts)]
        lacks: dict[int, int] = {}
        for row in self.their_rows:
            known = self.together.each[row.ward]
            for n, count in enumerate(row.counts):
                if count >= self.thresholds.smallest_cell:
                    continue
                low = max(0, known.least + numbers[n] - block.people)
                needed = low + self._enough - numbers[n]
                if known.most - low < self._enough:
                    needed = NEVER
                lacks[n] = max(lacks.get(n, 0), needed)
        return [
            Tight(len(inside) - 1, n, needed, only_up=True)
            for n, needed in lacks.items()
            if needed > max(min(own[b][n], every[n][b] - own[n][b]) for b in range(len(own)))
        ]


def _most(a: range | None, b: range | None) -> int:
    """How many may go from a part to another, by how much each could be more or less."""
    if a is None or b is None or a is b:
        return 10**6
    return max(0, min(-a.start, b.stop - 1))


def known_together(counts: Mapping[str, int], each: Mapping[str, Between]) -> Together:
    """The wards shown together, with what is possible for each where their sum is known."""
    people = sum(counts[ward] for ward in each)
    fewest, most = sum(e.least for e in each.values()), sum(e.most for e in each.values())
    found = {
        ward: Between(
            max(e.least, people - (most - e.most)), min(e.most, people - (fewest - e.least))
        )
        for ward, e in each.items()
    }
    return Together(people, found)
