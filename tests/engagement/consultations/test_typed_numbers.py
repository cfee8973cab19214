"""Numbers as people type them: what is a list of numbers, and what is not."""

from __future__ import annotations

import pytest

from engagement.consultations.spelt_numbers import spelt_out
from engagement.consultations.typed_numbers import (
    has_only_digits,
    is_number,
    number_and_words,
    numbers_in,
    order_is_unclear,
    out_of,
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", (3,)), ("1)", (1,)), ("#2", (2,)), ("option 1", (1,)), ("1 i 3", (1, 3)),
        ("۱ اور ۳", (1, 3)), ("1️⃣", (1,)), ("🔟", (10,)), ("two and three", (2, 3)),
        ("the first one", (1,)), ("first", (1,)), ("one", (1,)), ("one two", (1, 2)),
        ("ايك اور تين", (1, 3)), ("szesc", (6,)), ("one one", (1, 1)),
        ("999", (999,)), ("1000", ()), ("zero", (0,)), ("twelve", (12,)),
        ("no. 3", (3,)), ("no 3", (3,)), ("no", ()), ("no thanks", ()), ("3.5", ()), ("1-3", ()),
        ("-1", ()), ("1/2", ()), ("lamps", ()), ("2 lamps", ()), ("", ()),
        ("the first and the third", (1, 3)), ("2 first", (2,)), ("number 2 first", (2,)),
        ("3 first, 5 second", (3, 5)), ("3 second, 2 first", (2, 3)),
        ("first 2, second 4", (2, 4)), ("2 pierwsze", (2,)), ("2 پہلے", (2,)),
        ("first 3", ()), ("2nd 3", ()), ("3 second", ()), ("drugie 4", ()), ("پہلے 3", ()),
        ("3 first, 5 first", ()), ("1 first 2", ()), ("first 3 second", ()),
    ],
)  # fmt: skip
def test_only_a_message_of_nothing_but_numbers_is_a_list(
    text: str, numbers: tuple[int, ...]
) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "unclear"),
    [("first 3", True), ("2nd 3", True), ("2 first", False), ("first", False), ("lamps", False)],
)
def test_an_order_that_may_be_either_is_unclear(text: str, unclear: bool) -> None:
    assert order_is_unclear(text) is unclear


@pytest.mark.parametrize(("text", "numbers"), [("first", ()), ("the tenth", ()), ("ten", (10,))])
def test_an_order_is_a_number_only_where_it_may_be(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text, in_order=False) == numbers


@pytest.mark.parametrize(
    ("text", "only"),
    [("3.5", True), ("1-9", True), ("01494 123456", True), ("3 lamps", False), ("-", False)],
)
def test_digits_without_words(text: str, only: bool) -> None:
    assert has_only_digits(text) is only


@pytest.mark.parametrize(
    ("text", "highest", "mark"),
    [("4/5", 5, 4), ("4 out of 5", 5, 4), ("4 na 5", 5, 4), ("4/5", 10, None), ("4", 5, None),
     ("12 of 15", 15, 12)],
)  # fmt: skip
def test_a_mark_out_of_the_highest(text: str, highest: int, mark: int | None) -> None:
    assert out_of(text, highest) == mark


@pytest.mark.parametrize(
    ("text", "found"),
    [("2. More lamps", (2, "more lamps")), ("12 x", (12, "x")), ("2", None), ("lamps", None),
     ("123 lamps", None)],
)  # fmt: skip
def test_a_number_with_words_behind_it(text: str, found: tuple[int, str] | None) -> None:
    assert number_and_words(text) == found


@pytest.mark.parametrize("text", ["", "\U0001f44d", "and", "?!"])
def test_what_has_no_words_is_no_number(text: str) -> None:
    """A sign alone raised ValueError: its writer read that something went wrong."""
    assert spelt_out(text) is None
    assert not is_number(text)
