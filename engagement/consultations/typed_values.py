"""Whole numbers and days as people type them, and the bands in which they are counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TypeVar

from babel.dates import get_day_names, get_month_names

from content.schema.question import Days, Number
from content.typed_words import keyed
from engagement.consultations.refusals import NoSuchDay, NotADay, NotAWholeNumber, OutOfRange
from engagement.consultations.spelt_numbers import (
    ARTICLES,
    spelt_out,
    without_unit,
    without_unit_signs,
)
from engagement.consultations.typed_numbers import is_fraction, numbers_in

LANGUAGES = ("en", "pl", "ur")
_THOUSANDS = re.compile(r"(?<=\d)[ ,٬\u00a0\u202f](?=\d{3}(\D|$))")
_POINT_NOUGHT = re.compile(r"(?<=\d)[.,٫]0{1,2}(?!\d)")
_BETWEEN = r"[\s./,،-]+"
_DAY = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?{_BETWEEN}(?:of )?(\w+?){_BETWEEN}(\d{{4}})\s?(?:r|roku|ء)?"
)
_MONTH_FIRST = re.compile(rf"([^\W\d]+){_BETWEEN}(\d{{1,2}})(?:st|nd|rd|th)?{_BETWEEN}(\d{{4}})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT_YEAR = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?{_BETWEEN}(\w+){_BETWEEN}['’]?\d{{2}}")
_SMALL_DIGIT = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]")
"""Digits above or below the line: a power, or a note."""
_SINCE = re.compile(
    r"(?:(?:since|from|on|about|around|od|dnia|z|ok|około)\.?\s+)?(?P<day>.+?)(?:\s+(?:سے|کو))?"
)
"""What people write around a day."""
_TIMES = re.compile(r"\d+|[^\W\d]+")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ALSO_MONTHS = {"sept": 9, "جولائ": 7} | {
    name: number
    for number, name in enumerate(
        ("styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu", "sierpniu",
         "wrześniu", "październiku", "listopadzie", "grudniu"), start=1)
}  # fmt: skip
_SEASONS = (
    "spring", "summer", "autumn", "winter", "easter", "christmas",
    "wiosna", "wiosną", "wiosny", "lato", "latem", "lata", "jesień", "jesienią", "jesieni",
    "zima", "zimą", "zimy", "بہار", "گرمی", "گرمیوں", "گرمیاں", "خزاں", "سردی", "سردیوں", "سردیاں",
)  # fmt: skip
_ROUND_A_MONTH = (
    "in", "the", "of", "or", "and", "to", "since", "from", "about", "around", "early", "late",
    "mid", "middle", "beginning", "start", "end", "month", "year", "years", "months", "weeks",
    "days", "ago", "w", "we", "na", "o", "od", "do", "z", "ze", "ok", "około", "lub", "i", "albo",
    "początek", "początku", "połowa", "połowie", "koniec", "końcu", "r", "rok", "roku", "lat",
    "miesięcy", "miesiące", "tygodni", "tygodnie", "dni", "temu", "میں", "سے", "کے", "کی", "یا",
    "اور", "شروع", "آخر", "تقریبا", "سال", "ماہ", "مہینے", "ہفتے", "دن", "پہلے", "موسم",
)  # fmt: skip
"""What people write around a month, a season or a year."""


def plain_digits(text: str) -> str:
    """The text in small letters, with the digits 0 to 9."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(str(unicodedata.digit(s)) if s.isdigit() else s for s in text).strip()


def number_typed(asked: Number, text: str) -> int | None:
    """The whole number that this message is; None for a message with words of its own.

    Raises NotAWholeNumber for digits that are none ("3.5", "3-4"), and OutOfRange.
    """
    units = asked.unit.root.values() if asked.unit is not None else ()
    plain = _POINT_NOUGHT.sub("", _THOUSANDS.sub("", plain_digits(text))).strip(" .!")
    found = _whole_number(plain, units)
    if found is not None and (_SMALL_DIGIT.search(text) or _means_another(plain, units)):
        raise NotAWholeNumber  # "<5", "5+", "£5" where pounds are not asked for
    if found is None:
        # "3.5", "3-4", "5 or 6": it is clear what is meant, but not which number. "A day" may be
        # one, or every day.
        is_article = without_unit(plain, units) in ARTICLES
        if _has_only_digits(plain) or is_article or _is_numbers(plain, units):
            raise NotAWholeNumber
        return None
    if not asked.lowest <= found <= asked.highest:
        raise OutOfRange(lowest=asked.lowest, highest=asked.highest)
    return found


def _means_another(plain: str, units: Iterable[str]) -> bool:
    """Whether a sign makes another number of it, or another thing: "<", "+", "%", "£"."""
    return any(
        s in "%‰" or (unicodedata.category(s) in ("Sc", "Sm") and s not in "~=≈")
        for s in without_unit_signs(plain, units)
    )


def _whole_number(plain: str, units: Iterable[str]) -> int | None:
    if re.fullmatch(r"\d{1,9}", plain):
        return int(plain)
    if is_fraction(plain):
        return None
    several = numbers_in(plain, in_order=False)
    return several[0] if len(several) == 1 else spelt_out(without_unit(plain, units))


def _is_numbers(plain: str, units: Iterable[str]) -> bool:
    """Whether a text holds several numbers, or a part of one, and nothing else but "or", "to" and
    their unit."""
    words = [word for word in without_unit(plain, units).split() if keyed(word) not in _OR]
    return len(words) > (not is_fraction(plain)) and all(
        spelt_out(word) is not None for word in words
    )


def _has_only_digits(plain: str) -> bool:
    return any(s.isdigit() for s in plain) and not any(s.isalpha() for s in plain)


_OR = frozenset(
    {"or", "to", "and", "lub", "albo", "do", "i", keyed("یا"), keyed("سے"), keyed("اور")}
)


def day_typed(asked: Days, text: str) -> date | None:
    """The day that this message is, the day before the month; None for a message that is no day.

    Raises NotADay for a time that isn't one day ("2004", "March 2004", "5 years ago"), NoSuchDay
    for a day out of range or that isn't in the calendar ("31 June 2022").
    """
    plain = _day_alone(plain_digits(text).strip(" .!۔"))
    parts = _parts(plain)
    if parts is None:
        short = _SHORT_YEAR.fullmatch(plain)
        if _is_some_time(plain) or (short and _month(short[1]) is not None):
            raise NotADay
        return None
    try:
        found = date(*parts)
    except ValueError:
        found = None
    if found is None or not asked.earliest <= found <= asked.latest:
        raise NoSuchDay(earliest=asked.earliest, latest=asked.latest)
    return found


def _is_some_time(plain: str) -> bool:
    """Whether a text is of digits, months and seasons, with nothing else but the words around
    them: it says when, but not on which day."""
    if _has_only_digits(plain):
        return True
    words = [keyed(word) for word in _TIMES.findall(plain)]
    named = [w for w in words if w.isdecimal() or w in _months() or w in _seasons()]
    return bool(named) and all(w in named or w in _round_a_month() for w in words)


def _day_alone(plain: str) -> str:
    """The day without its name, and without "since"."""
    found = _SINCE.fullmatch(plain)
    words = (found["day"] if found else plain).split()
    if len(words) > 1 and keyed(words[0]) in _weekdays():
        words = words[1:]
    return " ".join(words).strip(" .,،")


def _parts(plain: str) -> tuple[int, int, int] | None:
    """Year, month and day."""
    if iso := _ISO.fullmatch(plain):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if said := _DAY.fullmatch(plain):
        month = _month(said[2])
        return None if month is None else (int(said[3]), month, int(said[1]))
    if said := _MONTH_FIRST.fullmatch(plain):
        month = _month(said[1], roman=False)
        return None if month is None else (int(said[3]), month, int(said[2]))
    return None


def _month(said: str, *, roman: bool = True) -> int | None:
    """The month that is named, also by its number: Poles write it as a Roman one."""
    if said.isdecimal():
        return int(said)
    if roman and said in _ROMAN:
        return _ROMAN.index(said) + 1
    return _months().get(keyed(said))


def weekday_named(text: str) -> int | None:
    """The day of the week that these words name, 0 for Monday; None for other words."""
    return _weekdays().get(keyed(text))


@cache
def _weekdays() -> Mapping[str, int]:
    """The days of the week by their names, short and long, in our languages."""
    return {"tues": 1, "thur": 3, "thurs": 3} | {
        keyed(name.strip(".")): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_day_names(width, "format", language).items()
    }


@cache
def _seasons() -> frozenset[str]:
    return frozenset(map(keyed, _SEASONS))


@cache
def _round_a_month() -> frozenset[str]:
    """What people write around a month, a season or a year, with what is around a whole date."""
    ordinals = ("st", "nd", "rd", "th")
    return frozenset(map(keyed, (*_ROUND_A_MONTH, *ordinals))) | _weekdays().keys()


@cache
def _months() -> Mapping[str, int]:
    """The number of each month by its names, short and long, in our languages."""
    return {keyed(name): number for name, number in _ALSO_MONTHS.items()} | {
        keyed(name.strip(".")): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, language).items()
    }


Bound = TypeVar("Bound", int, date)


def band_of(firsts: Sequence[Bound], value: Bound) -> str | None:
    """The key of the band that a value falls in, of bands that begin with ``firsts``; None if there
    are none."""
    return next((str(first) for first in reversed(firsts) if first <= value), None)


def band_ends(number: Number) -> Mapping[str, tuple[int, int]]:
    """The first and the last number of each band, by its key."""
    firsts = [*number.bands, number.highest + 1]
    return {str(first): (first, after - 1) for first, after in pairwise(firsts)}
