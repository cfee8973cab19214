"""When the number of people in an audience may be exact, and what else is shown of it."""

from __future__ import annotations

import pytest

from content.schema.council import Thresholds
from engagement.insight.shown_numbers import ShownNumber, may_be_exact, shown_number

USUAL = Thresholds()


def exact(by_ward: list[int], people: int, *differences: int) -> bool:
    return may_be_exact(by_ward, people, USUAL, differences=differences)


@pytest.mark.parametrize(("smallest", "may"), [(0, False), (9, False), (10, True), (11, True)])
def test_a_sum_is_exact_only_if_each_ward_is_large_enough(smallest: int, may: bool) -> None:
    assert exact([40, smallest], 40 + smallest) is may


@pytest.mark.parametrize(("people", "may"), [(51, False), (52, True), (53, False)])
def test_followers_from_elsewhere_make_it_inexact(people: int, may: bool) -> None:
    assert exact([40, 12], people) is may


@pytest.mark.parametrize(
    ("difference", "may"), [(0, True), (1, False), (9, False), (10, True), (11, True)]
)
def test_a_number_that_differs_by_a_few_is_not_exact(difference: int, may: bool) -> None:
    assert exact([40, 12], 52, difference) is may
    assert exact([40, 12], 52, 100, difference, 100) is may


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        (0, ShownNumber(None, 10, most=9)),
        (9, ShownNumber(None, 10, most=9)),
        (10, ShownNumber(10, 10, most=12)),
        (12, ShownNumber(10, 10, most=12)),
        (13, ShownNumber(15, 10, most=17)),
        (143, ShownNumber(145, 10, most=147)),
    ],
)
def test_a_number_is_rounded_and_a_small_one_is_fewer_than_ten(
    people: int, shown: ShownNumber
) -> None:
    assert shown_number(people, USUAL) == shown


@pytest.mark.parametrize(
    ("people", "shown"),
    [(9, ShownNumber(None, 10, most=9)), (10, ShownNumber(10, 10, most=10, exact=True)),
     (143, ShownNumber(143, 10, most=143, exact=True))],
)  # fmt: skip
def test_an_exact_number_is_itself_and_a_small_one_never_exact(
    people: int, shown: ShownNumber
) -> None:
    assert shown_number(people, USUAL, exact=True) == shown
