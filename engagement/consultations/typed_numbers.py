"""Numbers as people type them, in our languages and digits: "1)", "#2", "option 1", "1 i 3"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from content.typed_words import keyed
from engagement.consultations.spelt_numbers import spelt_out

_WORDS = (
    ("zero", "nought", "صفر"),
    ("one", "jeden", "jedna", "jedno", "ایک"),
    ("two", "dwa", "dwie", "دو"),
    ("three", "trzy", "تین"),
    ("four", "cztery", "چار"),
    ("five", "pięć", "piec", "پانچ"),
    ("six", "sześć", "szesc", "چھ", "چھے"),
    ("seven", "siedem", "سات"),
    ("eight", "osiem", "آٹھ"),
    ("nine", "dziewięć", "dziewiec", "نو"),
    ("ten", "dziesięć", "dziesiec", "دس"),
    ("eleven", "jedenaście", "jedenascie", "گیارہ"),
    ("twelve", "dwanaście", "dwanascie", "بارہ"),
)
_PLACES = (
    (),
    ("first", "1st", "pierwszy", "pierwsza", "pierwsze", "پہلا", "پہلی", "پہلے"),
    ("second", "2nd", "drugi", "druga", "drugie", "دوسرا", "دوسری", "دوسرے"),
    ("third", "3rd", "trzeci", "trzecia", "trzecie", "تیسرا", "تیسری", "تیسرے"),
    ("fourth", "4th", "czwarty", "czwarta", "czwarte", "چوتھا", "چوتھی", "چوتھے"),
    ("fifth", "5th", "piąty", "piąta", "piąte", "پانچواں", "پانچویں"),
    ("sixth", "6th", "szósty", "szósta", "szóste", "چھٹا", "چھٹی"),
    ("seventh", "7th", "siódmy", "siódma", "siódme", "ساتواں", "ساتویں"),
    ("eighth", "8th", "ósmy", "ósma", "ósme", "آٹھواں", "آٹھویں"),
    ("ninth", "9th", "dziewiąty", "dziewiąta", "dziewiąte", "نواں", "نویں"),
    ("tenth", "10th", "dziesiąty", "dziesiąta", "dziesiąte", "دسواں", "دسویں"),
)
_VALUES: Mapping[str, int] = {keyed(word): n for n, words in enumerate(_WORDS) for word in words}
_ORDER: Mapping[str, int] = {keyed(word): n for n, words in enumerate(_PLACES) for word in words}
_AROUND = frozenset(map(keyed, {
    "option", "options", "number", "numbers", "num", "no", "nr", "answer", "answers", "choice",
    "choose", "choosing", "pick", "my", "is", "the", "i", "it's", "its", "think", "and", "please",
    "pls", "plz", "thanks", "just", "only", "both",
    "opcja", "opcje", "opcję", "opcji", "numer", "numery", "odpowiedź", "odpowiedzi", "wybieram",
    "proszę", "prosze", "oraz", "tylko",
    "آپشن", "نمبر", "جواب", "میرا", "ہے", "اور", "و", "پلیز", "صرف",
}))  # fmt: skip
"""Words that people put around or between numbers."""
_MARKS = re.compile(r"[#()\[\]{},;:&+'’\"“”!?*_•·،؛۔.…/|-]")
_FRACTION = re.compile(r"\d ?[.٫] ?\d|\d *[-–—] *\d|(?<!\w)[-−]\d|\d *[/⁄] *\d")
"""A decimal, a range, a number below nought, a fraction: none of these is a list."""
_NO_NUMBER = re.compile(r"\bno\b(?![.\s]*\d)")
_KEYCAP = re.compile("(\\d)\ufe0f?\u20e3")
_OUT_OF = re.compile(r"\W*(\d{1,2})\s*(?:/|out of|of|na|z)\s*(\d{1,2})\W*")
_WITH_WORDS = re.compile(r"\W*(\d{1,2})\b\W*(.*\S)\s*", re.DOTALL)


def _plain(text: str) -> str:
    """In small letters, with the digits 0 to 9, and without emoji."""
    text = _KEYCAP.sub(r" \1 ", text.replace("\U0001f51f", " 10 "))
    text = unicodedata.normalize("NFKC", text).casefold()
    signs = (str(unicodedata.digit(s)) if s.isdigit() else s for s in text)
    return "".join(s for s in signs if unicodedata.category(s) not in ("So", "Sk", "Cf", "Mn"))


def numbers_in(text: str, *, in_order: bool = True) -> tuple[int, ...]:
    """The numbers of a message that says nothing but numbers; empty for any other message.

    ``in_order`` lets "the first" be 1, and "3 second, 2 first" be 2 and 3. Where it isn't clear
    what is meant ("first 3"), it is empty too: see ``order_is_unclear``.
    """
    read = _read(text)
    if not in_order and any(is_place for _, is_place in read):
        return ()
    kinds = {is_place for _, is_place in read}
    return _in_places(read) if len(kinds) > 1 else tuple(number for number, _ in read)


def order_is_unclear(text: str) -> bool:
    """Whether a message says nothing but numbers and places, and isn't clear: "first 3" may be the
    third option, or three options."""
    return bool(_read(text)) and not numbers_in(text)


def is_number(text: str) -> bool:
    """Whether a message says nothing but numbers and places, clear or not, or is one number in
    words."""
    return bool(_read(text)) or spelt_out(text) is not None


def _read(text: str) -> tuple[tuple[int, bool], ...]:
    """Each number of a message of nothing but numbers, and whether it is a place ("second")."""
    plain = _plain(text)
    if _FRACTION.search(plain) or _NO_NUMBER.search(plain):
        return ()
    words = _MARKS.sub(" ", plain).split()
    if len(words) > 1 and words[-1] == "one" and words[-2] in _ORDER:
        words.pop()  # "the first one"
    found = []
    for word in words:
        if word.isdecimal() and len(word) <= 3:
            found.append((int(word), False))
        elif keyed(word) in _VALUES:
            found.append((_VALUES[keyed(word)], False))
        elif keyed(word) in _ORDER:
            found.append((_ORDER[keyed(word)], True))
        elif keyed(word) not in _AROUND:
            return ()
    return tuple(found)


def _in_places(read: Sequence[tuple[int, bool]]) -> tuple[int, ...]:
    """The numbers by the places that stand with them, from the first on; empty where one has none,
    or where a single place comes first."""
    pairs = [*zip(read[::2], read[1::2], strict=False)]
    number_first = [is_place for _, is_place in read] == [False, True] * len(pairs)
    place_first = [is_place for _, is_place in read] == [True, False] * len(pairs)
    if not number_first and not (place_first and len(pairs) > 1):
        return ()
    by_place = (
        {two[0]: one[0] for one, two in pairs}
        if number_first
        else {one[0]: two[0] for one, two in pairs}
    )
    places = range(1, len(pairs) + 1)
    return tuple(by_place[n] for n in places) if {*by_place} == {*places} else ()


def is_fraction(text: str) -> bool:
    """Whether a text holds a decimal, a range, a number below nought or a fraction."""
    return _FRACTION.search(_plain(text)) is not None


def has_only_digits(text: str) -> bool:
    """Whether a message has digits and no words: "3.5", "1-9", a telephone number."""
    plain = _plain(text)
    return any(s.isdecimal() for s in plain) and not any(s.isalpha() for s in plain)


def out_of(text: str, highest: int) -> int | None:
    """4 for "4/5" or "4 out of 5" on a scale up to 5; None for anything else."""
    found = _OUT_OF.fullmatch(_plain(text))
    return int(found[1]) if found and int(found[2]) == highest else None


def number_and_words(text: str) -> tuple[int, str] | None:
    """A number and the words after it: (2, "More lamps") for "2. More lamps"."""
    found = _WITH_WORDS.fullmatch(_plain(text))
    return (int(found[1]), found[2]) if found else None


def first_number(text: str) -> tuple[int, bool] | None:
    """The number that a label of several words begins with, and whether it is in words: (2, True)
    for "Two benches", (3, False) for "3 or more"."""
    in_digits = number_and_words(text)
    if in_digits is not None:
        return in_digits[0], False
    first, *more = text.split() or [""]
    number = _VALUES.get(keyed(first))
    return (number, True) if more and number is not None else None


def has_digits(text: str) -> bool:
    """Whether a text has a digit in it, of any kind."""
    return any(sign.isdecimal() for sign in _plain(text))
