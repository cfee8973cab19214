"""Holds before an election: the days on which nothing that nobody asked for leaves for a ward."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from content.schema.sending import Hold


@dataclass(frozen=True, slots=True)
class Period:
    """A hold for one ward: from ``begins`` (included) to ``ends`` (excluded), aware. ``last_day``
    is the day of the poll, as people read it."""

    begins: datetime
    ends: datetime
    last_day: date


def periods(holds: Iterable[Hold], ward: str, zone: str) -> tuple[Period, ...]:
    """The holds for this ward. Their days are whole days by the council's clock, in ``zone``."""
    return tuple(_period(hold, zone) for hold in holds if hold.is_for(ward))


def _period(hold: Hold, zone: str) -> Period:
    clock = ZoneInfo(zone)
    begins = datetime.combine(hold.first_day, time(), clock)
    ends = datetime.combine(hold.last_day + timedelta(days=1), time(), clock)
    return Period(begins, ends, hold.last_day)


def in_force(found: Iterable[Period], now: datetime) -> Period | None:
    """The hold on now; of several, the one that ends last."""
    on = [period for period in found if period.begins <= now < period.ends]
    return max(on, key=lambda period: period.ends, default=None)


STILL_NOTED = timedelta(days=7)
"""How long after its end a hold is still noted on what was sent before it began: the bot may not
have been running."""


def first_noted(holds: Iterable[Hold], now: datetime, zone: str) -> datetime | None:
    """When the first of the holds began that are still noted ``now``; None if there are none."""
    every = [_period(hold, zone) for hold in holds]
    return min((p.begins for p in every if p.begins <= now < p.ends + STILL_NOTED), default=None)


def was_met(
    found: Iterable[Period],
    *,
    since: datetime,
    now: datetime,
    released: datetime | None,
    until: datetime,
) -> bool:
    """Whether a message that may have waited ``since`` then met a hold that it was not ``released``
    from, and that began before ``until``. Once it has, it does not leave by itself, even after the
    hold is over."""
    return any(
        period.begins <= now
        and period.begins < until
        and since < period.ends
        and (released is None or released < period.begins)
        for period in found
    )


TELL_AGAIN = timedelta(days=7)
"""After this long the notice about what still waits is sent again."""


def is_to_tell(
    waits: Collection[int], told: Collection[int], *, last: date | None, today: date
) -> bool:
    """Whether somebody is told today that these messages wait, if they were told ``last`` on that
    day, of those ``told``: of new ones the next day, of the same ones every week."""
    if not waits or last == today:
        return False
    return last is None or not {*waits} <= {*told} or today - last >= TELL_AGAIN


def held_wards(holds: Collection[Hold], wards: Iterable[str], now: datetime, zone: str) -> set[str]:
    """Those of ``wards`` for which a hold is on now."""
    return {ward for ward in wards if in_force(periods(holds, ward, zone), now) is not None}
