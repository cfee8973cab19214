"""How people say how much time they have."""

import pytest

from engagement.consultations.typed_form import form_typed


@pytest.mark.parametrize(
    "said",
    ["1 minute", "about 1 min", "1min", "short", "The short one!", "first", "2 minutes please",
     "one", "krótka", "1 minuta", "jedna minuta", "około 1 minuty",
     "مختصر", "۱", "۱ منٹ", "ایک منٹ", "2 mins"],
)  # fmt: skip
def test_the_short_form(said: str) -> None:
    assert form_typed(said, (1, 3)) == 0


@pytest.mark.parametrize(
    "said",
    ["3", "3 minutes", "three mins", "i have 3 minutes", "10 minutes", "2", "second", "all",
     "all the questions", "everything", "3 minuty", "około 3 minut", "mam 5 minut", "wszystkie",
     "۳ منٹ", "۳", "تمام سوال", "میرے پاس ۳ منٹ ہیں", "sab"],
)  # fmt: skip
def test_all_questions(said: str) -> None:
    assert form_typed(said, (1, 3)) == 1


@pytest.mark.parametrize(
    "said", ["", "0", "hello", "not long", "more lamps", "1 or 3", "3.5", "0 min"]
)
def test_what_chooses_neither(said: str) -> None:
    assert form_typed(said, (1, 3)) is None


def test_minutes_come_before_the_place_of_a_button() -> None:
    assert form_typed("2", (2, 5)) == 0
    assert form_typed("the second", (2, 5)) == 1
    assert form_typed("1", (2, 5)) == 0


def test_what_both_take_chooses_neither() -> None:
    assert form_typed("1 minute", (1, 1)) is None
    assert form_typed("2", (1, 1)) == 1
