"""Safety alerts: when people are reminded of one, and what one alert takes in."""

from __future__ import annotations

from datetime import datetime, timedelta

REMINDERS = (timedelta(minutes=15), timedelta(minutes=60))
"""After which time an alert that nobody has closed is sent again, day and night."""
EVERY_DAY = timedelta(days=1)
"""How often after that."""
TOGETHER = timedelta(minutes=60)
"""Further words of the same person within this time go to the same alert, until it is opened."""
IS_ABOUT_IT = timedelta(days=1)
"""How long after somebody was asked what was done about an alert words of danger are about that."""
SAME_STRANGER = timedelta(minutes=15)
"""Signposts shown to people of whom nothing is kept within this time are one alert."""


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


def is_about_it(asked_at: datetime, now: datetime) -> bool:
    """Whether words of danger of who was asked what was done are about the alert, not their own."""
    return now - asked_at < IS_ABOUT_IT


def belongs_to(raised_at: datetime, now: datetime, *, within: timedelta) -> bool:
    """Whether something found now belongs to an alert raised at ``raised_at``."""
    return now - raised_at < within
