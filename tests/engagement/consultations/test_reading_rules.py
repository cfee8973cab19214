"""The rules of reading lists: order, the same words, languages, and when new texts appear."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.consultations.reading import (
    LARGEST_NUMBER,
    language_of,
    language_of_translation,
    may_appear,
    needs_translation,
    night_of,
    order_of,
    same_words,
)

LONDON = ZoneInfo("Europe/London")
NUMBERS = st.integers(min_value=1, max_value=LARGEST_NUMBER)


@given(st.sets(NUMBERS, min_size=2, max_size=50), st.integers(0, 2**63))
def test_every_text_has_a_place_of_its_own(numbers: set[int], reader: int) -> None:
    order = order_of(reader, "parks")
    assert len({order.place(n) for n in numbers}) == len(numbers)
    assert all(0 < order.place(n) <= LARGEST_NUMBER for n in numbers)


def test_two_readers_and_two_consultations_have_other_orders_that_stay() -> None:
    numbers = [*range(1, 200)]

    def read(reader: int, consultation: str) -> list[int]:
        return sorted(numbers, key=order_of(reader, consultation).place)

    assert read(1, "parks") == read(1, "parks")
    assert read(1, "parks") != read(2, "parks")
    assert read(1, "parks") != read(1, "lamps")
    assert read(1, "parks") != numbers


def test_a_new_text_appears_anywhere() -> None:
    """Not at the end, where anyone who looks twice would find it."""
    order, known = order_of(7, "parks"), [*range(1, 101)]
    places = {sorted([*known, new], key=order.place).index(new) for new in range(1_000, 1_200)}
    assert min(places) < 10
    assert max(places) > 90
    assert len(places) > 60


@pytest.mark.parametrize(
    ("people", "is_open", "appear"),
    [(0, True, False), (9, True, False), (10, True, True), (0, False, False), (1, False, True)],
)
def test_while_it_is_open_ten_peoples_texts_appear_together(
    people: int, is_open: bool, appear: bool
) -> None:
    assert may_appear(people, is_open=is_open) is appear


def test_texts_appear_between_two_and_five_in_the_night() -> None:
    def at(hour: int, minute: int = 0) -> datetime | None:
        return night_of(datetime(2022, 9, 6, hour, minute, tzinfo=LONDON))

    two = datetime(2022, 9, 6, 2, tzinfo=LONDON)
    assert [at(1, 59), at(2), at(4, 59), at(5), at(12)] == [None, two, two, None, None]


@pytest.mark.parametrize(
    "other",
    ["MORE lamps please", " More  lamps,\nplease! ", "More lamps, please.", "“More lamps, please”"],
)
def test_capitals_spaces_and_punctuation_make_no_other_words(other: str) -> None:
    assert same_words(other) == same_words("More lamps, please")


@pytest.mark.parametrize("other", ["More lamp, please", "More lamps", "Please, more lamps", "👍"])
def test_other_words_are_others(other: str) -> None:
    assert same_words(other) != same_words("More lamps, please")


def test_signs_alone_are_told_apart() -> None:
    assert same_words("👍") != same_words("👎")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("More lamps, please", "en"),
        ("ok", "en"),
        ("👍", "en"),
        ("I'm from Łódź and we need more lamps in the street", "en"),
        ("Potrzebujemy więcej światła na ulicy", "pl"),
        ("wiecej lamp prosze", "pl"),
        ("ہمیں گلی میں زیادہ روشنی چاہیے", "ur"),
        ("نحن بحاجة إلى المزيد من الضوء في الشارع", "ar"),
        ("Нам нужно больше света", "ru"),
        ("Нам потрібно більше світла", "uk"),
        ("ਸਾਨੂੰ ਹੋਰ ਰੋਸ਼ਨੀ ਚਾਹੀਦੀ ਹੈ", "pa"),
        ("Please write to me in Urdu: شکریہ", "en"),
    ],
)
def test_a_language_is_known_by_its_letters_and_commonest_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("known", "translated", "needs"),
    [
        ({"en"}, [], True),
        ({"en"}, ["pl"], True),
        ({"en"}, ["en"], False),
        ({"en", "ur"}, [], False),
        ({"pl"}, ["en", "pl"], False),
    ],
)
def test_a_text_in_urdu_needs_a_translation_that_its_reader_can_read(
    known: set[str], translated: list[str], needs: bool
) -> None:
    assert needs_translation("ur", known, translated) is needs


@pytest.mark.parametrize(
    ("words", "text", "asked", "language"),
    [
        ("Ławka numer 8", "en", None, "pl"),  # a Polish version of an English text
        ("Lawka 8", "en", "pl", "pl"),
        ("Hal shabaq", "en", None, "other"),
        ("We need more light", "ur", "en", "en"),
        ("Hal shabaq", "pl", "en", "en"),
    ],
)
def test_a_translation_is_in_the_language_it_is_written_in(
    words: str, text: str, asked: str | None, language: str
) -> None:
    assert language_of_translation(words, text, asked) == language
