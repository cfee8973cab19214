"""Words of danger with two neighbouring letters in the wrong order, each place once."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from content.safety_words import safety_weights, safety_words
from engagement.people.danger import lexicon_of
from engagement.people.danger_swapped import Swapped

LEXICON = lexicon_of(safety_words(), safety_weights())
FOLDER = Path(__file__).parents[1] / "data" / "safety"
MOST = 0.05
SHORT = {
    "en": [
        "he *hits* me",
        "my son *hits* me",
        "my wife *beats* me",
        "he *raped* me",
        "he *strangled* me",
        "my husband *hits* me every night",
        "he *punches* me",
        "he *kicks* me",
        "my dad *hurts* me",
        "i want to *die*",
        "my boyfriend is *hitting* me",
        "he is *beating* me",
        "i am being *hurt* at home",
        "he *choked* me",
        "she *slaps* me",
        "my partner *threatens* me",
        "my uncle *touches* me",
        "i want to *kill* myself",
        "he *stabbed* me",
        "he *attacked* me",
    ],
    "pl": [
        "maz mnie *bije*",
        "on mnie *zabije*",
        "chcę *umrzeć*",
        "chce sie *zabić*",
        "on mnie *zgwałcił*",
        "tata mnie *kopie*",
        "on mnie *dusi*",
        "mąż mnie *uderzył*",
    ],
    "ur": [
        "میرا شوہر مجھے *مارتا* ہے",
        "میں *مرنا* چاہتی ہوں",
        "وہ مجھے *مارے* گا",
        "میرا بھائی مجھے *پیٹتا* ہے",
    ],
}


def swapped(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def swapped_once(text: str) -> Iterator[str]:
    """The text with each two neighbouring letters of each word swapped, one pair at a time."""
    words = text.split()
    for place, word in enumerate(words):
        for other in swapped(word):
            yield " ".join([*words[:place], other, *words[place + 1 :]])


@pytest.mark.parametrize("language", SHORT)
def test_few_short_sentences_are_missed_for_two_letters_in_the_wrong_order(language: str) -> None:
    parts = [sentence.split("*") for sentence in SHORT[language]]
    typed = [f"{before}{other}{after}" for before, verb, after in parts for other in swapped(verb)]
    missed = [text for text in typed if not LEXICON.is_danger(text)]
    assert len(missed) <= MOST * len(typed), missed


@pytest.mark.parametrize("language", SHORT)
def test_hardly_a_harmless_sentence_becomes_danger_by_two_letters_swapped(language: str) -> None:
    lines = (FOLDER / f"{language}-tune.jsonl").read_text("utf-8").splitlines()
    told = [line["text"] for line in map(json.loads, lines) if not line["danger"]]
    typed = [other for text in told for other in swapped_once(text)]
    found = [text for text in typed if LEXICON.is_danger(text)]
    assert len(found) <= 0.01 * len(typed), found


@pytest.mark.parametrize(
    "text",
    [
        "a hist of the town",
        "the beast in the park",
        "htis road floods",
        "the trian is late",
        "brid boxes in the park please",
    ],
)
def test_a_word_that_is_no_danger_when_set_right_is_none(text: str) -> None:
    assert not LEXICON.is_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "A loan would tide us over till payday",
        "he has a lisp",
        "my son lisps",
        "he gave me a fist bump",
        "they signed me up without asking",
        "my husband doubts me",
        "my husband hosts me",
        "The boys kick the ball at my bald head",
        "syn zabija czas na konsoli",
        "dusze sie od spalin na tej ulicy",
        "Zmuszają nas do jeżdżenia autem bo brak autobusów",
        "میرا بچہ ذہین ہے لیکن سکول اچھا نہیں",
        "میری بیٹی جوان ہو گئی ہے، پڑھنا چاہتی ہے",
        "میرے شوہر کو امر ملا",
        "وہ امر ہو گیا",
    ],
)
def test_everyday_words_that_are_spelt_right_are_no_danger(text: str) -> None:
    """Each woke two people: "tide" was read as "tied", "ذہین" (clever) as "ذہنی" (mental)."""
    assert not LEXICON.is_danger(text)


def test_no_harmless_sentence_is_danger_only_because_of_a_word_with_two_letters_swapped() -> None:
    without = replace(LEXICON, swapped=Swapped())
    files = [*FOLDER.glob("*-tune.jsonl"), *FOLDER.glob("training/*.jsonl")]
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    harmless = [line["text"] for line in lines if not line["danger"]]
    swapped = [text for text in harmless if LEXICON.is_danger(text) and not without.is_danger(text)]
    assert len(harmless) > 1000
    assert swapped == []


def test_many_such_words_cost_no_more_than_a_few() -> None:
    assert not LEXICON.is_danger("htis hrut bruns " * 200 + "lamps")
