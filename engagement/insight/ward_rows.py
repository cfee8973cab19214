"""One question in one ward: what is shown of it if no other ward is looked at.

Answers that the whole area's table shows together are one answer here. Those that fewer people in
the ward gave than the smallest cell are shown together; if that is one answer, or still too few,
the rarest other answer of the whole area goes with them, because everybody knows which that is. If
nothing is left to set them against, the row is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Told
from engagement.insight.option_numbers import (
    Alone,
    Base,
    PublishedOption,
    alike,
    fitting,
    shown_alone,
    shown_as,
)
from engagement.insight.summary import QuestionCount

Part = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The answers of a question as the whole area's table shows them: ``groups`` are the places of
    those that are one number there, ``order`` are the groups from the rarest on."""

    groups: tuple[Part, ...]
    order: tuple[int, ...]

    @classmethod
    def of(cls, question: QuestionCount, told: Told) -> Layout:
        """That of a question of which the whole area's answers are shown."""
        places = {key: place for place, (key, _) in enumerate(question.options)}
        shown = told.shown.options
        rarest = sorted(range(len(shown)), key=lambda n: (shown[n].look[0] or 0, n))
        groups = tuple(tuple(places[key] for key in option.keys) for option in shown)
        return cls(groups, tuple(rarest))


@dataclass(frozen=True, slots=True)
class Row:
    """The true numbers of one ward: ``people`` took part, of whom ``answered`` this question, each
    option of it as often as ``counts`` says. ``parts`` are the groups that are shown together and
    alone; none where the row is hidden. ``free`` says that it is hidden for the sake of others."""

    ward: str
    people: int
    answered: int
    counts: tuple[int, ...]
    parts: tuple[Part, ...] = ()
    in_percent: bool = False
    free: bool = False

    @property
    def base(self) -> Base:
        """The base of the shares: those who answered."""
        return Base(0, self.answered, self.answered, self.in_percent)

    @property
    def hidden(self) -> Row:
        """The same ward without numbers, for the sake of others."""
        return replace(self, parts=(), free=True) if self.parts else self


def by_groups(counts: Sequence[int], layout: Layout) -> list[int]:
    """The counts of the groups."""
    return [sum(counts[place] for place in group) for group in layout.groups]


def joined(groups: Sequence[int], order: Sequence[int], cell: int) -> Part | None:
    """The groups that are shown together; None if nothing of the row can be shown."""
    together = [n for n, count in enumerate(groups) if count < cell]
    if not together:
        return ()
    if len(together) == 1 or sum(groups[n] for n in together) < cell:
        together += [n for n in order if groups[n] >= cell][:1]
        if sum(groups[n] for n in together) < cell:
            return None
    return tuple(sorted(together)) if len(together) < len(groups) else None


def with_parts(row: Row, layout: Layout, thresholds: Thresholds) -> Row:
    """The row of a question of which people choose one option, with what may be shown of it."""
    together = joined(by_groups(row.counts, layout), layout.order, thresholds.smallest_cell)
    if together is None:
        return row
    parts: list[Part] = []
    for n in range(len(layout.groups)):
        if n not in together:
            parts.append((n,))
        elif n == together[0]:
            parts.append(together)
    return replace(row, parts=tuple(parts))


def with_ticks(row: Row, thresholds: Thresholds) -> Row:
    """The row of a question of which people choose several options, each shown alone or hidden."""
    cell = thresholds.smallest_cell
    large = range(cell, row.answered - cell + 1)
    return replace(row, parts=tuple((n,) for n, count in enumerate(row.counts) if count in large))


def options_shown(
    question: QuestionCount, row: Row, layout: Layout, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """The row as it is shown: next to a word there is no number."""
    if not row.parts:
        return ()
    keys = [key for key, _ in question.options]
    if question.kind is QuestionKind.SEVERAL:
        return tuple(
            PublishedOption((key,), *_ticked(row, n, thresholds)) for n, key in enumerate(keys)
        )
    shown = []
    for part in row.parts:
        places = sorted(place for n in part for place in layout.groups[n])
        together = sum(row.counts[place] for place in places)
        of = tuple(keys[place] for place in places)
        option = shown_as(of, together, row.answered, row.base, thresholds)
        shown.append(replace(option, about=option.look[0]))
    return tuple(shown)


def _ticked(row: Row, place: int, thresholds: Thresholds) -> Alone:
    if (place,) not in row.parts:
        return None, None, None
    return shown_alone(row.counts[place], row.answered, row.base, thresholds)


@lru_cache(maxsize=20_000)
def look_of(count: int, people: int, in_percent: bool, thresholds: Thresholds) -> range:
    """The numbers that are shown as ``count`` is, of ``people`` of whom each chose one option."""
    base = Base(0, people, people, in_percent)
    return fitting(shown_as(("",), count, people, base, thresholds), people, base, thresholds)


def ticks_of(row: Row, place: int, thresholds: Thresholds) -> range:
    """The numbers of an option, one of several, that are shown as this row shows it."""
    cell, people = thresholds.smallest_cell, row.answered
    shown = _ticked(row, place, thresholds)
    if shown != (None, None, None):
        found = alike(shown, people, row.base, thresholds)
        return range(max(cell, found.start), min(found.stop, people - cell + 1))
    if row.free or people < 2 * cell:
        return range(people + 1)
    if row.counts[place] < cell:
        return range(cell)
    return range(people - cell + 1, people + 1)
