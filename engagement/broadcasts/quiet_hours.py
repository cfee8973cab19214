"""The evening and the night: what nobody asked for then waits until the morning."""

from __future__ import annotations

from datetime import datetime, time, timedelta

QUIET_FROM, QUIET_UNTIL = time(21), time(8)
"""By the council's clocks."""


def is_quiet(at: time) -> bool:
    """Whether a message that nobody asked for waits at this time of day."""
    return at >= QUIET_FROM or at < QUIET_UNTIL


def next_morning(there: datetime) -> datetime:
    """``there``, a time by the council's clocks; at night the end of that night."""
    if not is_quiet(there.time()):
        return there
    day = there.date() + timedelta(days=there.time() >= QUIET_FROM)
    return datetime.combine(day, QUIET_UNTIL, there.tzinfo)


def last_morning(there: datetime) -> datetime:
    """The last end of a night up to ``there``, a time by the council's clocks."""
    today = datetime.combine(there.date(), QUIET_UNTIL, there.tzinfo)
    return today if today <= there else today - timedelta(days=1)
