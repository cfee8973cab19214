"""What may be shown of what people said of themselves: many, of several wards, and no few."""

from __future__ import annotations

from typing import Any

import pytest

from content.schema.council import Thresholds
from engagement.consultations.equality import COUNTED
from engagement.insight.disclosure import PublishedQuestion
from engagement.insight.equality_numbers import (
    SENSITIVE,
    SaidOfThemselves,
    equality_table,
    smallest_cell,
)

ASKED = {"sex": ("female", "male")}
USUAL = Thresholds()


def said(ward: str, **answers: int) -> list[SaidOfThemselves]:
    return [
        SaidOfThemselves(ward, {"sex": answer})
        for answer, count in answers.items()
        for _ in range(count)
    ]


def shown(
    people: list[SaidOfThemselves], everybody: dict[str, int], by: Thresholds = USUAL
) -> PublishedQuestion:
    return equality_table(people, ASKED, everybody, by).questions[0]


@pytest.mark.parametrize(("count", "is_shown"), [(49, False), (50, True)])
def test_fewer_than_50_who_answered_have_no_number(count: int, is_shown: bool) -> None:
    people = [*said("A", female=20, male=10), *said("B", female=count - 40, male=10)]
    found = shown(people, {"A": 100, "B": 100})
    assert (found.about is not None) is is_shown
    assert bool(found.options) is is_shown


def test_a_council_may_ask_for_more_than_50(*_: Any) -> None:
    by = Thresholds(percentage_base=80)
    people = [*said("A", female=30, male=15), *said("B", female=20, male=14)]
    assert shown(people, {"A": 100, "B": 100}, by).about is None


@pytest.mark.parametrize(("elsewhere", "is_shown"), [(9, False), (10, True)])
def test_nearly_all_of_one_ward_would_be_a_table_of_it(elsewhere: int, is_shown: bool) -> None:
    people = [*said("A", female=40, male=20), *said("B", female=elsewhere)]
    assert (shown(people, {"A": 100, "B": 100}).about is not None) is is_shown


def test_numbers_are_rounded_and_in_percent() -> None:
    people = [*said("A", female=33), *said("B", male=27)]
    found = shown(people, {"A": 100, "B": 100})
    assert found.about == 60
    assert not found.up_to
    numbers = [(o.keys, o.about, o.percent) for o in found.options]
    assert numbers == [(("female",), 35, 55), (("male",), 25, 45)]


def test_a_few_who_said_something_else_are_joined() -> None:
    people = [*said("A", female=40), *said("B", female=16, male=4)]
    found = shown(people, {"A": 100, "B": 100})
    assert all({*o.keys} != {"male"} for o in found.options)


@pytest.mark.parametrize("silent", range(10))
def test_how_few_said_nothing_of_themselves_is_never_told(silent: int) -> None:
    """About 100 took part: the number of those who answered is theirs, and says "up to"."""
    people = [*said("A", female=50), *said("B", male=50 - silent)]
    found = shown(people, {"A": 50, "B": 50})
    assert found.up_to
    assert found.about == 100


@pytest.mark.parametrize(
    ("question", "is_told"),
    [("age", True), ("sex", True), ("disability", False), ("ethnic_group", False),
     ("religion", False)],
)  # fmt: skip
def test_special_category_data_has_a_floor_of_10_whatever_the_council_says(
    question: str, is_told: bool
) -> None:
    """Seven people gave the second answer; the council shows numbers from 5."""
    said_so = [("A", "one")] * 40 + [("B", "one")] * 20 + [("B", "two")] * 7
    people = [SaidOfThemselves(ward, {question: answer}) for ward, answer in said_so]
    everybody, by = {"A": 100, "B": 100}, Thresholds(smallest_cell=5)
    found = equality_table(people, {question: ("one", "two")}, everybody, by).questions[0]
    assert any(o.keys == ("two",) and o.about == 5 for o in found.options) is is_told


@pytest.mark.parametrize(("elsewhere", "is_shown"), [(9, False), (10, True)])
def test_special_category_data_of_nearly_one_ward_is_not_shown(
    elsewhere: int, is_shown: bool
) -> None:
    wards = ["A"] * 60 + ["B"] * elsewhere
    people = [SaidOfThemselves(ward, {"religion": "none"}) for ward in wards]
    everybody, by = {"A": 100, "B": 100}, Thresholds(smallest_cell=5)
    found = equality_table(people, {"religion": ("none", "sikh")}, everybody, by)
    assert (found.questions[0].about is not None) is is_shown


def test_special_category_data_is_all_that_is_counted_but_age_and_sex() -> None:
    counted = {question.key for question in COUNTED}
    assert counted - {*SENSITIVE} == {"age", "sex"}


def test_a_council_that_shows_less_shows_less_of_these_too() -> None:
    by = Thresholds(smallest_cell=20)
    assert smallest_cell("religion", by.smallest_cell) == 20
