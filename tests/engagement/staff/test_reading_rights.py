"""Who may read what people wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lamps_street import ABBEY, CHESHAM

from engagement.errors import StaffOnly
from engagement.staff.duties import Duty, Holder
from engagement.staff.reading_rights import check_is_staff, may_read
from engagement.staff.rights import Role, StaffMember

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
OLGA = StaffMember(1, 1, Role.OFFICER, "Olga", frozenset({ABBEY}), every_ward=False)
OWNER = Holder(1, 1, "Olga", Duty.OWNER, NOW + timedelta(days=1), in_post=True)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR])
def test_officers_of_every_ward_read(role: Role) -> None:
    assert may_read(replace(OLGA, role=role, every_ward=True), [], [ABBEY], NOW)


def test_an_officer_of_a_ward_reads_nothing_without_the_duty_of_owner() -> None:
    assert not may_read(OLGA, [], [ABBEY], NOW)
    assert may_read(OLGA, [OWNER], [ABBEY, CHESHAM], NOW)


def test_an_owner_for_some_wards_reads_what_is_asked_there_alone() -> None:
    here = replace(OWNER, wards=frozenset({ABBEY}))
    assert may_read(OLGA, [here], [ABBEY], NOW)
    assert not may_read(OLGA, [here], [ABBEY, CHESHAM], NOW)


@pytest.mark.parametrize(
    "other",
    [
        replace(OWNER, staff_id=2),
        replace(OWNER, duty=Duty.MODERATOR),
        replace(OWNER, until=NOW),
        replace(OWNER, in_post=False),
    ],
)
def test_another_duty_or_one_that_is_over_opens_nothing(other: Holder) -> None:
    assert not may_read(OLGA, [other], [ABBEY], NOW)


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.OPERATOR])
def test_a_board_member_reads_nothing_whatever_the_duty(role: Role) -> None:
    assert not may_read(replace(OLGA, role=role, every_ward=True), [OWNER], [ABBEY], NOW)


def test_whoever_is_no_staff_is_told_so() -> None:
    with pytest.raises(StaffOnly):
        check_is_staff(None)
