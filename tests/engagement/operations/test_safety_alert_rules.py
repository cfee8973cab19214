"""When an alert is sent again, and what one alert takes in."""

from datetime import UTC, datetime, timedelta

import pytest

from engagement.operations import safety_alerts as rules

THEN = datetime(2026, 11, 29, 2, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("reminders", "after"),
    [
        (0, timedelta(minutes=15)),
        (1, timedelta(minutes=60)),
        (2, timedelta(minutes=60, days=1)),
        (3, timedelta(minutes=60, days=2)),
    ],
)
def test_a_reminder_is_due_exactly_then(reminders: int, after: timedelta) -> None:
    assert not rules.reminder_is_due(THEN, reminders, THEN + after - SECOND)
    assert rules.reminder_is_due(THEN, reminders, THEN + after)
    assert rules.reminder_is_due(THEN, reminders, THEN + after + SECOND)


@pytest.mark.parametrize(
    ("minutes", "reminders"),
    [(0, 0), (14, 0), (15, 1), (59, 1), (60, 2), (60 + 1439, 2), (60 + 1440, 3), (60 + 2880, 4)],
)
def test_after_an_outage_one_message_stands_for_all_that_were_due(
    minutes: int, reminders: int
) -> None:
    assert rules.reminders_by(THEN, THEN + timedelta(minutes=minutes)) == reminders


@pytest.mark.parametrize("within", [rules.TOGETHER, rules.SAME_STRANGER])
def test_what_is_found_soon_after_belongs_to_the_same_alert(within: timedelta) -> None:
    assert rules.belongs_to(THEN, THEN + within - SECOND, within=within)
    assert not rules.belongs_to(THEN, THEN + within, within=within)


def test_the_times_are_those_of_the_page_for_officers() -> None:
    assert (timedelta(minutes=15), timedelta(minutes=60)) == rules.REMINDERS
    assert timedelta(days=1) == rules.EVERY_DAY
    assert (timedelta(hours=1), timedelta(minutes=15)) == (rules.TOGETHER, rules.SAME_STRANGER)
