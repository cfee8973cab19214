"""Safety alerts: who may read the words, when they are reminded, and what one alert takes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from engagement.errors import NotForSafeguarding

WANTED = 2
"""How many people are to be named: one of them may be asleep, ill or away."""
REMINDERS = (timedelta(minutes=15), timedelta(minutes=60))
"""After which time an alert that nobody has closed is sent again, day and night."""
EVERY_DAY = timedelta(days=1)
"""How often after that."""
TOGETHER = timedelta(minutes=60)
"""Further words of the same person within this time go to the same alert, until it is opened."""
CLOSING_WAITS = timedelta(minutes=30)
"""How long words are taken for what was done about an alert."""
SAME_STRANGER = timedelta(minutes=15)
"""Signposts shown to people of whom nothing is kept within this time are one alert."""


@dataclass(frozen=True, slots=True)
class Named:
    """A member of staff who was named to read words of danger, until the end date."""

    id: int
    staff_id: int
    label: str
    until: datetime
    in_post: bool
    reachable: bool = True


def is_current(named: Named, now: datetime) -> bool:
    """Whether this person is in post and their end date has not come."""
    return named.in_post and now < named.until


def hears(named: Named, now: datetime) -> bool:
    """Whether this person is current and an alert reaches them, as far as we know."""
    return named.reachable and is_current(named, now)


def enough(everybody: Iterable[Named], now: datetime) -> bool:
    """Whether alerts reach as many people as wanted."""
    return len({n.staff_id for n in everybody if hears(n, now)}) >= WANTED


def check_named(staff_id: int | None, everybody: Iterable[Named], now: datetime) -> int:
    """The id of this member of staff, if they are current. Raises NotForSafeguarding."""
    if staff_id is None or not any(
        n.staff_id == staff_id and is_current(n, now) for n in everybody
    ):
        raise NotForSafeguarding
    return staff_id


def reminder_is_due(raised_at: datetime, reminders: int, now: datetime) -> bool:
    """Whether an open alert is to be sent again, after it was sent again ``reminders`` times."""
    return now - raised_at >= _next_reminder(reminders)


def _next_reminder(reminders: int) -> timedelta:
    if reminders < len(REMINDERS):
        return REMINDERS[reminders]
    return REMINDERS[-1] + EVERY_DAY * (reminders - len(REMINDERS) + 1)


def reminders_by(raised_at: datetime, now: datetime) -> int:
    """How many reminders were due by now. After an outage one message stands for all of them."""
    count = 0
    while reminder_is_due(raised_at, count, now):
        count += 1
    return count


def still_asked(asked_at: datetime, now: datetime) -> bool:
    """Whether the next words are still taken for what was done."""
    return now - asked_at < CLOSING_WAITS


def belongs_to(raised_at: datetime, now: datetime, *, within: timedelta) -> bool:
    """Whether something found now belongs to an alert raised at ``raised_at``."""
    return now - raised_at < within
