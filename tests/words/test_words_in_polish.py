"""Polish bends nearly every word: it keeps off forms that what is filled in cannot take."""

from __future__ import annotations

import re

import pytest
from words_by_language import keys, ways

from content.words import Words

SPOKEN = Words()
DAYS = ("closes", "opens", "hear", "day")
A_DAY = "30 września (piątek)"
# Forms that tell whether the reader is a man or a woman, and the distance of an office.
BY_GENDER = re.compile(
    r"\b(?:\w+ł[ea]?(?:ś|m|byś|bym)|[Pp]owin(?:ieneś|naś)|pewien|pewna|gotów|gotowa"
    r"|Pan|Pana|Panu|Pani|Panią|Państwo|Państwa|Państwu)\b"
)
# A day comes in the form it has as a subject; these ask for another one.
BEFORE_A_DAY = re.compile(
    rf"\b(?:do|od|w|we|z|ze|na|po|przed|dnia|około)\s+{re.escape(A_DAY)}", re.IGNORECASE
)


def said(key: str) -> list[str]:
    return [
        SPOKEN.html(key, "pl", **{n: A_DAY if n in DAYS else v for n, v in values.items()})
        for values in ways(key, "pl", "Abbey")
    ]


@pytest.mark.parametrize(
    "text",
    ["Odpowiedziałeś już.", "Odpowiedziałaś już.", "Czy chciałbyś?", "Powinnaś", "Prosimy Panią"],
)
def test_a_form_by_gender_would_be_noticed(text: str) -> None:
    assert BY_GENDER.search(text)


@pytest.mark.parametrize("text", ["Panel", "Odpowiedzi są zapisane", "Panama", "Masz odpowiedź"])
def test_a_form_without_gender_is_let_be(text: str) -> None:
    assert not BY_GENDER.search(text)


def test_polish_leaves_open_whether_a_reader_is_a_man_or_a_woman() -> None:
    assert [text for key in keys("pl") for text in said(key) if BY_GENDER.search(text)] == []


def test_a_day_after_a_preposition_would_be_noticed() -> None:
    assert BEFORE_A_DAY.search(f"Otwarte do {A_DAY}")
    assert not BEFORE_A_DAY.search(f"Ostatni dzień: {A_DAY}")


def test_no_day_stands_where_polish_would_bend_it() -> None:
    assert [text for key in keys("pl") for text in said(key) if BEFORE_A_DAY.search(text)] == []
