"""Numbers of people as staff see them in previews, approvals, progress and reports.

None is exact: it is rounded, or "fewer than 10". Part of an audience has a number of its own only
where the rest of it is large enough too. The number for several wards is the sum of what is shown
of each. So neither looks at many audiences nor a report tell how few people do or lack something.
See docs/decisions/0032.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.joining import rounded

LARGE = 200
"""The audience from which a share of it may be shown while it is sent: a tenth is then 10 people
or more, even if half of them are counted in two wards."""


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number of people as shown: ``about`` is None where it is smaller than ``least``.

    With ``up_to`` it may be any number up to ``about``. ``fewest`` and ``most`` are the smallest
    and the largest true number that what is shown leaves possible.
    """

    about: int | None
    least: int
    most: int
    fewest: int = 0
    up_to: bool = False

    @property
    def is_one_small_group(self) -> bool:
        """Whether this is one group that is too small for a number."""
        return self.about is None and self.most == self.least - 1


def shown_number(people: int, thresholds: Thresholds) -> ShownNumber:
    """``people`` as they may be shown where they are no part of anything else that is shown."""
    least = thresholds.smallest_cell
    if people < least:
        return ShownNumber(None, least, most=least - 1)
    about = rounded(people, thresholds.rounding)
    fewest = max(least, about - thresholds.rounding // 2)
    return ShownNumber(about, least, most=about + (thresholds.rounding - 1) // 2, fewest=fewest)


def at_most(whole: ShownNumber) -> ShownNumber:
    """Some of ``whole``: nobody, everybody, or any number in between."""
    return ShownNumber(
        whole.about, whole.least, whole.most, fewest=0, up_to=whole.about is not None
    )


def part_number(people: Sequence[int], thresholds: Thresholds) -> ShownNumber:
    """The last of ``people``, each of which is part of the one before.

    A part whose rest is small, or that is small itself, is "up to" the number before it, and so
    are all parts of that part: its own number would tell how many are left out.
    """
    whole, *parts = people
    shown, before = shown_number(whole, thresholds), whole
    for part in parts:
        if min(part, before - part) < thresholds.smallest_cell:
            return at_most(shown)
        shown, before = shown_number(part, thresholds), part
    return shown


def together(wards: Iterable[ShownNumber]) -> ShownNumber:
    """The number for several wards: what is shown of each, added up. It tells nothing more."""
    numbers = [*wards]
    if len(numbers) == 1:
        return numbers[0]
    large = [n.about for n in numbers if n.about is not None]
    small = sum(n.least for n in numbers if n.about is None)
    most, fewest = sum(n.most for n in numbers), sum(n.fewest for n in numbers)
    if not large:
        return ShownNumber(None, small, most)
    up_to = bool(small) or any(n.up_to for n in numbers)
    return ShownNumber(sum(large) + small, numbers[0].least, most, fewest=fewest, up_to=up_to)


def report_numbers(
    whole: ShownNumber, counts: Mapping[str, int], thresholds: Thresholds
) -> dict[str, ShownNumber]:
    """What may be said of those whom a broadcast to ``whole`` did not reach, by why.

    Each has its own number only if it is known beforehand that enough people are left besides all
    of them together. Otherwise each is "up to" the whole.
    """
    numbers = {why: shown_number(count, thresholds) for why, count in counts.items()}
    left = whole.fewest - sum(number.most for number in numbers.values())
    if left >= thresholds.smallest_cell or whole.is_one_small_group:
        return numbers
    return dict.fromkeys(counts, at_most(whole))


def may_show_share(whole: ShownNumber) -> bool:
    """Whether tenths of an audience may be shown while it is sent."""
    return whole.fewest >= LARGE


def tenths(whole: ShownNumber, done: int, audience: int) -> int | None:
    """The tenths of an audience that are done; None if it is too small for that."""
    return done * 10 // audience if audience and may_show_share(whole) else None
