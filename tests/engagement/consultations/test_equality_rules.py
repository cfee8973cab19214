"""Which questions about oneself come next, who is asked them, and what is counted of them."""

from __future__ import annotations

import pytest
from lamps_street import ABBEY, CHESHAM, consultation

from content.library import Library
from content.schema.council import EqualityQuestions
from engagement.consultations.equality import (
    ACTIVITIES,
    AGE,
    COUNTED,
    HEALTH,
    LONGEST_KEY,
    NOT_SAID,
    QUESTIONS,
    after,
    answer_at,
    as_counted,
    band_of,
    is_asked_in,
    key_of,
    left_behind,
    question_at,
)
from engagement.errors import OldButton

GROUND = EqualityQuestions(lawful_condition="-", policy_document="-")


@pytest.mark.parametrize(
    ("wards", "on", "asked"),
    [
        ((), True, True),
        ((ABBEY, CHESHAM), True, True),
        ((ABBEY,), True, False),
        ((ABBEY, ABBEY), True, False),
        ((), False, False),
    ],
)
def test_people_are_asked_where_the_council_says_so_and_never_in_one_ward_alone(
    buckinghamshire: Library, wards: tuple[str, ...], on: bool, asked: bool
) -> None:
    ground = GROUND if on else None
    found = consultation().model_copy(update={"wards": wards})
    assert is_asked_in(ground, found, buckinghamshire.wards) is asked


def test_what_a_condition_reduces_is_asked_only_of_those_who_have_one() -> None:
    health = QUESTIONS.index(HEALTH)
    assert after(health, {HEALTH.key: "yes"}) == QUESTIONS.index(ACTIVITIES)
    for said in ("no", NOT_SAID):
        assert after(health, {HEALTH.key: said}) == health + 2
        assert left_behind(HEALTH, said) == (ACTIVITIES.key,)
    assert left_behind(HEALTH, "yes") == ()
    assert after(len(QUESTIONS) - 1, {}) is None


@pytest.mark.parametrize("place", [-1, len(QUESTIONS)])
def test_there_is_no_question_in_another_place(place: int) -> None:
    with pytest.raises(OldButton):
        question_at(place)


@pytest.mark.parametrize("number", [-1, len(AGE.answers) + 1])
def test_there_is_no_answer_with_another_number(number: int) -> None:
    with pytest.raises(OldButton):
        answer_at(AGE, number)


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({"health": "no"}, {"disability": "no"}),
        ({"health": "yes", "activities": "a_lot"}, {"disability": "a_lot"}),
        ({"health": "yes", "activities": "not_at_all"}, {"disability": "no"}),
        ({"health": "yes"}, {}),
        ({"health": "yes", "activities": NOT_SAID}, {}),
        ({"health": NOT_SAID, "age": NOT_SAID, "sex": "male"}, {"sex": "male"}),
    ],
)
def test_whoever_prefers_not_to_say_is_in_no_count(
    given: dict[str, str], counted: dict[str, str]
) -> None:
    assert as_counted(given) == counted


def test_every_answer_that_is_counted_is_one_of_its_question() -> None:
    counted = {question.key: question.answers for question in COUNTED}
    for question in QUESTIONS:
        for answer in question.answers:
            for key, value in as_counted({"health": "yes", question.key: answer}).items():
                assert value in counted[key]


@pytest.mark.parametrize(
    ("age", "band"), [(15, None), (16, 1), (24, 1), (25, 2), (49, 3), (74, 5), (75, 6), (110, 6)]
)
def test_an_age_is_in_one_band(age: int, band: int | None) -> None:
    assert band_of(age) == band


def test_the_name_in_the_register_has_room_and_is_no_slug() -> None:
    assert key_of("parks") == "equality:parks"
    longest = key_of("a" * 64)
    assert len(longest) <= LONGEST_KEY
    assert longest != key_of("a" * 63 + "b")
    assert ":" in longest
