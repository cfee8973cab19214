"""A day and a time that staff have typed, by the council's clocks."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from content.schema.question import Days
from engagement.consultations.managing_refusals import NoSuchTime
from engagement.consultations.opening import moment_of
from engagement.consultations.refusals import NoSuchDay, NotADay
from engagement.consultations.typed_values import day_typed, plain_digits

CLOCK = re.compile(r"(?P<day>.+?)[ ,t]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
FURTHEST = timedelta(days=2 * 366)


def moment_typed(text: str, *, today: date, zone: str) -> datetime:
    """The moment: "2026-12-14 17:00" or "14 December 2026 17:00". The hour is always said. Raises
    NoSuchTime, also for a time that the clocks leap over."""
    found = CLOCK.fullmatch(" ".join(plain_digits(text).split()))
    if found is None:
        raise NoSuchTime
    try:
        day = day_typed(Days(earliest=today, latest=today + FURTHEST), found["day"])
        at = time(int(found["hour"]), int(found["minute"]))
    except (NotADay, NoSuchDay, ValueError):
        raise NoSuchTime from None
    moment = moment_of(datetime.combine(day, at), zone) if day is not None else None
    if moment is None:
        raise NoSuchTime
    return moment
