"""Exchanges between wards, one person at a time, after which everything would be shown as it is.

Where no single pair of answers has room enough, several may have it together. So people are moved
one by one, from another answer to this one, and elsewhere the other way round; after each step
every row that changed is looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.ward_numbers import Between
from engagement.insight.ward_rows import Layout, Row, by_groups, joined, look_of

Rooms = list[list[int]]
"""How many people can be taken from one answer (the first index) to another, up to what is enough.
The last answer is not to have answered."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as a reader sees it: which groups are together, and between which numbers each part
    is. It is the same for every row that looks like it."""

    row: Row
    together: tuple[int, ...] | None
    parts: tuple[tuple[tuple[int, ...], range], ...]

    @classmethod
    def of(cls, row: Row, layout: Layout, thresholds: Thresholds) -> Shown:
        """What is shown of this row."""
        groups = by_groups(row.counts, layout)
        parts = []
        for part in row.parts:
            number = sum(groups[n] for n in part)
            parts.append((part, look_of(number, row.answered, row.in_percent, thresholds)))
        together = joined(groups, layout.order, thresholds.smallest_cell)
        return cls(row, together, tuple(parts))

    def fits(self, counts: Sequence[int], layout: Layout, thresholds: Thresholds) -> bool:
        """Whether these numbers, the last those who didn't answer, would be shown so too."""
        row = self.row
        if row.free:
            return True
        if self.parts and counts[-1] != row.people - sum(row.counts):
            return False
        groups = by_groups(counts, layout)
        if joined(groups, layout.order, thresholds.smallest_cell) != self.together:
            return False
        return all(sum(groups[n] for n in part) in looks for part, looks in self.parts)


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The rows of one question, the wards shown together as one more at the end, and what the whole
    area's numbers leave open: ``alike`` are the answers that can be exchanged there."""

    layout: Layout
    thresholds: Thresholds
    shown: tuple[Shown, ...]
    rooms: tuple[Rooms, ...]
    area: tuple[int, ...]
    bounds: tuple[Between, ...]

    def reach(self, row: int, place: int, *, up: bool, enough: int) -> int:
        """How many more, or fewer, people of a row may have given this answer, up to enough."""
        state = _State(self, [_with_skipped(one.row) for one in self.shown], [*self.area])
        for step in range(enough):
            if not any(
                state.exchange(row, *((other, place) if up else (place, other)))
                for other in state.by_size(row)
                if other != place
            ):
                return step
        return enough


@dataclass(slots=True)
class _State:
    fixed: Exchanges
    counts: list[list[int]]
    area: list[int]

    def by_size(self, row: int) -> list[int]:
        """The answers, those that most people of this row gave first."""
        counts = self.counts[row]
        return sorted(range(len(counts)), key=lambda place: -counts[place])

    def exchange(self, row: int, a: int, b: int) -> bool:
        """Move one person from an answer to another here, and the other way round elsewhere, by way
        of a third answer if need be. Where that can't be done nothing changes."""
        if not self._move(row, a, b):
            return False
        if self._elsewhere(row, b, a) is not None:
            return True
        for third in range(len(self.counts[row])):
            if third in (a, b):
                continue
            found = self._elsewhere(row, b, third)
            if found is None:
                continue
            if self._elsewhere(row, third, a) is not None:
                return True
            self._take_back(found, b, third)
        self._take_back(row, a, b)
        return False

    def _elsewhere(self, row: int, a: int, b: int) -> int | None:
        """The row in which one person was moved so, other than this one; the last of all is the
        whole area, where it means that there is one more of the first answer."""
        for other in range(len(self.counts)):
            if other != row and self._move(other, a, b):
                return other
        if self._area_leaves_open(b, a):
            self.area[b] -= 1
            self.area[a] += 1
            return len(self.counts)
        return None

    def _take_back(self, row: int, a: int, b: int) -> None:
        if row == len(self.counts):
            self.area[a] -= 1
            self.area[b] += 1
        else:
            self.counts[row][a] += 1
            self.counts[row][b] -= 1

    def _move(self, row: int, a: int, b: int) -> bool:
        counts, fixed = self.counts[row], self.fixed
        if not counts[a] or not fixed.rooms[row][a][b]:
            return False
        counts[a] -= 1
        counts[b] += 1
        if fixed.shown[row].fits(counts, fixed.layout, fixed.thresholds):
            return True
        counts[a] += 1
        counts[b] -= 1
        return False

    def _area_leaves_open(self, a: int, b: int) -> bool:
        """Whether the whole area could have one fewer of the one, and one more of the other."""
        fixed = self.fixed
        if max(a, b) >= len(self.area):
            return False
        [of_a] = (g for g in fixed.layout.groups if a in g)
        [of_b] = (g for g in fixed.layout.groups if b in g)
        if of_a != of_b and len(of_a) + len(of_b) > 2:
            return False
        return self.area[a] > fixed.bounds[a].least and self.area[b] < fixed.bounds[b].most


def _with_skipped(row: Row) -> list[int]:
    return [*row.counts, row.people - sum(row.counts)]


def together_as_one(rows: Sequence[Row], people: int, options: int) -> Row:
    """The wards shown together as one row, of which nothing is shown."""
    return Row(
        ward="",
        people=people,
        answered=sum(row.answered for row in rows),
        counts=tuple(sum(row.counts[n] for row in rows) for n in range(options)),
        free=True,
    )
