"""An attacker on everything that is published of one consultation, ward by ward.

A solver looks for every true town that fits the whole area's table, the numbers of the wards, the
screen before the close and the rows of each ward, with the rule known. Each number under the
smallest cell must still be able to be others that are far enough apart.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

import pytest
from random_towns import Town, town
from ward_attacker import Attack, Small

from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.ward_bound import OneChoice
from engagement.insight.ward_rows import Row
from engagement.insight.ward_tables import Bound, holds, ward_tables
from engagement.insight.ward_ticks import SeveralChoices

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
SECONDS = 60
TOWNS = int(os.environ.get("TOWNS_ATTACKED") or 0)
"""How many towns of ten wards are attacked, however long that takes; else as many as fit."""


def enough(by: Thresholds) -> int:
    return min(5, by.smallest_cell - 1)


def attack(one: Town, by: Thresholds, may_be_shown=holds) -> Attack | None:
    counts = one.counts
    shown = published(counts, by)
    wards = ward_tables(counts, shown, one.in_wards, by, may_be_shown)
    return Attack(counts, one.in_wards, shown, wards, by) if shown.about is not None else None


def told_by_wards(one: Town, by: Thresholds, may_be_shown=holds) -> list[Small]:
    """The small numbers that the rows of the wards give away."""
    made = attack(one, by, may_be_shown)
    return [] if made is None else told_by_rows(one, by, made)


def told_by_rows(one: Town, by: Thresholds, made: Attack) -> list[Small]:
    """Those that aren't known from the whole area's table and the wards' numbers: see 0008."""
    found = made.leaks(enough(by))
    if not found:
        return []
    without = Attack(one.counts, one.in_wards, published(one.counts, by), (), by)
    known = {small.name for small in without.leaks(enough(by))}
    return [small for small in found if small.name not in known]


@pytest.mark.parametrize("by", [USUAL, LOWEST], ids=["ten", "five"])
def test_small_towns_tell_nothing_of_a_few(by):
    for seed in range(6):
        assert told_by_wards(town(seed, wards=3, questions=4), by) == []
    assert told_by_wards(town(7), by) == []


@pytest.mark.parametrize("by", [USUAL, LOWEST], ids=["ten", "five"])
def test_a_branch_next_to_the_wards_tells_nothing_of_a_few(by):
    for seed in range(8):
        one = town(seed, wards=3, questions=2, branch=True)
        assert told_by_wards(one, by) == []


@pytest.mark.long
def test_many_towns_tell_nothing_of_a_few(capsys, record_property):
    began, towns, cells, tight, narrowest = time.monotonic(), 0, 0, 0, 99
    while towns < TOWNS or (not TOWNS and time.monotonic() - began < SECONDS):
        by = LOWEST if towns % 4 == 3 else USUAL
        one = town(1000 + towns)
        made = attack(one, by)
        towns += 1
        if made is None:
            continue
        assert told_by_rows(one, by, made) == [], towns
        cells += len(made.small)
        tight += sum(small.width < enough(by) for small in made.small)
        narrowest = min([narrowest, *(small.width for small in made.small)])
    said = (
        f"{towns} towns of 10 wards and 6 questions: {cells} small numbers attacked, none told by "
        f"the rows of wards, {tight} by the other tables alone, none narrower than {narrowest}, "
        f"in {time.monotonic() - began:.0f} s"
    )
    record_property("attacked", said)
    with capsys.disabled():
        sys.stdout.write(f"\n{said}\n")


@pytest.mark.long
@pytest.mark.skipif(not TOWNS, reason="make attack attacks large towns")
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_large_towns_tell_nothing_of_some_of_their_few(seed):
    """Fifty wards and ten questions: a sample of the small numbers."""
    one = town(seed, wards=50, questions=10)
    made = attack(one, USUAL)
    assert made is not None
    assert made.leaks(enough(USUAL), sample=40) == []


def no_bound(bound: Bound, rows: Sequence[Row]) -> bool:
    """A rule that looks at each row alone."""
    return True


def without_ticks(bound: Bound, rows: Sequence[Row]) -> bool:
    """A rule that takes several choices for harmless, because they overlap."""
    return isinstance(bound, SeveralChoices) or holds(bound, rows)


def only_the_area(bound: Bound, rows: Sequence[Row]) -> bool:
    """A rule that hides a second row, but looks at the small numbers of the whole area alone."""
    if isinstance(bound, OneChoice):
        hidden = len(bound.together.each) + sum(not row.parts for row in rows)
        return hidden != 1 and bound.area_is_wide()
    return holds(bound, rows)


@pytest.mark.parametrize(
    ("weakened", "seed", "by"),
    [
        (no_bound, 3, USUAL),
        (no_bound, 33, USUAL),
        (without_ticks, 29, USUAL),
        (without_ticks, 9, LOWEST),
        (only_the_area, 7, USUAL),
    ],
)
def test_the_attacker_finds_what_a_weaker_rule_gives_away(weakened, seed, by):
    assert told_by_wards(town(seed, wards=3), by, weakened)
    assert told_by_wards(town(seed, wards=3), by) == []


def refused_and_passed(one: Town, by: Thresholds) -> tuple[set[str], set[str]]:
    """The questions whose rows the bound refuses as they are, and those that it passes."""
    verdicts: dict[str, bool] = {}

    def note(bound: Bound, rows: Sequence[Row]) -> bool:
        verdicts[bound.question.key] = holds(bound, rows)
        return True

    counts = one.counts
    ward_tables(counts, published(counts, by), one.in_wards, by, note)
    return {q for q, ok in verdicts.items() if not ok}, {q for q, ok in verdicts.items() if ok}


@pytest.mark.parametrize("by", [USUAL, LOWEST], ids=["ten", "five"])
def test_the_bound_never_passes_what_the_attacker_breaks(by):
    """All questions are published by each row alone, and the bound has said which it would pass."""
    passes = breaks = 0
    for seed in range(10, 22):
        one = town(seed, wards=3, questions=4)
        _, passed = refused_and_passed(one, by)
        broken = {small.name.split()[1] for small in told_by_wards(one, by, no_bound)}
        assert broken.isdisjoint(passed), seed
        passes, breaks = passes + len(passed), breaks + len(broken)
    assert passes
    assert breaks
