"""The numbers of people who answered, by ward and in all wards, before the close and after it.

Before the close staff see each ward's tens, or that it is small. Whoever reads the results later
knows that too. So which wards are shown together, and which numbers may stand for which, depends
on nothing that this reader doesn't know; and where a number would leave too few possible ones for
a small ward, it is shown together with the numbers next to it, as "about 10 to 15".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content.schema.council import Thresholds
from engagement.insight.joining import Measures, rounded

STEP = 10
"""The step in which figures that are read every few seconds change."""


@dataclass(frozen=True, slots=True)
class PublishedWards:
    """Wards shown one by one, and the sum of the others: about ``others``, or with ``others_to``
    from the one to the other. It is None if that is withheld too."""

    rows: tuple[tuple[str, int], ...] = ()
    others: int | None = None
    other_wards: tuple[str, ...] = ()
    others_to: int | None = None


NO_WARDS = PublishedWards()


@dataclass(frozen=True, slots=True)
class AnsweredByWard:
    """How many have answered a consultation that is still open.

    ``at_least`` is the sum of ``rows``, which are wards and tens, so it tells nothing more.
    ``few`` are the wards under ``least``, zero included.
    """

    at_least: int
    rows: tuple[tuple[str, int], ...]
    few: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Between:
    """The lowest and the highest number that something may be, as far as a reader knows."""

    least: int
    most: int

    def __add__(self, other: Between) -> Between:
        return Between(self.least + other.least, self.most + other.most)

    def about(self, rounding: int) -> tuple[int, int | None]:
        """The rounded numbers to show: one, or the first and the last."""
        first, last = rounded(self.least, rounding), rounded(self.most, rounding)
        return first, (last if last > first else None)


NOBODY = Between(0, 0)


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What the table of an earlier close told: of each ward in ``rows``, and of the sum of those
    ``together``, of which ``stay`` go on being shown together."""

    rows: Mapping[str, Between] = field(default_factory=dict)
    together: frozenset[str] = frozenset()
    sum: Between = NOBODY
    stay: frozenset[str] = frozenset()


NOTHING_BEFORE = ToldBefore()


def in_tens(count: int, thresholds: Thresholds) -> int:
    """A figure that is read repeatedly: 0 below the smallest cell, else rounded down to tens.

    One person more or less shows only if it completes a ten, and then represents ten people.
    """
    return 0 if count < thresholds.smallest_cell else count // STEP * STEP


def answered_so_far(by_ward: Mapping[str, int], thresholds: Thresholds) -> AnsweredByWard:
    """What may be said while answers still come in: the number of people by ward, in tens."""
    tens = {ward: in_tens(count, thresholds) for ward, count in by_ward.items()}
    return AnsweredByWard(
        at_least=sum(tens.values()),
        rows=tuple((ward, number) for ward, number in tens.items() if number),
        few=tuple(ward for ward, number in tens.items() if not number),
        least=max(STEP, thresholds.smallest_cell),
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """All who took part, as they may be shown. ``people`` is None where only "fewer than ``least``"
    is said."""

    people: Between | None
    least: int


def by_ward(
    counts: Mapping[str, int], thresholds: Thresholds, before: ToldBefore = NOTHING_BEFORE
) -> tuple[PublishedWards, Whole]:
    """Rule 4 of docs/decisions/0008: small wards are shown together, and never one alone; their sum
    and the whole leave each of them enough possible numbers, next to the table ``before`` too."""
    table = _Table(counts, thresholds, before)
    wards, people = [*counts], sum(counts.values())
    if people < thresholds.smallest_cell or table.says_too_much:
        return NO_WARDS, Whole(None, table.least)
    step = thresholds.rounding
    rows = [place for place in range(len(wards)) if place not in table.together]
    shown = sum((table.row(place) for place in rows), NOBODY)
    hidden, reach = table.sum_known, table.reach
    if rows and table.together:
        number = sum(table.counts[p] for p in table.together)
        hidden = table.group(number, hidden, NOBODY, reach=reach)
    reach += sum(table.reach_of(place) for place in rows) if table.has_earlier else 0
    split = thresholds.percentage_base
    whole = table.group(people, shown + hidden, shown, split=split, reach=reach)
    others, others_to = (hidden if rows else whole).about(step) if table.together else (None, None)
    return PublishedWards(
        rows=tuple((wards[place], rounded(table.counts[place], step)) for place in rows),
        others=others,
        other_wards=tuple(wards[place] for place in table.together),
        others_to=others_to,
    ), Whole(whole, table.least)


def known_of_wards(
    counts: Mapping[str, int], thresholds: Thresholds, before: ToldBefore = NOTHING_BEFORE
) -> dict[str, Between]:
    """What a reader knows of each ward without the sums: that it is small, or its row or, where it
    is shown with others, its tens."""
    table = _Table(counts, thresholds, before)
    return {ward: table.known(place) for place, ward in enumerate(counts)}


def whole_alone(people: int, thresholds: Thresholds) -> Between:
    """What a reader knows of ``people`` by their rounded number, and by whether shares are in
    percent."""
    return _class_of(people, thresholds.rounding, thresholds.percentage_base)


def _class_of(number: int, rounding: int, split: int | None) -> Between:
    """The numbers that are rounded as ``number`` is, on the same side of ``split``."""
    about = rounded(number, rounding)
    least, most = max(0, about - rounding // 2), about + (rounding - 1) // 2
    if split is None:
        return Between(least, most)
    if number >= split:
        return Between(max(least, split), most)
    return Between(least, min(most, split - 1))


class _Table:
    """A table of wards, what a reader of the screen before the close knows of it, and which wards
    are shown ``together``."""

    def __init__(
        self, counts: Mapping[str, int], thresholds: Thresholds, before: ToldBefore
    ) -> None:
        self.wards, self.counts = tuple(counts), tuple(counts.values())
        self.thresholds, self.before = thresholds, before
        self.has_earlier = bool(before.rows or before.together)
        cell = thresholds.smallest_cell
        self.narrowest = Measures.of(thresholds).narrowest
        self.small = tuple(place for place, count in enumerate(self.counts) if count < cell)
        self.together, self.sum_known = self._joined()

    def _joined(self) -> tuple[tuple[int, ...], Between]:
        """The small wards, with the next by tens where they are too few, and what is known of their
        sum. Which ward is next depends on its tens alone, which were shown before."""
        together, known = self._small_joined()
        stay = self.before.stay
        more = [p for p, ward in enumerate(self.wards) if ward in stay and p not in together]
        known = sum((self._known(place) for place in more), known)
        return tuple(sorted((*together, *more))), known

    def _small_joined(self) -> tuple[tuple[int, ...], Between]:
        if not self.small:
            return (), NOBODY
        cell, counts = self.thresholds.smallest_cell, self.counts
        larger = [place for place in range(len(counts)) if place not in self.small]
        larger.sort(key=lambda place: (in_tens(counts[place], self.thresholds), place))
        most = len(self.small) * (cell - 1)
        if not self._has_room(most) or (self.has_earlier and larger):
            # Next to an earlier table even that they are fewer than the cell would tell something.
            known, more = Between(0, most), larger[:1]
        elif sum(counts[place] for place in self.small) >= cell:
            known, more = Between(cell, most), []
        else:
            known, more = Between(0, cell - 1), larger[:1]
        known = sum((self._known(place) for place in more), known)
        return tuple(sorted((*self.small, *more))), known

    def _has_room(self, most: int) -> bool:
        """Whether small wards that are ``most`` together can have a sum of their own."""
        return most - self.thresholds.smallest_cell >= self.narrowest

    @property
    def says_too_much(self) -> bool:
        """Whether all wards are small, and so few that even "10 or more" would tell too much."""
        most = len(self.small) * (self.thresholds.smallest_cell - 1)
        all_small = 0 < len(self.small) == len(self.counts)
        return all_small and not self._has_room(most)

    @property
    def least(self) -> int:
        """Fewer than this are not shown as a number."""
        cell, step = self.thresholds.smallest_cell, self.thresholds.rounding
        if not self.says_too_much or len(self.small) == 1:
            return cell
        return -(-(len(self.small) * (cell - 1) + 1) // step) * step

    def _known(self, place: int) -> Between:
        """What the screen before the close, and an earlier table, showed of a ward that isn't
        small."""
        tens = in_tens(self.counts[place], self.thresholds)
        least, most = max(tens, self.thresholds.smallest_cell), tens + STEP - 1
        earlier = self.before.rows.get(self.wards[place])
        if earlier is not None and earlier.least <= most:
            least = max(least, earlier.least)
        return Between(least, most)

    def known(self, place: int) -> Between:
        """What a reader knows of a ward without the sums."""
        cell = self.thresholds.smallest_cell
        if place in self.small:
            return Between(0, cell - 1)
        return self._known(place) if place in self.together else self.row(place)

    @property
    def reach(self) -> int:
        """The most who may have been in those shown together at the earlier close: what is shown
        of them now must leave room for as many."""
        before, found = self.before, 0
        for place in self.together:
            ward = self.wards[place]
            if ward in before.together:
                small = place in self.small
                found += self.thresholds.smallest_cell - 1 if small else self._known(place).most
        found = min(found, before.sum.most)
        rows = (before.rows.get(self.wards[place]) for place in self.together)
        return found + sum(row.most for row in rows if row is not None)

    def reach_of(self, place: int) -> int:
        """The most that a ward with a row of its own may have been, or the fewest that it is."""
        now, earlier = self.row(place), self.before.rows.get(self.wards[place])
        return now.least if earlier is None else max(now.least, min(now.most, earlier.most))

    def row(self, place: int) -> Between:
        """The same with the ward's own row."""
        known = self._known(place)
        shown = _class_of(self.counts[place], self.thresholds.rounding, None)
        return Between(max(known.least, shown.least), min(known.most, shown.most))

    def group(
        self,
        number: int,
        possible: Between,
        beside: Between,
        *,
        split: int | None = None,
        reach: int = 0,
    ) -> Between:
        """The numbers that are shown as ``number`` is, of those that are ``possible``.

        They are those with its rounded number. But at both ends of what is possible so many are
        shown alike that each small ward may still be one of enough numbers, with ``beside`` being
        what is known of the wards that the number counts besides those shown together.
        """
        step = self.thresholds.rounding
        fewest, most = self._bounds
        enough = max(possible.least, beside.least + fewest + self.narrowest)
        spare = min(possible.most, beside.most + most - self.narrowest)
        if not self.small:
            enough, spare = possible.least, possible.most
        enough = max(enough, reach)
        first, last = _class_of(enough, step, split).most, _class_of(spare, step, split).least
        if first >= last:
            return possible
        if number <= first:
            return Between(possible.least, first)
        if number >= last:
            return Between(last, possible.most)
        return _class_of(number, step, split)

    @property
    def _bounds(self) -> tuple[int, int]:
        """How few and how many those shown together may be by what was shown before the close."""
        least = sum(self._known(p).least for p in self.together if p not in self.small)
        return least, self.sum_known.most
