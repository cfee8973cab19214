"""The same bound as ``ward_bound`` for a question of which people may tick several options.

Each option is a yes or a no by itself. So an exchange is of one option: more people ticked it in
this ward, and fewer elsewhere. In each ward people still ticked at least one, at most as many as
the question allows, and an option that stands alone by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Told
from engagement.insight.joining import Measures
from engagement.insight.option_numbers import alike
from engagement.insight.summary import QuestionCount
from engagement.insight.ward_bound import ELSEWHERE, Together
from engagement.insight.ward_exchanges import together_as_one
from engagement.insight.ward_numbers import Between
from engagement.insight.ward_rows import Row, ticks_of


@dataclass(frozen=True, slots=True)
class Room:
    """How many fewer, and how many more, could have ticked an option."""

    down: int
    up: int

    def __add__(self, other: Room) -> Room:
        return Room(self.down + other.down, self.up + other.up)


NONE = Room(0, 0)


@dataclass(frozen=True, slots=True)
class SeveralChoices:
    """A question with its rows; see ``OneChoice``."""

    question: QuestionCount
    told: Told
    thresholds: Thresholds
    together: Together
    their_rows: tuple[Row, ...]

    def weak_rows(self, rows: Sequence[Row]) -> frozenset[int]:
        """The rows with a number of a few who ticked an option, or didn't, that could not be others
        enough; see ``OneChoice``."""
        weak: set[int] = set()
        size = len(self.question.options)
        block = together_as_one(self.their_rows, self.together.people, size)
        inside = [[*self._rooms(row)] for row in rows]
        theirs = [*self._rooms(block)]
        area = [*self._area_rooms()]
        for place in range(size):
            wards = sum((rooms[place] for rooms in inside), theirs[place])
            if not self._area_is_wide(place, area[place], wards):
                weak.add(ELSEWHERE)
            every = wards + area_as_partner(area[place])
            for n, (row, rooms) in enumerate(zip(rows, inside, strict=True)):
                if not self._is_wide(row, place, rooms[place], every):
                    weak.add(n)
            others = Room(every.down - theirs[place].down, every.up - theirs[place].up)
            if not self._block_is_wide(block, place, theirs[place], others):
                weak.add(ELSEWHERE)
        return frozenset(weak)

    @property
    def _enough(self) -> int:
        return Measures.of(self.thresholds).narrowest

    def _few(self, ticked: int, answered: int) -> bool:
        """Whether few ticked it, or few didn't."""
        return min(ticked, answered - ticked) < self.thresholds.smallest_cell

    def _is_wide(self, row: Row, place: int, own: Room, every: Room) -> bool:
        if not self._few(row.counts[place], row.answered):
            return True
        up = min(own.up, every.down - own.down)
        down = min(own.down, every.up - own.up)
        return up + down >= self._enough

    def _area_is_wide(self, place: int, area: Room, wards: Room) -> bool:
        if not self._few(self.question.options[place][1], self.question.people):
            return True
        return min(area.up, wards.up) + min(area.down, wards.down) >= self._enough

    def _block_is_wide(self, block: Row, place: int, own: Room, others: Room) -> bool:
        """The same of the wards shown together: people could be of another one of them, too."""
        ticked, people = block.counts[place], self.together.people
        more, fewer = min(own.up, others.down), min(own.down, others.up)
        for row in self.their_rows:
            known = self.together.each[row.ward]
            did = _of_these(ticked, known, people, more)
            did_not = _of_these(people - ticked, known, people, fewer)
            cell = self.thresholds.smallest_cell
            if row.counts[place] < cell and did < self._enough:
                return False
            if row.people - row.counts[place] < cell and did_not < self._enough:
                return False
        return True

    def _rooms(self, row: Row) -> Iterator[Room]:
        """How far each option's number could be another one, with as many who answered."""
        keys = [key for key, _ in self.question.options]
        alone = [key in self.question.exclusive for key in keys]
        by_themselves = sum(n for n, is_alone in zip(row.counts, alone, strict=True) if is_alone)
        most = self.question.most or max(1, alone.count(False))
        others = row.answered - by_themselves
        ticks = sum(row.counts) - by_themselves
        fewer, more = max(0, ticks - others), max(0, most * others - ticks)
        largest = max((n for n, a in zip(row.counts, alone, strict=True) if not a), default=0)
        for place, count in enumerate(row.counts):
            fits = ticks_of(row, place, self.thresholds)
            up, down = fits.stop - 1 - count, count - fits.start
            if alone[place]:
                up = min(up, others - largest, more // most)
            else:
                up = min(up, others - count, more)
            yield Room(self._capped(min(down, fewer)), self._capped(up))

    def _area_rooms(self) -> Iterator[Room]:
        """How far the whole area's number could be another one, and look the same."""
        people, base = self.question.people, self.told.base
        for option, (_, count) in zip(self.told.shown.options, self.question.options, strict=True):
            form = (option.about, option.percent, option.share)
            fits = alike(form, people, base, self.thresholds)
            yield Room(self._capped(count - fits.start), self._capped(fits.stop - 1 - count))

    def _capped(self, room: int) -> int:
        return max(0, min(room, self._enough))


def area_as_partner(area: Room) -> Room:
    """More in one ward is as well more in the whole area: as if there were fewer elsewhere."""
    return Room(down=area.up, up=area.down)


def _of_these(number: int, known: Between, people: int, more: int) -> int:
    """How far apart the numbers of one ward are, of ``number`` among ``people`` of several."""
    return min(known.most, number + more) - max(0, known.least + number - people)
