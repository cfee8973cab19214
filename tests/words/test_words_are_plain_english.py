"""English as a neighbour writes it: no word of an office where a plain one will do."""

from __future__ import annotations

import pytest
from plain_words import PLAINER, hard_words
from words_by_language import sentences, ways
from words_in_code import each_family, messages

from content.words import Words

ENGLISH = Words()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Use it before Friday.", []),
        ("Utilise it prior to Friday.", ["prior to: before", "utilise: use"]),
        ("Assistance is here.", ["assistance: help"]),
        ("We are facilitating, and engage with stakeholders.",
         ["engage: talk to, ask", "facilitating: help", "stakeholders: people, partners"]),
        ("Write to us regarding it, in order to help.", ["in order to: to", "regarding: about"]),
        ("Trivia and a deviation", []),
        ("Parks, e.g. Abbey", ["e.g.: for example"]),
        ("Ticking ceaselessly", ["ceaselessly: stop"]),
    ],
)  # fmt: skip
def test_an_offices_word_would_be_noticed(text: str, found: list[str]) -> None:
    assert sorted(hard_words(text)) == found


@pytest.mark.parametrize("entry", PLAINER)
def test_what_is_said_instead_is_plain_itself(entry: str) -> None:
    assert hard_words(PLAINER[entry]) == []


def test_the_words_to_avoid_stand_in_order() -> None:
    assert list(PLAINER) == sorted(PLAINER)


@each_family(messages())
def test_no_office_speaks_in_a_sentence(keys: list[str]) -> None:
    for key in keys:
        for values in ways(key, "en", "Abbey"):
            assert hard_words(ENGLISH.html(key, **values)) == [], key


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("One two three. Four five?", 3),
        ("<b>One two.</b> Three four five six", 4),
        ("ایک دو تین۔ چار", 3),
        ("One\ntwo three", 2),
        ("Twelve 12.5 miles", 3),
    ],
)
def test_the_words_of_a_sentence_are_counted(text: str, longest: int) -> None:
    assert max(len(sentence.split()) for sentence in sentences(text)) == longest
