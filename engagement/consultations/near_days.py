"""The end of a near day, or a time of it, as staff type it: "14 September", "Friday 5pm"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from content.schema.question import Days
from content.typed_words import keyed
from engagement.consultations.opening import moment_of
from engagement.consultations.refusals import NoSuchDay, NotADay
from engagement.consultations.typed_values import day_typed, plain_digits, weekday_named

_CLOCK = re.compile(
    r"(?P<day>.+?)(?:[ ,]+|(?<=\d)t)(?:(?:at|o|godz)\.? )?"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap]\.?m\.?)?"
)
_BEFORE = re.compile(r"^(?:until|till|by|do|on)\s+")
_END_OF_DAY = re.compile(r"[ ,]*(?:end of (?:the )?day|midnight|koniec dnia|دن کے آخر)\W*$")
_IN_DAYS = {
    keyed(said): days
    for days, words in enumerate((("today", "dziś", "dzisiaj", "آج"), ("tomorrow", "jutro", "کل")))
    for said in words
}


def end_typed(text: str, *, first: date, last: date, zone: str) -> datetime | None:
    """The end that this is: a day from ``first`` to ``last`` to its end, or a time of one. The year
    may be left out. None for other words. Raises NoSuchDay for a day that isn't among them."""
    plain = _BEFORE.sub("", " ".join(plain_digits(text).split()).strip(" .!۔"))
    whole = _END_OF_DAY.sub("", plain)
    clock = None if whole != plain else _CLOCK.fullmatch(plain)
    if clock is not None and (clock["minute"] or clock["half"]):
        at = _time(clock)
        day = None if at is None else _day(clock["day"].strip(" ,"), first, last)
        return None if day is None or at is None else moment_of(datetime.combine(day, at), zone)
    found = _day(whole, first, last)
    if found is None:
        return None
    return moment_of(datetime.combine(found + timedelta(days=1), time()), zone)


def _time(clock: re.Match[str]) -> time | None:
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), clock["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(text: str, first: date, last: date) -> date | None:
    if keyed(text) in _IN_DAYS:
        return first + timedelta(days=_IN_DAYS[keyed(text)])
    weekday = weekday_named(text)
    if weekday is not None:
        # The next one: today's name is a week away.
        return first + timedelta(days=(weekday - first.weekday() - 1) % 7 + 1)
    asked, out_of_range = Days(earliest=first, latest=last), None
    for said in (text, *(f"{text} {year}" for year in sorted({first.year, last.year}))):
        try:
            found = day_typed(asked, said)
        except NotADay:
            continue
        except NoSuchDay as error:
            out_of_range = error
            continue
        if found is not None:
            return found
    if out_of_range is not None:
        raise out_of_range
    return None
