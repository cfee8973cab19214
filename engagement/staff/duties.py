"""Duties of staff beside their roles: who holds one now, where, and of which too few are held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType


class Duty(StrEnum):
    """A duty that a member of staff is given by name, to a date. A role says what somebody may do;
    a duty says whose task something is."""

    MODERATOR = "moderator"  # of what residents write for others to read
    SAFEGUARDING = "safeguarding"  # reads words of danger
    MONITORING_OFFICER = "monitoring-officer"  # of lawfulness, also before an election
    OWNER = "owner"  # of what the council has promised


LONGEST = timedelta(days=366)
"""A duty is looked at again at least once a year."""
FOR_EVERY_WARD = frozenset({Duty.SAFEGUARDING})
"""Duties that are never for some wards only: words of danger also come from people of whom no ward
is known."""
NEEDED: Mapping[Duty, int] = MappingProxyType({Duty.SAFEGUARDING: 2})
"""How many people who can be reached each duty in use needs: one of them may be asleep, ill or
away."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One giving of a duty to a member of staff. ``wards`` is empty where it is for every ward.

    ``in_post`` says whether they still hold the role they had then, ``reachable`` whether messages
    reach them as far as we know, ``named_by`` which colleague decided it, if that was said.
    ``left_at`` is when that role ended.
    """

    id: int
    staff_id: int
    label: str
    duty: Duty
    until: datetime
    in_post: bool
    reachable: bool = True
    wards: frozenset[str] = frozenset()
    ended_at: datetime | None = None
    named_by: str | None = None
    left_at: datetime | None = None
    named_at: datetime | None = None


class Ending(StrEnum):
    """How near the end of a duty is, when people hear of it."""

    WEEK = "week"  # in the last week
    DAY = "day"  # in the last 24 hours
    OVER = "over"  # its date is past


HEARD_AT: Mapping[Ending, timedelta] = MappingProxyType(
    {Ending.OVER: timedelta(), Ending.DAY: timedelta(days=1), Ending.WEEK: timedelta(days=7)}
)
"""How long before the end people hear of it."""
NEWS_FOR = timedelta(days=7)
"""For how long it is news that a duty has ended."""


def ending(holder: Holder, now: datetime) -> Ending | None:
    """What is to be said of the end of this duty, if its date is what ends it. Somebody who was
    named within the week, or the day, before it has just heard the date."""
    if not holder.in_post or holder.ended_at is not None or now >= holder.until + NEWS_FOR:
        return None
    for stage, before in HEARD_AT.items():
        since = holder.until - before
        if now >= since:
            return stage if holder.named_at is None or holder.named_at < since else None
    return None


def is_current(holder: Holder, now: datetime) -> bool:
    """Whether they hold it now: it ends with its date, with the role, or when it is ended."""
    return holder.in_post and holder.ended_at is None and now < holder.until


def hears(holder: Holder, now: datetime) -> bool:
    """Whether they hold it now and messages reach them, as far as we know."""
    return holder.reachable and is_current(holder, now)


def holds(
    staff_id: int | None,
    everybody: Iterable[Holder],
    duty: Duty,
    now: datetime,
    *,
    ward: str | None = None,
) -> bool:
    """Whether this member of staff holds the duty now, for ``ward``; without one, for every
    ward."""
    return any(
        h.staff_id == staff_id
        and h.duty is duty
        and is_current(h, now)
        and (not h.wards or ward in h.wards)
        for h in everybody
    )


def lacking(everybody: Iterable[Holder], now: datetime) -> tuple[Duty, ...]:
    """The duties in use that fewer people than needed hold and can be reached for."""
    known = tuple(everybody)
    return tuple(
        duty
        for duty, needed in NEEDED.items()
        if len({h.staff_id for h in known if h.duty is duty and hears(h, now)}) < needed
    )


def may_end_on(last_day: date, today: date) -> bool:
    """Whether a duty given today may have this last day."""
    return today <= last_day < today + LONGEST
