"""How a number of people is shown: rounded, "up to" another, or small."""

from __future__ import annotations

import pytest

from content.schema.council import Thresholds
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    may_show_share,
    part_number,
    report_numbers,
    shown_number,
    together,
)

USUAL = Thresholds()
FEW = ShownNumber(None, 10, most=9)


def about(people: int) -> ShownNumber:
    return shown_number(people, USUAL)


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        (0, FEW),
        (9, FEW),
        (10, ShownNumber(10, 10, most=12, fewest=10)),
        (12, ShownNumber(10, 10, most=12, fewest=10)),
        (13, ShownNumber(15, 10, most=17, fewest=13)),
        (143, ShownNumber(145, 10, most=147, fewest=143)),
    ],
)
def test_a_number_is_rounded_and_a_small_one_is_fewer_than_ten(
    people: int, shown: ShownNumber
) -> None:
    assert about(people) == shown


@pytest.mark.parametrize(("part", "own"), [(9, False), (10, True), (30, True), (31, False)])
def test_a_part_has_its_own_number_if_it_and_the_rest_are_large_enough(
    part: int, own: bool
) -> None:
    assert part_number((40, part), USUAL) == (about(part) if own else at_most(about(40)))


def test_all_parts_of_a_part_without_a_number_have_none() -> None:
    assert part_number((60, 55, 30), USUAL) == at_most(about(60))
    assert part_number((60, 50, 45), USUAL) == at_most(about(50))
    assert part_number((60, 50, 30), USUAL) == about(30)
    assert part_number((9, 0), USUAL) == FEW


def test_several_wards_are_the_sum_of_what_each_is_shown_as() -> None:
    assert together([about(13), about(12)]) == ShownNumber(25, 10, most=29, fewest=23)
    some = ShownNumber(25, 10, most=26, fewest=13, up_to=True)
    assert together([about(13), about(0)]) == together([about(13), about(9)]) == some
    assert together([about(13), at_most(about(12))]).up_to
    assert together([FEW, FEW]) == ShownNumber(None, 20, most=18)
    assert together([FEW]) == FEW


@pytest.mark.parametrize(("gone", "told"), [(3, True), (71, True), (82, True), (83, False)])
def test_a_report_has_numbers_only_if_enough_people_are_left(gone: int, told: bool) -> None:
    found = report_numbers(about(93), {"gone": gone}, USUAL)
    assert found == {"gone": about(gone) if told else at_most(about(93))}


def test_all_lines_of_a_report_count_together() -> None:
    lines = {"gone": 20, "failed": 9, "unknown": 35}
    assert report_numbers(about(93), lines, USUAL) == {
        "gone": about(20), "failed": FEW, "unknown": about(35),
    }  # fmt: skip
    lines["unknown"] = 55
    assert {*report_numbers(about(93), lines, USUAL).values()} == {at_most(about(93))}


def test_of_a_few_people_each_line_is_a_few() -> None:
    assert report_numbers(FEW, {"gone": 0, "failed": 4}, USUAL) == {"gone": FEW, "failed": FEW}


@pytest.mark.parametrize(("people", "may"), [(199, False), (202, False), (203, True)])
def test_a_share_is_shown_of_a_large_audience_only(people: int, may: bool) -> None:
    assert may_show_share(about(people)) is may
    assert not may_show_share(at_most(about(people)))
