"""Short sentences, whole tags, no pictures: what every message keeps to."""

from __future__ import annotations

import re
import unicodedata

import pytest
from words_in_code import fillings, messages

from content.words import Words

ENGLISH = Words()
KEYS = sorted(messages())
FOR_NO_RESIDENT = ("start-", "paper-")
MOST_WORDS = 25


def said(key: str) -> list[str]:
    return [ENGLISH.html(key, **values) for values in fillings(key, "Abbey")]


def sentences(text: str) -> list[str]:
    bare = re.sub(r"</?[a-z]+>", "", text)
    return re.split(r"[.?!:;]+(?:\s|$|\))|\n", bare)


def unbalanced(text: str) -> list[str]:
    """The tags of ``text`` that are left open, close nothing, or are not <b> or <i>."""
    stack: list[str] = []
    for tag in re.findall(r"<[^>]*>?", text):
        if tag in ("<b>", "<i>"):
            stack.append(tag)
        elif stack and tag == stack[-1].replace("<", "</"):
            stack.pop()
        else:
            return [tag]
    return stack


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<b>a</b> <i>b</i>", []),
        ("<b><i>a</i></b>", []),
        ("<b>a", ["<b>"]),
        ("a</b>", ["</b>"]),
        ("<b><i>a</b></i>", ["</b>"]),
        ("<u>a</u>", ["<u>"]),
    ],
)
def test_an_open_tag_would_be_noticed(text: str, left: list[str]) -> None:
    assert unbalanced(text) == left


@pytest.mark.parametrize("key", KEYS)
def test_no_tag_is_left_open(key: str) -> None:
    for text in said(key):
        assert unbalanced(text) == []


@pytest.mark.parametrize("key", [key for key in KEYS if not key.startswith(FOR_NO_RESIDENT)])
def test_no_sentence_has_more_than_twenty_five_words(key: str) -> None:
    for text in said(key):
        for sentence in sentences(text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


@pytest.mark.parametrize("key", KEYS)
def test_no_meaning_is_carried_by_a_picture(key: str) -> None:
    for text in said(key):
        pictures = [c for c in text if unicodedata.category(c) in ("So", "Sk") or c == "\ufe0f"]
        assert pictures == []


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("button-")])
def test_a_button_is_bare_words_on_one_line(key: str) -> None:
    for values in fillings(key, "Abbey"):
        assert not set("<>\n") & set(ENGLISH.plain(key, **values))


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("refusal-")])
def test_a_refusal_fits_into_the_answer_to_a_tap(key: str) -> None:
    for values in fillings(key, "A name of some length"):
        assert len(ENGLISH.plain(key, **values)) <= 200


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("command-")])
def test_a_command_is_described_in_one_short_line(key: str) -> None:
    assert 1 <= len(ENGLISH.plain(key)) <= 60
