"""A reader of published ward tables who works out what was withheld, by plain arithmetic.

They know the rule: how numbers are rounded, that a ward under the cell is withheld, and that a
withheld ward that is not under the cell has no more whole tens than any ward that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.ward_numbers import PublishedWards

ANY_NUMBER = 10**6


@dataclass(frozen=True)
class Range:
    least: int
    most: int

    @property
    def width(self) -> int:
        return self.most - self.least


def behind(about: int, rounding: int, to: int | None = None) -> Range:
    """The true numbers a rounded one may stand for, or all from the one to the other."""
    return Range(max(0, about - rounding // 2), (to or about) + (rounding - 1) // 2)


def guesses(
    shown: PublishedWards, thresholds: Thresholds, *, area: Range | None, small: int | None
) -> Range:
    """What a withheld ward that is under the cell may truly be, as this reader sees it.

    ``area`` is the published number for all wards, or None for a reader who has not seen it.
    ``small`` is how many of the withheld wards are under the cell, for a reader who knows that
    (though not which); None for a reader who has nothing but the table.
    """
    rows = [behind(about, thresholds.rounding) for _, about in shown.rows]
    together = (
        behind(shown.others, thresholds.rounding, shown.others_to)
        if shown.others is not None
        else Range(0, ANY_NUMBER)
    )
    least, most = together.least, together.most
    if area is not None:
        least = max(least, area.least - sum(row.most for row in rows))
        most = min(most, area.most - sum(row.least for row in rows))
    largest_small = thresholds.smallest_cell - 1
    largest = max(largest_small, min((row.most // 10 * 10 + 9 for row in rows), default=ANY_NUMBER))
    others = len(shown.other_wards) - 1
    small_others = 0 if small is None else small - 1
    lowest = max(0, least - small_others * largest_small - (others - small_others) * largest)
    every_one_is_small = small == len(shown.other_wards)
    highest = min(largest_small if every_one_is_small else largest, most)
    return Range(lowest, highest)


def has_a_small_ward(by_ward: Mapping[str, int], thresholds: Thresholds) -> bool:
    return any(count < thresholds.smallest_cell for count in by_ward.values())
