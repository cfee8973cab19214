"""By when the law wants an answer to a request, and a complaint acknowledged."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from engagement.operations.bank_holidays import BANK_HOLIDAYS

INFORMATION_WORKING_DAYS = 20
"""Freedom of Information Act 2000, section 10; Environmental Information Regulations 2004,
regulation 5: not later than the twentieth working day following receipt."""
ACKNOWLEDGE_WITHIN = timedelta(days=30)
"""Data Protection Act 2018, section 164A: a complaint is acknowledged within 30 days. The ICO
counts from the day after it came."""
REMIND_BEFORE = (timedelta(days=14), timedelta(days=7), timedelta(days=1))
"""How long before the last day those responsible are reminded; and on the last day itself."""
CHASE_AGAIN = timedelta(days=7)
"""What is overdue is said again after this long."""
SATURDAY = 5


class RequestKind(StrEnum):
    """What a member of staff says a message asks for."""

    INFORMATION = "information"  # Freedom of Information or Environmental Information: 20 days
    MY_DATA = "my-data"  # UK GDPR, articles 12 and 15 to 21: one month
    COMPLAINT = "complaint"  # acknowledged within 30 days
    SERVICE = "service"  # something else the council does; the law sets no day


FREEZES = frozenset({RequestKind.INFORMATION, RequestKind.MY_DATA, RequestKind.COMPLAINT})
"""While one of these is not answered, nothing is deleted because of its age: what was asked for may
be among it."""


def is_working_day(day: date, holidays: Collection[date] = BANK_HOLIDAYS) -> bool:
    """Whether ``day`` is neither a weekend nor a bank holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_days_after(
    received: date, days: int, holidays: Collection[date] = BANK_HOLIDAYS
) -> date:
    """The last of ``days`` working days after ``received``, which isn't counted itself."""
    day = received
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day, holidays)
    return day


def month_after(received: date, holidays: Collection[date] = BANK_HOLIDAYS) -> date:
    """The same day of the next month, or that month's last day; on a day that is no working day,
    the next one (the ICO's reading of article 12)."""
    year, month = received.year + received.month // 12, received.month % 12 + 1
    day = date(year, month, min(received.day, calendar.monthrange(year, month)[1]))
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def due_on(kind: RequestKind, received: date) -> date | None:
    """The last day for an answer to a request received on ``received``; for a complaint, for its
    acknowledgement. None where the law sets none."""
    match kind:
        case RequestKind.INFORMATION:
            return working_days_after(received, INFORMATION_WORKING_DAYS)
        case RequestKind.MY_DATA:
            return month_after(received)
        case RequestKind.COMPLAINT:
            return received + ACKNOWLEDGE_WITHIN
        case RequestKind.SERVICE:
            return None


def reminder_on(due: date, today: date, holidays: Collection[date] = BANK_HOLIDAYS) -> date | None:
    """The day of the latest reminder that has come by ``today``; None before the first one.

    One before the last day comes on a working day, if need be an earlier one: on the Friday for a
    Monday.
    """
    if today >= due:
        return due + (today - due) // CHASE_AGAIN * CHASE_AGAIN
    days = [_working_day_by(due - before, holidays) for before in REMIND_BEFORE]
    return max((day for day in days if day <= today), default=None)


def is_to_remind(due: date | None, today: date, *, reminded: date | None) -> bool:
    """Whether those responsible are to be reminded now, if they were ``reminded`` last on that day.
    Of several reminders that were missed, only the latest is sent."""
    latest = None if due is None else reminder_on(due, today)
    return latest is not None and (reminded is None or reminded < latest)


def _working_day_by(day: date, holidays: Collection[date]) -> date:
    while not is_working_day(day, holidays):
        day -= timedelta(days=1)
    return day


def is_overdue(due: date | None, today: date) -> bool:
    """Whether the last day has come: said on that day, while it can still be done in time."""
    return due is not None and today >= due
