"""How a sentence is filled in: escaped for Telegram, bare for a button, never with a gap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from words_in_code import each_family, fillings, messages, wanted

from content.words import Html, MissingWords, Words, day, escape, listed

ENGLISH = Words()
KEYS = sorted(messages())
WITH_VALUES = [key for key in KEYS if wanted(key)]


@pytest.fixture
def with_urdu(tmp_path: Path) -> Words:
    english = "hello = Hello { $name }\nleft = Only in English\n"
    (tmp_path / "en.ftl").write_text(english, encoding="utf-8")
    (tmp_path / "ur.ftl").write_text("hello = سلام { $name }\n", encoding="utf-8")
    return Words(tmp_path)


# HTML


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Smith & Sons", "Smith &amp; Sons"),
        ("<b>West</b>", "&lt;b&gt;West&lt;/b&gt;"),
        ("&amp;", "&amp;amp;"),
        ('the "old" mill', 'the "old" mill'),
        (Html("<i>Abbey</i>"), "<i>Abbey</i>"),
    ],
)
def test_a_value_is_escaped_unless_it_is_html_already(value: str, said: str) -> None:
    assert ENGLISH.html("ward-poster", ward=value).endswith(f"<b>{said}</b>.")


def test_what_html_gives_is_not_escaped_a_second_time() -> None:
    once = ENGLISH.html("plain", text="A & B")
    assert ENGLISH.html("plain", text=once) == "A &amp; B"


@given(st.text())
def test_escaped_text_holds_no_tag(text: str) -> None:
    assert not set("<>") & set(escape(text))


def test_the_sentences_own_tags_stay() -> None:
    assert ENGLISH.html("joined-again", ward="Abbey").startswith("<b>Welcome back.</b>")


@each_family(WITH_VALUES)
def test_no_sentence_lets_a_residents_tags_through(keys: list[str]) -> None:
    for key in keys:
        for values in fillings(key, "<u>x</u>"):
            assert "<u>" not in ENGLISH.html(key, **values), key


# Plain


def test_a_button_is_not_escaped() -> None:
    assert ENGLISH.plain("plain", text="Smith & Sons") == "Smith & Sons"


def test_a_button_in_urdu_has_no_isolation_marks(with_urdu: Words) -> None:
    assert with_urdu.plain("hello", "ur", name="Amina") == "سلام Amina"


def test_a_message_in_urdu_keeps_a_latin_name_in_its_place(with_urdu: Words) -> None:
    assert with_urdu.html("hello", "ur", name="Amina") == "سلام \u2068Amina\u2069"


@each_family(KEYS)
def test_english_needs_no_isolation_marks(keys: list[str]) -> None:
    for key in keys:
        for values in fillings(key, "Abbey"):
            assert not set("\u2066\u2067\u2068\u2069") & set(ENGLISH.html(key, **values)), key


# Gaps


@each_family(WITH_VALUES)
def test_a_sentence_without_its_values_is_never_said(keys: list[str]) -> None:
    for key in keys:
        with pytest.raises(MissingWords, match=key):
            ENGLISH.html(key)
        with pytest.raises(MissingWords, match=key):
            ENGLISH.plain(key)


def test_a_key_nobody_wrote_is_missing() -> None:
    with pytest.raises(MissingWords, match="no-such-sentence"):
        ENGLISH.plain("no-such-sentence")


def test_english_stands_in_for_a_sentence_that_is_not_translated(with_urdu: Words) -> None:
    assert with_urdu.plain("left", "ur") == "Only in English"


def test_english_stands_in_for_a_language_we_do_not_speak() -> None:
    assert ENGLISH.plain("button-yes", "cy") == "Yes"


def test_the_languages_are_told_in_order(with_urdu: Words) -> None:
    assert with_urdu.languages == ("en", "ur")


# Days and lists


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (date(2022, 9, 30), "Friday 30 September"),
        (datetime(2022, 11, 1, 9, 0, tzinfo=UTC), "Tuesday 1 November"),
    ],
)
def test_a_day_is_told_as_people_say_it(moment: date, said: str) -> None:
    assert day(moment) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["Abbey"], "Abbey"),
        (["Abbey", "Chesham"], "Abbey and Chesham"),
        (["Abbey", "Chesham", "West Wycombe"], "Abbey, Chesham and West Wycombe"),
        ([], ""),
    ],
)
def test_items_are_listed_as_a_sentence_lists_them(items: Iterable[str], said: str) -> None:
    assert listed(items) == said


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
@pytest.mark.parametrize("letters", [2_000, 2_001, 2_500, 2_501, 20_000])
def test_a_persons_text_is_said_whole_whatever_its_length(language: str, letters: int) -> None:
    """Fluent alone refuses more than 2,500 characters."""
    text = "&" * letters
    said = Words().html("complaint-words", language, text=text)
    assert said.count("&amp;") == letters
    assert "\ue000" not in said
