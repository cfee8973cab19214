"""When somebody has a duty, where, and when too few do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from lamps_street import ABBEY, CHESHAM

from engagement.staff import duties as rules
from engagement.staff.duties import Duty, Holder

THEN = datetime(2026, 11, 29, 2, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
UNTIL = THEN + timedelta(days=1)
RUTH = Holder(1, 1, "Ruth", Duty.SAFEGUARDING, UNTIL, in_post=True)
DEV = replace(RUTH, id=2, staff_id=2, label="Dev")


def test_a_duty_ends_with_its_date_with_the_role_and_when_it_is_ended() -> None:
    assert rules.is_current(RUTH, UNTIL - SECOND)
    assert not rules.is_current(RUTH, UNTIL)
    assert not rules.is_current(replace(RUTH, in_post=False), THEN)
    assert not rules.is_current(replace(RUTH, ended_at=THEN), THEN)


@pytest.mark.parametrize("other", [duty for duty in Duty if duty is not Duty.SAFEGUARDING])
def test_one_duty_is_not_another(other: Duty) -> None:
    assert rules.holds(1, [RUTH], Duty.SAFEGUARDING, THEN)
    assert not rules.holds(1, [RUTH], other, THEN)
    assert not rules.holds(1, [replace(RUTH, duty=other)], Duty.SAFEGUARDING, THEN)


@pytest.mark.parametrize("staff_id", [2, 3, None])
def test_nobody_else_has_it(staff_id: int | None) -> None:
    assert not rules.holds(staff_id, [RUTH, replace(DEV, until=THEN)], Duty.SAFEGUARDING, THEN)


def test_a_duty_for_one_ward_is_for_no_other_and_not_for_all() -> None:
    of_abbey = replace(RUTH, duty=Duty.MODERATOR, wards=frozenset({ABBEY}))
    assert rules.holds(1, [of_abbey], Duty.MODERATOR, THEN, ward=ABBEY)
    assert not rules.holds(1, [of_abbey], Duty.MODERATOR, THEN, ward=CHESHAM)
    assert not rules.holds(1, [of_abbey], Duty.MODERATOR, THEN)
    everywhere = replace(of_abbey, wards=frozenset())
    assert rules.holds(1, [everywhere], Duty.MODERATOR, THEN, ward=CHESHAM)


def test_two_different_people_who_can_be_reached_are_enough_for_words_of_danger() -> None:
    lacks = (Duty.SAFEGUARDING,)
    away = replace(RUTH, reachable=False)
    moderator = replace(DEV, duty=Duty.MODERATOR)
    for too_few in ([], [RUTH], [RUTH, RUTH], [away, DEV], [RUTH, moderator]):
        assert rules.lacking(too_few, THEN) == lacks
    assert rules.lacking([RUTH, replace(DEV, until=THEN)], THEN) == lacks
    assert rules.lacking([RUTH, DEV], THEN) == ()
    assert rules.lacking([away, DEV, replace(DEV, staff_id=3)], THEN) == ()


def test_who_cannot_be_reached_may_still_read() -> None:
    away = replace(RUTH, reachable=False)
    assert not rules.hears(away, THEN)
    assert rules.holds(1, [away], Duty.SAFEGUARDING, THEN)


def test_only_duties_in_use_are_lacking() -> None:
    assert rules.NEEDED == {Duty.SAFEGUARDING: 2}


@pytest.mark.parametrize(
    ("days", "may"), [(-1, False), (0, True), (1, True), (365, True), (366, False)]
)
def test_a_duty_is_given_for_a_year_at_most(days: int, may: bool) -> None:
    today = date(2026, 11, 29)
    assert rules.may_end_on(today + timedelta(days=days), today) is may
