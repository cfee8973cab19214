"""A reader who knows the rule tries every audience: no number of a few people can be worked out.

P2 and P3. Independent of how the rule decides: every audience up to 60 people is shown, those that
look the same are put together, and each small number must still be able to be several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping

import pytest

from content.schema.council import Thresholds
from engagement.insight.joining import rounded
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    part_number,
    report_numbers,
    shown_number,
    together,
)
from engagement.insight.ward_numbers import answered_so_far

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
BOTH = pytest.mark.parametrize("thresholds", [USUAL, LOWEST], ids=["ten", "five"])
MOST = 60
Secret = Mapping[str, int]


class Looks:
    """What fits each look: for every number its smallest and its largest value.

    ``reports``: a failure that is reported tells that there was somebody, so that one number less
    is possible.
    """

    def __init__(self, thresholds: Thresholds, *, reports: bool = False) -> None:
        self._cell = thresholds.smallest_cell
        self._narrowest = 5 if self._cell >= 6 else 4 - reports
        self._fits: dict[Hashable, dict[str, tuple[int, int]]] = defaultdict(dict)

    def add(self, look: Hashable, **secret: int) -> None:
        """These true numbers are shown as ``look``."""
        fits = self._fits[look]
        for name, number in secret.items():
            low, high = fits.get(name, (number, number))
            fits[name] = min(low, number), max(high, number)

    def pinned_down(self) -> list[str]:
        """The small numbers that a look narrows too much."""
        return [
            f"{name} lies between {low} and {high}: {look}"
            for look, fits in self._fits.items()
            for name, (low, high) in fits.items()
            if low < self._cell and high - low < self._narrowest
        ]


def part_of(whole: int) -> Iterator[int]:
    yield from range(whole + 1)


@BOTH
def test_the_people_who_follow_other_themes_are_not_told(thresholds: Thresholds) -> None:
    """Everybody, and those who get news about a theme."""
    looks = Looks(thresholds)
    for whole in range(MOST + 1):
        for part in part_of(whole):
            look = shown_number(whole, thresholds), part_number((whole, part), thresholds)
            looks.add(look, whole=whole, part=part, rest=whole - part)
    assert looks.pinned_down()[:5] == []


@BOTH
def test_neither_followers_nor_answers_are_told_by_news_and_invitations(
    thresholds: Thresholds,
) -> None:
    """Everybody, those who live there, and those of them who have not answered, as an invitation
    shows them."""
    looks = Looks(thresholds)
    for whole in range(MOST + 1):
        for living in part_of(whole):
            for to_answer in part_of(living):
                steps = whole, living
                shown = [part_number(steps[:n], thresholds) for n in (1, 2)]
                looks.add(
                    (*shown, at_most(shown[1])),
                    whole=whole,
                    living=living,
                    to_answer=to_answer,
                    elsewhere=whole - living,
                    answered=living - to_answer,
                    not_asked=whole - to_answer,
                )
    assert looks.pinned_down()[:5] == []


def open_and_closed(answered: int, thresholds: Thresholds) -> tuple[Hashable, ...]:
    """How many have answered for a ward, as /results says it before and after the close."""
    before = answered_so_far({"here": answered}, thresholds)
    after = rounded(answered, thresholds.rounding) if answered >= thresholds.smallest_cell else None
    return before.rows, after


def told_by(
    invitation: Callable[[int, int, Thresholds], tuple[ShownNumber, ...]], thresholds: Thresholds
) -> list[str]:
    """What is told of a ward whose news and ``invitation`` are previewed, while /results says how
    many have answered for it. Some of these have left since, and none is in a preview any more."""
    looks = Looks(thresholds)
    for living in range(41):
        for there in range(living + 1):
            for left in range(61 - there):
                look = (
                    shown_number(living, thresholds),
                    invitation(living, living - there, thresholds),
                    open_and_closed(there + left, thresholds),
                )
                looks.add(look, living=living, to_answer=living - there, left=left)
    return looks.pinned_down()


@BOTH
def test_an_invitation_beside_the_results_does_not_tell_how_few_have_left(
    thresholds: Thresholds,
) -> None:
    """Those who answered and then left are in the results and in no preview."""

    def up_to(living: int, _: int, by: Thresholds) -> tuple[ShownNumber, ...]:
        return (at_most(shown_number(living, by)),)

    assert told_by(up_to, thresholds)[:5] == []


def test_with_a_number_of_its_own_an_invitation_told_that_nearly_nobody_has_left() -> None:
    """The rule from before: "about 30", of them "about 10" to answer and "about 20" left out; and
    "10 or more" in /results. So 18 or 19 have answered, and at most one of them has left."""

    def own(living: int, to_answer: int, by: Thresholds) -> tuple[ShownNumber, ...]:
        number = part_number((living, to_answer), by)
        has_its_own = not number.up_to and number.about is not None
        return (number, shown_number(living - to_answer, by)) if has_its_own else (number,)

    told = told_by(own, USUAL)
    assert any(one.startswith("left lies between 0 and 1:") for one in told)


def reported(
    number: ShownNumber, thresholds: Thresholds, **counts: int
) -> tuple[tuple[str, ShownNumber], ...]:
    """The lines of a report: people who left always have theirs, failures only where there are."""
    counts = {why: count for why, count in counts.items() if count or why == "gone"}
    return tuple(report_numbers(number, counts, thresholds).items())


@BOTH
def test_a_report_tells_nothing_of_the_few_it_did_or_did_not_reach(thresholds: Thresholds) -> None:
    """The preview without and with a filter, and the report."""
    looks = Looks(thresholds, reports=True)
    for whole in range(48):
        for part in part_of(whole):
            number = part_number((whole, part), thresholds)
            for gone in part_of(part):
                for failed in part_of(part - gone):
                    lines = reported(number, thresholds, gone=gone, failed=failed)
                    secret = {
                        "whole": whole,
                        "part": part,
                        "rest": whole - part,
                        "gone": gone,
                        "arrived": part - gone - failed,
                        "not reached": whole - (part - gone - failed),
                    }
                    if failed:
                        secret["failed"] = failed
                    looks.add((shown_number(whole, thresholds), number, lines), **secret)
    assert looks.pinned_down()[:5] == []


@BOTH
def test_a_report_about_everybody_tells_nothing_of_a_few(thresholds: Thresholds) -> None:
    """With no filter each number is narrower."""
    looks = Looks(thresholds, reports=True)
    for whole in range(90):
        number = shown_number(whole, thresholds)
        for gone in part_of(whole):
            for failed in part_of(whole - gone):
                lines = reported(number, thresholds, gone=gone, failed=failed)
                arrived = whole - gone - failed
                secret = {"whole": whole, "gone": gone, "arrived": arrived}
                if failed:
                    secret["failed"] = failed
                looks.add((number, lines), **secret)
    assert looks.pinned_down()[:5] == []


@BOTH
def test_two_wards_apart_and_together_tell_no_more_than_apart(thresholds: Thresholds) -> None:
    """With a report of both, in which somebody who lives in one and follows the other counts
    once."""
    looks = Looks(thresholds)
    for one in range(31):
        for other in range(31):
            for in_both in range(min(one, other, 12) + 1):
                apart = shown_number(one, thresholds), shown_number(other, thresholds)
                number = together(apart)
                there = one + other - in_both
                for gone in range(there + 1):
                    lines = reported(number, thresholds, gone=gone)
                    looks.add(
                        (*apart, number, lines), one=one, other=other, in_both=in_both, gone=gone
                    )
    assert looks.pinned_down()[:5] == []
