"""What the database counted, put into the consultation's own order."""

from __future__ import annotations

import pytest
from lamps_street import (
    ABBEY,
    CHESHAM,
    FROM_NOUGHT,
    HELP,
    LAMPS,
    SAFE,
    WEST_WYCOMBE,
    WORDS,
    consultation,
)

from content.schema.consultation import Question, QuestionKind
from engagement.insight.summary import Counts, QuestionCount, counted, option_keys

STREETS = consultation()


def count_of(**given: object) -> Counts:
    nothing: dict[str, object] = {"by_ward": {}, "answered": {}, "chosen": {}}
    nothing["wards"] = STREETS.wards
    return counted(STREETS, **(nothing | given))


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        (LAMPS, ("brighter", "more", "not_sure")),
        (HELP, ("paths", "hedges", "crossing", "none")),
        (SAFE, ("1", "2", "3", "4", "5")),
        (FROM_NOUGHT, tuple(str(n) for n in range(11))),
        (WORDS, ()),
    ],
)
def test_each_option_or_number_has_a_key(question: Question, keys: tuple[str, ...]) -> None:
    assert option_keys(question) == keys


def test_questions_and_options_stand_in_their_order_with_zeroes() -> None:
    chosen = {("safe", "5"): 2, ("lamps", "more"): 3, ("help", "none"): 1}
    counts = count_of(answered={"safe": 2, "lamps": 3, "help": 1}, chosen=chosen)
    assert counts.questions == (
        QuestionCount(
            "lamps", QuestionKind.SINGLE, 3, (("brighter", 0), ("more", 3), ("not_sure", 0))
        ),
        QuestionCount(
            "help",
            QuestionKind.SEVERAL,
            1,
            (("paths", 0), ("hedges", 0), ("crossing", 0), ("none", 1)),
            exclusive=frozenset({"none"}),
            most=2,
        ),
        QuestionCount(
            "safe", QuestionKind.SCALE, 2, (("1", 0), ("2", 0), ("3", 0), ("4", 0), ("5", 2))
        ),
        QuestionCount("words", QuestionKind.TEXT, 0, ()),
    )


def test_the_same_option_key_in_two_questions_is_counted_apart() -> None:
    counts = count_of(chosen={("help", "more"): 9, ("lamps", "more"): 3})
    assert dict(counts.questions[0].options)["more"] == 3


def test_a_ward_without_anybody_stands_in_its_place_with_zero() -> None:
    assert [*count_of(by_ward={CHESHAM: 4}).by_ward.items()] == [(ABBEY, 0), (CHESHAM, 4)]


def test_people_of_a_ward_of_before_are_not_lost() -> None:
    counts = count_of(by_ward={WEST_WYCOMBE: 2, ABBEY: 5})
    assert [*counts.by_ward.items()] == [(ABBEY, 5), (CHESHAM, 0), (WEST_WYCOMBE, 2)]


def test_everybody_is_counted_once() -> None:
    assert count_of(by_ward={ABBEY: 5, CHESHAM: 4}, answered={"lamps": 9, "safe": 7}).people == 9


def test_where_no_ward_is_named_the_given_ones_are_told() -> None:
    counts = count_of(wards=(WEST_WYCOMBE, CHESHAM), by_ward={CHESHAM: 1})
    assert counts.by_ward == {WEST_WYCOMBE: 0, CHESHAM: 1}
