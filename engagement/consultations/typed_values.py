"""Whole numbers and days as people type them, and the bands in which they are counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TypeVar

from babel.dates import get_month_names

from content.schema.question import Days, Number
from content.typed_words import keyed
from engagement.consultations.refusals import NoSuchDay, NotADay, NotAWholeNumber, OutOfRange
from engagement.consultations.typed_numbers import numbers_in

LANGUAGES = ("en", "pl", "ur")
_THOUSANDS = re.compile(r"(?<=\d)[ ,٬\u00a0\u202f](?=\d{3}(\D|$))")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./,-]+(?:of )?(\w+)[\s./,-]+(\d{4})(?: r| roku)?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)[\s./,-]+(\d{1,2})(?:st|nd|rd|th)?[\s./,-]+(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def plain_digits(text: str) -> str:
    """The text in small letters, with the digits 0 to 9."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(str(unicodedata.digit(s)) if s.isdigit() else s for s in text).strip()


def number_typed(asked: Number, text: str) -> int | None:
    """The whole number that this message is; None for a message with words of its own.

    Raises NotAWholeNumber for digits that are none ("3.5", "3-4"), and OutOfRange.
    """
    plain = _THOUSANDS.sub("", plain_digits(text)).strip(" .!")
    if re.fullmatch(r"\d{1,9}", plain):
        found = int(plain)
    else:
        several = numbers_in(text, in_order=False)
        if len(several) != 1:
            if any(s.isdigit() for s in plain) and not any(s.isalpha() for s in plain):
                raise NotAWholeNumber
            return None
        found = several[0]
    if not asked.lowest <= found <= asked.highest:
        raise OutOfRange(lowest=asked.lowest, highest=asked.highest)
    return found


def day_typed(asked: Days, text: str) -> date | None:
    """The day that this message is, the day before the month; None for a message that is no day.

    Raises NotADay for digits that can't be read as one, NoSuchDay for one out of range or that
    isn't in the calendar ("31 June 2022").
    """
    plain = plain_digits(text).strip(" .!")
    parts = _parts(plain)
    if parts is None:
        if any(s.isdigit() for s in plain) and not any(s.isalpha() for s in plain):
            raise NotADay
        return None
    try:
        found = date(*parts)
    except ValueError:
        found = None
    if found is None or not asked.earliest <= found <= asked.latest:
        raise NoSuchDay(earliest=asked.earliest, latest=asked.latest)
    return found


def _parts(plain: str) -> tuple[int, int, int] | None:
    """Year, month and day."""
    if iso := _ISO.fullmatch(plain):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if said := _DAY.fullmatch(plain):
        month = int(said[2]) if said[2].isdecimal() else _months().get(keyed(said[2]))
        return None if month is None else (int(said[3]), month, int(said[1]))
    if said := _MONTH_FIRST.fullmatch(plain):
        month = _months().get(keyed(said[1]))
        return None if month is None else (int(said[3]), month, int(said[2]))
    return None


@cache
def _months() -> Mapping[str, int]:
    """The number of each month by its names, short and long, in our languages."""
    return {
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
