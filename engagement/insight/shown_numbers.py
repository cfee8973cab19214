"""Numbers of people as staff see them in previews, approvals, progress and reports.

A number is exact only for all contacts of whole wards, each of them large enough; every other is
rounded, and a small one is "fewer than 10". The ledger keeps exact numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.joining import rounded


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number of people as shown: ``about`` is None where it is smaller than ``least``.

    ``most`` is the largest true number it may stand for.
    """

    about: int | None
    least: int
    most: int
    exact: bool = False


def shown_number(people: int, thresholds: Thresholds, *, exact: bool = False) -> ShownNumber:
    """``people`` as it may be shown: itself if ``exact`` is allowed, else rounded."""
    least = thresholds.smallest_cell
    if people < least:
        return ShownNumber(None, least, most=least - 1)
    if exact:
        return ShownNumber(people, least, most=people, exact=True)
    about = rounded(people, thresholds.rounding)
    return ShownNumber(about, least, most=about + (thresholds.rounding - 1) // 2)


def may_be_exact(
    by_ward: Iterable[int], people: int, thresholds: Thresholds, *, differences: Iterable[int]
) -> bool:
    """Whether the size of an audience of whole wards may be shown exactly.

    ``by_ward`` are the contacts of each ward, ``people`` is the size of the audience (more, if
    people elsewhere follow these wards), and ``differences`` are the numbers of people by which it
    differs from what its author has previewed lately. A ward that is small by itself is never part
    of an exact number, so no sum and no difference of exact numbers tells its size.
    """
    sizes = [*by_ward]
    if sum(sizes) != people or any(size < thresholds.smallest_cell for size in sizes):
        return False
    return not any(0 < number < thresholds.smallest_cell for number in differences)
