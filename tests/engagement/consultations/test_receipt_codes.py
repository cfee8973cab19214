"""Codes people read aloud, and ids that travel in buttons."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.consultations.receipt import ALPHABET, base36, receipt_code


@settings(deadline=None)
@given(st.integers(0, 2**63))
def test_a_code_is_six_clear_letters_in_two_groups(number: int) -> None:
    assert re.fullmatch(rf"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", receipt_code(number))


@pytest.mark.parametrize("pair", ["0O", "1I", "1L", "IL", "5S", "2Z", "8B", "UV"])
def test_letters_people_mix_up_are_never_both_there(pair: str) -> None:
    assert not set(pair) <= set(ALPHABET)


def test_each_letter_is_there_once() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_numbers_under_a_hundred_million_have_codes_of_their_own() -> None:
    numbers = [*range(3000), *range(23**6 - 3000, 23**6)]
    assert len({receipt_code(number) for number in numbers}) == len(numbers)


@settings(deadline=None)
@given(st.integers(0, 2**63))
def test_base_36_reads_back(number: int) -> None:
    assert int(base36(number), 36) == number


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (35, "z"), (36, "10")])
def test_base_36_is_short_and_small(number: int, text: str) -> None:
    assert base36(number) == text


def test_a_negative_number_has_no_base_36() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        base36(-1)
