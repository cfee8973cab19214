"""Which answer of a quick poll typed words are: their own words, then what a number may be."""

import pytest

from bot.views.polls import as_question
from engagement.consultations.typed_poll_answers import poll_answer
from engagement.errors import NotAChoice

BENCHES = ("No bench", "1 bench", "2 benches", "3 benches")
MAY = ("3 May", "10 May", "17 May")
DAYS = ("Saturday", "Sunday", "Neither")
LONG = ("In the big hall beside the old church by the shops", "2 pm")


def read(answers, text, **how):
    number = poll_answer(as_question("?", answers), text, "en", **{"numbered": False, **how})
    return None if number is None else answers[number - 1]


@pytest.mark.parametrize(
    ("answers", "text", "meant"),
    [
        (BENCHES, "2", "2 benches"),
        (BENCHES, "two", "2 benches"),
        (BENCHES, "4", None),
        (MAY, "10", "10 May"),
        (MAY, "1", None),
        (MAY, "3rd May", "3 May"),
        (("10am", "2pm"), "10 am", "10am"),
        (("£2", "£3", "£1"), "1", "£1"),
        (("One bench", "No one"), "1", "One bench"),
        (("1 to 5", "6 to 10"), "3", None),
        (DAYS, "2", "Sunday"),
        (DAYS, "the second one", "Sunday"),
        (DAYS, "4", None),
    ],
)
def test_a_number_is_what_an_answer_says_and_else_a_place(answers, text, meant):
    assert read(answers, text) == meant


@pytest.mark.parametrize(
    ("answers", "text"),
    [(("Before 10", "After 10"), "10"), (BENCHES, "the second one"), (("10am", "10pm"), "10")],
)
def test_a_number_that_may_be_several_answers_is_none(answers, text):
    with pytest.raises(NotAChoice):
        read(answers, text)


def test_numbers_that_are_shown_count_unless_another_answer_begins_so():
    assert read(LONG, "1", numbered=True) == LONG[0]
    assert read(LONG, "2", numbered=True) == LONG[1]
    with pytest.raises(NotAChoice):
        read((LONG[1], LONG[0]), "2", numbered=True)


def test_a_number_is_no_place_where_the_answers_are_behind_a_button():
    assert read(DAYS, "2", listed=False) is None
    assert read(DAYS, "sunday", listed=False) == "Sunday"
