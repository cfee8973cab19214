"""A reader who knows the rule tries every audience: no number of a few people can be worked out.

P2 and P3. Independent of how the rule decides: every audience up to 60 people is shown, those that
look the same are put together, and each small number must still be able to be several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

import pytest

from content.schema.council import Thresholds
from engagement.insight.shown_numbers import (
    ShownNumber,
    part_number,
    report_numbers,
    shown_number,
    together,
)

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
    """Everybody, those who live there, and those of them who have not answered; and who is left
    out, where that is shown."""
    looks = Looks(thresholds)
    for whole in range(MOST + 1):
        for living in part_of(whole):
            for to_answer in part_of(living):
                steps = whole, living, to_answer
                shown = [part_number(steps[:n], thresholds) for n in (1, 2, 3)]
                left_out = None
                if not shown[2].up_to and shown[2].about is not None:
                    left_out = shown_number(living - to_answer, thresholds)
                looks.add(
                    (*shown, left_out),
                    whole=whole,
                    living=living,
                    to_answer=to_answer,
                    elsewhere=whole - living,
                    answered=living - to_answer,
                    not_asked=whole - to_answer,
                )
    assert looks.pinned_down()[:5] == []


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
