"""Legal dates: twenty working days, one month, thirty days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engagement.operations.bank_holidays import BANK_HOLIDAYS
from engagement.operations.deadlines import (
    ACKNOWLEDGE_WITHIN,
    CHASE_AGAIN,
    FREEZES,
    INFORMATION_WORKING_DAYS,
    RequestKind,
    due_on,
    is_overdue,
    is_to_remind,
    is_working_day,
    month_after,
    working_days_after,
)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # A Monday with no bank holiday after it: four weeks later.
        ("2022-10-03", "2022-10-31"),
        # A Friday, a Saturday and a Sunday: the next Monday is the first day.
        ("2022-10-07", "2022-11-04"),
        ("2022-10-08", "2022-11-04"),
        ("2022-10-09", "2022-11-04"),
        ("2022-10-10", "2022-11-07"),
        # The State Funeral, on Monday 19 September 2022, is no working day.
        ("2022-09-16", "2022-10-17"),
        ("2022-09-19", "2022-10-17"),
        ("2022-09-20", "2022-10-18"),
        # Christmas on a Sunday: 26 and 27 December, and 2 January.
        ("2022-12-16", "2023-01-18"),
        # Two in May 2023, with the coronation, and Spring.
        ("2023-04-28", "2023-05-31"),
        # Boxing Day on a Saturday in 2026: Monday 28 December.
        ("2026-12-01", "2026-12-31"),
        ("2026-11-30", "2026-12-30"),
        # Christmas on a Saturday in 2027: Monday and Tuesday.
        ("2027-11-29", "2027-12-29"),
    ],
)
def test_information_is_due_on_the_twentieth_working_day(received: str, due: str) -> None:
    found = due_on(RequestKind.INFORMATION, date.fromisoformat(received))
    assert found == date.fromisoformat(due)


@pytest.mark.parametrize("day", sorted(BANK_HOLIDAYS))
def test_every_bank_holiday_is_on_a_weekday_and_is_no_working_day(day: date) -> None:
    assert day.weekday() < 5
    assert not is_working_day(day)
    assert is_working_day(day, frozenset())


def test_there_are_eight_bank_holidays_a_year_and_the_three_extra_ones() -> None:
    years = {year: sum(d.year == year for d in BANK_HOLIDAYS) for year in range(2021, 2028)}
    assert years == {2021: 8, 2022: 10, 2023: 9, 2024: 8, 2025: 8, 2026: 8, 2027: 8}


def test_easter_is_where_the_church_puts_it() -> None:
    """Good Friday and Easter Monday from the rule of the calendar, not from the list."""
    for year in range(2021, 2028):
        sunday = _easter(year)
        assert {sunday - timedelta(days=2), sunday + timedelta(days=1)} <= BANK_HOLIDAYS


@pytest.mark.parametrize(
    ("day", "works"),
    [("2022-09-16", True), ("2022-09-17", False), ("2022-09-18", False), ("2022-09-19", False),
     ("2022-09-20", True), ("2027-12-26", False), ("2027-12-28", False), ("2027-12-29", True)],
)  # fmt: skip
def test_a_working_day_is_no_weekend_and_no_bank_holiday(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


def test_no_working_days_after_a_day_is_that_day() -> None:
    friday = date(2022, 10, 7)
    assert working_days_after(friday, 0) == friday
    assert working_days_after(friday, 1) == date(2022, 10, 10)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2022-09-05", "2022-10-05"),
        ("2022-10-31", "2022-11-30"),
        ("2024-01-31", "2024-02-29"),
        ("2023-01-31", "2023-02-28"),
        ("2022-12-15", "2023-01-16"),  # 15 January 2023 is a Sunday
        ("2022-09-01", "2022-10-03"),  # 1 October 2022 is a Saturday
        ("2022-11-26", "2022-12-28"),  # Monday 26 and Tuesday 27 December are bank holidays
        ("2022-12-30", "2023-01-30"),
    ],
)
def test_a_persons_data_is_due_in_a_month_or_on_the_next_working_day(
    received: str, due: str
) -> None:
    assert month_after(date.fromisoformat(received)) == date.fromisoformat(due)
    assert due_on(RequestKind.MY_DATA, date.fromisoformat(received)) == date.fromisoformat(due)


def test_a_complaint_is_acknowledged_in_thirty_days_and_a_service_has_no_day() -> None:
    assert due_on(RequestKind.COMPLAINT, date(2022, 9, 5)) == date(2022, 10, 5)
    assert due_on(RequestKind.SERVICE, date(2022, 9, 5)) is None


def test_the_numbers_are_those_of_the_law() -> None:
    assert INFORMATION_WORKING_DAYS == 20
    assert timedelta(days=30) == ACKNOWLEDGE_WITHIN
    assert timedelta(days=7) == CHASE_AGAIN


@pytest.mark.parametrize(("day", "late"), [(-1, False), (0, True), (1, True)])
def test_it_is_said_on_the_last_day(day: int, late: bool) -> None:
    due = date(2022, 10, 5)
    assert is_overdue(due, due + timedelta(days=day)) is late


def test_without_a_day_nothing_is_overdue_and_nobody_is_reminded() -> None:
    assert not is_overdue(None, date(2030, 1, 1))
    assert not is_to_remind(None, date(2030, 1, 1), reminded=None)


def reminders(due: date, received: date, until: date) -> list[date]:
    """The days on which somebody who looks every day is reminded."""
    found: list[date] = []
    for day in range((until - received).days + 1):
        today = received + timedelta(days=day)
        if is_to_remind(due, today, reminded=found[-1] if found else None):
            found.append(today)
    return found


def test_of_a_month_the_reminders_come_in_time_and_then_every_week() -> None:
    """Wednesday 5 October 2022; a week and two weeks before, the day before, and the day."""
    due = date(2022, 10, 5)
    days = reminders(due, date(2022, 9, 5), date(2022, 10, 20))
    assert [(day - due).days for day in days] == [-14, -7, -1, 0, 7, 14]


def test_a_reminder_comes_on_a_working_day_before_a_weekend_or_a_bank_holiday() -> None:
    """Due on Tuesday 30 August 2022, after the bank holiday: the day before is the Friday."""
    days = reminders(date(2022, 8, 30), date(2022, 8, 1), date(2022, 8, 30))
    assert days == [date(2022, 8, d) for d in (16, 23, 26, 30)]


def test_of_reminders_that_were_missed_only_the_latest_comes() -> None:
    due = date(2022, 10, 5)
    assert is_to_remind(due, due - timedelta(days=3), reminded=None)
    assert is_to_remind(due, due - timedelta(days=3), reminded=due - timedelta(days=9))
    assert not is_to_remind(due, due - timedelta(days=3), reminded=due - timedelta(days=7))


def test_only_a_request_for_a_service_lets_deletion_go_on() -> None:
    assert set(RequestKind) - FREEZES == {RequestKind.SERVICE}


def _easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
