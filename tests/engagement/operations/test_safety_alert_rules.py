"""When an alert is sent again, who may read the words, and what one alert takes in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engagement.errors import NotForSafeguarding
from engagement.operations import safety_alerts as rules
from engagement.operations.safety_alerts import Named

THEN = datetime(2026, 11, 29, 2, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def named(staff_id: int, *, until: datetime = THEN + timedelta(days=1), in_post=True) -> Named:
    return Named(staff_id, staff_id, f"Staff {staff_id}", until, in_post)


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


def test_a_naming_ends_with_its_date_and_with_the_role() -> None:
    until = THEN + timedelta(days=1)
    assert rules.is_current(named(1), until - SECOND)
    assert not rules.is_current(named(1), until)
    assert not rules.is_current(named(1, in_post=False), THEN)


def test_two_different_people_are_enough() -> None:
    assert not rules.enough([], THEN)
    assert not rules.enough([named(1)], THEN)
    assert not rules.enough([named(1), named(1)], THEN)
    assert not rules.enough([named(1), named(2, until=THEN)], THEN)
    assert rules.enough([named(1), named(2)], THEN)
    assert rules.enough([named(1), named(2), named(3)], THEN)


def test_only_somebody_who_is_current_may_read() -> None:
    everybody = [named(1), named(2, until=THEN)]
    assert rules.check_named(1, everybody, THEN) == 1
    for staff_id in (2, 3, None):
        with pytest.raises(NotForSafeguarding):
            rules.check_named(staff_id, everybody, THEN)


@pytest.mark.parametrize("within", [rules.TOGETHER, rules.SAME_STRANGER])
def test_what_is_found_soon_after_belongs_to_the_same_alert(within: timedelta) -> None:
    assert rules.belongs_to(THEN, THEN + within - SECOND, within=within)
    assert not rules.belongs_to(THEN, THEN + within, within=within)


def test_the_times_are_those_of_the_page_for_officers() -> None:
    assert (timedelta(minutes=15), timedelta(minutes=60)) == rules.REMINDERS
    assert (timedelta(days=1), 2) == (rules.EVERY_DAY, rules.WANTED)
    assert (timedelta(hours=1), timedelta(minutes=15)) == (rules.TOGETHER, rules.SAME_STRANGER)


def test_who_cannot_be_reached_counts_as_nobody_but_may_still_read() -> None:
    away = replace(named(1), reachable=False)
    assert not rules.enough([away, named(2)], THEN)
    assert rules.enough([away, named(2), named(3)], THEN)
    assert not rules.hears(away, THEN)
    assert rules.check_named(1, [away], THEN) == 1
