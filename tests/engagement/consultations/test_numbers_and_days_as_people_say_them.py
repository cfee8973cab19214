"""Numbers with their unit and in words, and days with "since", as people type them."""

from datetime import date

import pytest

from content.schema.question import Days, Number
from engagement.consultations.refusals import NotADay, NotAWholeNumber
from engagement.consultations.typed_values import day_typed, number_typed

DAYS = Number.model_validate({"lowest": 0, "highest": 900, "unit": "days"})
POUNDS = Number.model_validate({"lowest": 0, "highest": 9000, "unit": "pounds"})
SINCE = Days(earliest=date(1990, 1, 1), latest=date(2022, 10, 5))


@pytest.mark.parametrize(
    ("typed", "number"),
    [("5 days", 5), ("five days", 5), ("about 5", 5), ("5 dni", 5), ("پانچ دن", 5), ("۵ دن", 5),
     ("5days a week", 5), ("6.0", 6), ("6,0", 6), ("twenty five", 25), ("بیس", 20),
     ("dwadzieścia pięć", 25), ("two hundred and ten", 210)],
)  # fmt: skip
def test_a_number_may_have_its_unit_or_be_in_words(typed: str, number: int) -> None:
    assert number_typed(DAYS, typed) == number


@pytest.mark.parametrize("typed", ["£500", "500 pounds", "£500.00", "five hundred quid"])
def test_money_may_have_its_sign(typed: str) -> None:
    assert number_typed(POUNDS, typed) == 500


@pytest.mark.parametrize("typed", ["5 or 6", "3-4 days", "5.5 days", "-3 days", "five six"])
def test_more_or_less_than_one_number_is_asked_about(typed: str) -> None:
    with pytest.raises(NotAWholeNumber):
        number_typed(DAYS, typed)


@pytest.mark.parametrize(
    "typed",
    ["<5", "<5 days", "> 5 days", "5+", "5+ days", "≥5", "≤5", "±5", "5%", "£5", "5€", "5×", "²",
     "a day", "a"],
)  # fmt: skip
def test_a_sign_that_makes_another_number_of_it_is_asked_about(typed: str) -> None:
    """They were stored as 5, or "a day" as 1, in bands that the person never meant."""
    with pytest.raises(NotAWholeNumber):
        number_typed(DAYS, typed)


@pytest.mark.parametrize("typed", ["~5", "#5", "(5)", "5!", "=5", "5 days."])
def test_a_sign_that_changes_nothing_is_passed_over(typed: str) -> None:
    assert number_typed(DAYS, typed) == 5


def test_a_hundred_is_a_number() -> None:
    assert number_typed(DAYS, "a hundred days") == 100


@pytest.mark.parametrize(
    "typed", ["👍", "…", "most days", "no idea", "the 5 of us walk", "5 minutes"]
)
def test_other_words_are_no_number(typed: str) -> None:
    assert number_typed(DAYS, typed) is None


@pytest.mark.parametrize(
    "typed",
    ["since 3 May 2012", "Thursday 3 May 2012", "Thu, 3 May 2012", "3 V 2012", "3.V.2012",
     "3 maja 2012r", "od 3 maja 2012", "czwartek, 3 maja 2012 r.", "۳ مئی ۲۰۱۲ء", "3 مئی، 2012",
     "3 مئی 2012 سے"],
)  # fmt: skip
def test_a_day_may_have_its_name_and_since(typed: str) -> None:
    assert day_typed(SINCE, typed) == date(2012, 5, 3)


def test_a_month_may_be_shortened_as_in_england_and_in_urdu() -> None:
    assert day_typed(SINCE, "3 Sept 2012") == date(2012, 9, 3)
    assert day_typed(SINCE, "3 جولائ 2012") == date(2012, 7, 3)


def test_a_year_of_two_digits_is_asked_about() -> None:
    with pytest.raises(NotADay):
        day_typed(SINCE, "3rd may 12")


@pytest.mark.parametrize(
    "typed",
    ["March 2004", "2004 March", "marzec 2004", "w marcu 2004", "مارچ 2004", "مارچ 2004 سے",
     "2004 میں", "Summer 2004", "latem 2004", "mid-March 2004", "end of 2004", "2004 or 2005",
     "Mar '04", "3 May", "5 years ago", "20 lat temu"],
)  # fmt: skip
def test_a_time_that_is_not_one_day_is_asked_about(typed: str) -> None:
    """A month and a year were offered as a comment, without a word about the day."""
    with pytest.raises(NotADay):
        day_typed(SINCE, typed)


@pytest.mark.parametrize(
    "typed", ["I moved here", "may be 3 years", "we moved in 2004", "always", "i", "the end"]
)
def test_other_words_are_no_day(typed: str) -> None:
    assert day_typed(SINCE, typed) is None
