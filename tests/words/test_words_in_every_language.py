"""Every language says all that English says, with the same values, in forms and tags of its own."""

from __future__ import annotations

import re
import unicodedata

import pytest
from words_by_language import (
    LANGUAGES,
    SAID_AS_IN_ENGLISH,
    TRANSLATED,
    english_left,
    form_faults,
    keys,
    one,
    plural_forms,
    sentences,
    tags,
    unbalanced,
    unmarked,
    value_faults,
    ways,
)
from words_in_code import messages, unread

from content.words import RIGHT_TO_LEFT, Words

SPOKEN = Words()
LONG_WARD = "Booker, Cressex and Castlefield"
MOST_WORDS = 25
FOR_NO_RESIDENT = ("start-", "paper-")


def said(language: str, key: str, plain: str = "Abbey") -> list[str]:
    return [SPOKEN.html(key, language, **values) for values in ways(key, language, plain)]


def only_faults(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """What there is to mend, by key: all of a language at once."""
    return {key: faults for key, faults in found.items() if faults}


# The same sentences


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_line_can_be_read(language: str) -> None:
    assert unread(language) == ()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_there_and_no_other(language: str) -> None:
    theirs, ours = set(messages(language)), set(messages())
    assert (sorted(ours - theirs), sorted(theirs - ours)) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_sentences_stand_in_the_order_of_english(language: str) -> None:
    assert [key for key in messages(language) if key in messages()] == keys(language)


# The same values


@pytest.mark.parametrize(
    ("other", "faults"),
    [
        ("k = Do { $n } osób: { $ward }", []),
        (
            "k = Do { $n } osób",
            ["shows ward in one language only", "wants ward in one language only"],
        ),
        ("k = { $n ->\n *[other] Osoby\n } { $ward }", ["shows n in one language only"]),
        (
            "k = { $n } { $ward } { $who }",
            ["shows who in one language only", "wants who in one language only"],
        ),
    ],
)
def test_a_value_lost_or_made_up_would_be_noticed(other: str, faults: list[str]) -> None:
    assert value_faults(one("k = To { $n } people: { $ward }"), one(other)) == faults


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_has_the_values_it_has_in_english(language: str) -> None:
    theirs, ours = messages(language), messages()
    found = {key: value_faults(ours[key], theirs[key]) for key in keys(language)}
    assert only_faults(found) == {}


# Forms of its own


POLISH = "[one] a\n [few] b\n [many] c\n *[other] d\n"


@pytest.mark.parametrize(
    ("other", "faults"),
    [
        (f"k = {{ $n ->\n {POLISH} }}", []),
        ("k = { $n ->\n [one] a\n *[other] b\n }", ["n has the forms ['one', 'other']"]),
        (f"k = {{ $n ->\n [two] e\n {POLISH} }}",
         ["n has the forms ['few', 'many', 'one', 'other', 'two']"]),
        (f"k = {{ $n ->\n [0] e\n {POLISH} }}", ["n has the numbers ['0']"]),
        (
            f"k = {{ $n ->\n {POLISH.replace('*[other]', '[other]').replace('[few]', '*[few]')} }}",
            ["n falls back to few"],
        ),
        ("k = { $n ->\n [open] a\n *[closed] b\n }",
         ["n has the variants [(frozenset({'closed', 'open'}), 'closed')]"]),
    ],
)  # fmt: skip
def test_a_form_lost_or_made_up_would_be_noticed(other: str, faults: list[str]) -> None:
    english = one("k = { $n ->\n [one] x\n *[other] y\n }")
    told = [fault.replace("{'open', 'closed'}", "{'closed', 'open'}") for fault in
            form_faults(english, one(other), "pl")]  # fmt: skip
    assert told == faults


@pytest.mark.parametrize(
    "other",
    [
        "k = { $state ->\n *[closed] b\n }",
        "k = { $state ->\n *[open] a\n [closed] b\n }",
        "k = { $state ->\n [otwarte] a\n *[closed] b\n }",
        f"k = {{ $state ->\n {POLISH} }}",
        "k = { $state }",
    ],
)
def test_a_choice_that_differs_from_english_would_be_noticed(other: str) -> None:
    english = one("k = { $state ->\n [open] x\n *[closed] y\n }")
    assert form_faults(english, one(other), "pl")


def test_polish_has_four_forms_and_urdu_two() -> None:
    assert plural_forms("pl") == {"one", "few", "many", "other"}
    assert plural_forms("ur") == plural_forms("en") == {"one", "other"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_every_form_of_its_language(language: str) -> None:
    theirs, ours = messages(language), messages()
    found = {key: form_faults(ours[key], theirs[key], language) for key in keys(language)}
    assert only_faults(found) == {}


# No English left


@pytest.mark.parametrize(
    ("english", "other", "left"),
    [
        ("Your ward", "Twój okręg", []),
        ("Your ward", "Your ward", ["Your ward"]),
        ("{ $n } ward", "{ $n } ward", ["ward"]),
        ("See the plan", "Zobacz the plan", ["Zobacz the plan"]),
        ("Tap { $n ->\n [one] ward\n *[other] wards\n }",
         "Dotknij { $n ->\n [one] ward\n *[other] okręgów\n }", ["ward"]),
        ("\n  Questions\n  /news: news", "\n  Pytania\n  /news: news", [": news"]),
        ("<b>{ $title }</b> · { $day }", "<b>{ $title }</b> · { $day }", []),
        ("/language: { $languages }", "/language: { $languages }", []),
        ("Excel", "Excel", []),
    ],
)  # fmt: skip
def test_english_left_in_would_be_noticed(english: str, other: str, left: list[str]) -> None:
    assert english_left(one(f"k = {english}"), one(f"k = {other}")) == left


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_line_is_left_in_english(language: str) -> None:
    theirs, ours = messages(language), messages()
    found = {key: english_left(ours[key], theirs[key]) for key in keys(language)}
    assert set(only_faults(found)) <= set(SAID_AS_IN_ENGLISH), only_faults(found)


def test_what_may_stay_english_is_there() -> None:
    assert set(SAID_AS_IN_ENGLISH) <= set(messages())


# How it comes out


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<b>a</b> <i>b</i>", []),
        ("<b><i>a</i></b>", []),
        ("<code>a</code>", []),
        ("<b>a", ["<b>"]),
        ("a</b>", ["</b>"]),
        ("<b><i>a</b></i>", ["</b>"]),
        ("<u>a</u>", ["<u>"]),
    ],
)
def test_an_open_tag_would_be_noticed(text: str, left: list[str]) -> None:
    assert unbalanced(text) == left


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_whole_tags_and_those_of_english(language: str) -> None:
    for key in keys(language):
        texts = said(language, key)
        assert [tag for text in texts for tag in unbalanced(text)] == [], key
        assert {tags(text) for text in texts} == {tags(text) for text in said("en", key)}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_through_a_sentence_can_be_said(language: str) -> None:
    for key in keys(language):
        for text in said(language, key, LONG_WARD):
            assert text.strip(), key
            assert not set("{}$") & set(text), text
            assert "  " not in text, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_more_than_twenty_five_words(language: str) -> None:
    for key in keys(language):
        if not key.startswith(FOR_NO_RESIDENT):
            for text in said(language, key):
                assert all(len(one.split()) <= MOST_WORDS for one in sentences(text)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_meaning_is_carried_by_a_picture(language: str) -> None:
    for key in keys(language):
        for text in said(language, key):
            if key == "button-chosen":
                # The tick has its word behind it.
                assert re.search(r"✓ \w+:", text), text
                continue
            pictures = [c for c in text if unicodedata.category(c) in ("So", "Sk") or c == "\ufe0f"]
            assert pictures == [], text


# From the right


def test_a_language_from_the_right_that_is_not_set_so_would_be_noticed() -> None:
    assert unmarked(("en", "pl", "ar")) == ["ar"]
    assert unmarked(("en", "pl", "ur")) == []


def test_languages_from_the_right_are_set_from_the_right() -> None:
    assert unmarked(LANGUAGES) == []


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT & set(TRANSLATED)))
def test_a_latin_name_is_kept_apart_in_chat_and_bare_on_a_button(language: str) -> None:
    isolated = 0
    for key in sorted({*keys(language)} - {"plain"}):
        for values in ways(key, language, "Abbey"):
            text = SPOKEN.html(key, language, **values)
            for found in re.finditer("Abbey", text):
                before = text[: found.start()]
                opened = before.count("\u2068") + before.count("\u2066")
                assert opened > before.count("\u2069"), text
                isolated += 1
            label = SPOKEN.plain(key, language, **values)
            assert not set("\u2066\u2067\u2068\u2069") & set(label), key
    assert isolated > 100
