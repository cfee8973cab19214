"""Numbers, days and lists as each language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from words_by_language import LANGUAGES

from content.words import Words, counted, day, full_date, listed

SPOKEN = Words()


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 7, "7"),
        ("en", 1234, "1,234"),
        ("en", 1234567, "1,234,567"),
        ("pl", 7, "7"),
        ("pl", 1234, "1\u00a0234"),
        ("pl", 1234567, "1\u00a0234\u00a0567"),
        ("ur", 7, "7"),
        ("ur", 1234, "1,234"),
        ("ur", 1234567, "1,234,567"),
    ],
)
def test_a_number_is_written_as_its_language_does(language: str, number: int, said: str) -> None:
    assert counted(number, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_written_so_inside_a_sentence(language: str) -> None:
    written = counted(1234, language)
    assert written in SPOKEN.html("results-about", language, people=1234)
    assert set("0123456789") >= {c for c in written if c.isdigit()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_and_a_receipt_stay_as_they_are(language: str) -> None:
    assert "2023" in SPOKEN.plain("ward-boundaries", language, vintage="2023")
    assert "K7Q-4MD" in SPOKEN.plain("receipt-code", language, receipt="K7Q-4MD")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 pytań"),
        (1, "1 pytanie"),
        (2, "2 pytania"),
        (5, "5 pytań"),
        (12, "12 pytań"),
        (22, "22 pytania"),
        (25, "25 pytań"),
        (112, "112 pytań"),
        (1234, "1\u00a0234 pytania"),
    ],
)
def test_polish_counts_as_polish_does(number: int, said: str) -> None:
    text = SPOKEN.plain(
        "joined-one", "pl", title="Lampy", questions=number, minutes=2, closes="x", hear="y"
    )
    assert text.split("\n")[1].startswith(f"{said}, około 2 minut.")


@pytest.mark.parametrize(
    ("language", "moment", "said"),
    [
        ("en", date(2022, 9, 30), "Friday 30 September"),
        ("en", date(2023, 5, 1), "Monday 1 May"),
        ("pl", date(2022, 9, 30), "30 września (piątek)"),
        ("pl", date(2023, 5, 1), "1 maja (poniedziałek)"),
        ("pl", datetime(2022, 11, 2, 9, 0, tzinfo=UTC), "2 listopada (środa)"),
        ("ur", date(2022, 9, 30), "جمعہ، 30 ستمبر"),
        ("ur", date(2023, 5, 1), "پیر، 1 مئی"),
    ],
)
def test_a_day_is_told_as_its_language_does(language: str, moment: date, said: str) -> None:
    assert day(moment, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Friday 30 September 2022"),
        ("pl", "30 września 2022 (piątek)"),
        ("ur", "جمعہ، 30 ستمبر 2022"),
    ],
)
def test_a_day_of_another_year_is_told_with_it(language: str, said: str) -> None:
    assert day(date(2022, 9, 30), language, with_year=True) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "30 September 2022"), ("pl", "30 września 2022"), ("ur", "30 ستمبر 2022")],
)
def test_a_date_with_its_year_too(language: str, said: str) -> None:
    assert full_date(date(2022, 9, 30), language) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["Abbey"], "Abbey"),
        (["Abbey", "Chesham"], "Abbey i Chesham"),
        (["Abbey", "Chesham", "West Wycombe"], "Abbey, Chesham i West Wycombe"),
        ([], ""),
    ],
)
def test_polish_lists_as_polish_does(items: Iterable[str], said: str) -> None:
    assert listed(items, "pl") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_day_is_of_its_language(language: str) -> None:
    months = {day(date(2022, month, 1), language) for month in range(1, 13)}
    assert len(months) == 12
    if language != "en":
        assert not months & {day(date(2022, month, 1)) for month in range(1, 13)}
