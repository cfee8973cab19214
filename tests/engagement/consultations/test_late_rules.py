"""Which answers count that reach us after the close, which are late, and when all are in."""

from datetime import UTC, datetime, timedelta

import pytest

from engagement.consultations.late import (
    Gap,
    Sent,
    Timing,
    all_received,
    joined,
    timing,
)

CLOSES = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
AWAY = Gap(CLOSES - MINUTE, CLOSES + 5 * MINUTE)
"""A gap that covers the close."""


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (-SECOND, Timing.IN_TIME),
        (timedelta(0), Timing.LATE),
        (10 * MINUTE - SECOND, Timing.LATE),
        (10 * MINUTE, Timing.CLOSED),
    ],
)
def test_a_tap_counts_by_when_it_was_received_and_is_late_for_ten_minutes(
    after: timedelta, expected: Timing
) -> None:
    assert timing(CLOSES, Sent(CLOSES + after), None) is expected


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        (-SECOND, Timing.IN_TIME),
        (timedelta(0), Timing.LATE),
        (10 * MINUTE - SECOND, Timing.LATE),
        (10 * MINUTE, Timing.CLOSED),
    ],
)
def test_typed_words_count_by_the_date_of_their_message_however_late_they_come(
    dated: timedelta, expected: Timing
) -> None:
    assert timing(CLOSES, Sent(CLOSES + 3 * HOUR, CLOSES + dated), None) is expected


def test_words_received_in_time_count_whatever_date_another_clock_gave_them() -> None:
    assert timing(CLOSES, Sent(CLOSES - SECOND, CLOSES + HOUR), None) is Timing.IN_TIME


@pytest.mark.parametrize(
    ("after_gap", "expected"),
    [
        (timedelta(0), Timing.IN_TIME),
        (150 * SECOND, Timing.IN_TIME),
        (151 * SECOND, Timing.LATE),
        (300 * SECOND, Timing.CLOSED),
    ],
)
def test_a_tap_counts_for_150_seconds_after_a_gap_that_covers_the_close(
    after_gap: timedelta, expected: Timing
) -> None:
    assert timing(CLOSES, Sent(AWAY.ended + after_gap), AWAY) is expected


def test_words_typed_after_the_close_are_late_after_a_gap_too() -> None:
    sent = Sent(AWAY.ended, CLOSES + MINUTE)
    assert timing(CLOSES, sent, AWAY) is Timing.LATE


@pytest.mark.parametrize(
    "gap",
    [
        Gap(CLOSES - 5 * MINUTE, CLOSES - MINUTE),
        Gap(CLOSES, CLOSES + MINUTE),
        Gap(CLOSES + MINUTE, CLOSES + 2 * MINUTE),
    ],
)
def test_a_gap_that_does_not_cover_the_close_lets_no_tap_count(gap: Gap) -> None:
    moment = max(CLOSES, gap.ended) + SECOND
    assert timing(CLOSES, Sent(moment), gap) is Timing.LATE


def test_what_telegram_can_not_have_kept_does_not_count_after_a_gap_of_days() -> None:
    gap = Gap(CLOSES - HOUR, CLOSES + timedelta(days=2))
    assert timing(CLOSES, Sent(gap.ended), gap) is Timing.CLOSED


def test_a_second_gap_soon_after_leaves_taps_the_rest_of_their_time() -> None:
    again = Gap(AWAY.ended + MINUTE, AWAY.ended + 10 * MINUTE)
    both = joined(AWAY, again)
    assert both == Gap(AWAY.began, again.ended, MINUTE)
    assert timing(CLOSES, Sent(again.ended + 90 * SECOND), both) is Timing.IN_TIME
    assert timing(CLOSES, Sent(again.ended + 91 * SECOND), both) is Timing.CLOSED


def test_a_gap_after_the_time_for_taps_is_one_of_its_own() -> None:
    again = Gap(AWAY.ended + 150 * SECOND, AWAY.ended + HOUR)
    assert joined(AWAY, again) == again
    assert joined(None, again) == again


def test_a_connection_that_fails_all_day_does_not_keep_the_close_open() -> None:
    gap = AWAY
    for minute in range(1, 300, 2):
        fails = AWAY.ended + minute * MINUTE
        gap = joined(gap, Gap(fails, fails + MINUTE))
    assert timing(CLOSES, Sent(gap.ended), gap) is Timing.CLOSED


@pytest.mark.parametrize(
    ("now", "up_to", "gap", "expected"),
    [
        (15 * MINUTE - SECOND, 15 * MINUTE, None, False),
        (15 * MINUTE, 15 * MINUTE, None, True),
        (15 * MINUTE, 10 * MINUTE - SECOND, None, False),
        (HOUR, None, None, False),
        (HOUR, HOUR, Gap(CLOSES - MINUTE, CLOSES + HOUR - 150 * SECOND), False),
        (HOUR, HOUR, Gap(CLOSES - MINUTE, CLOSES + HOUR - 151 * SECOND), True),
        (HOUR, HOUR, Gap(CLOSES + MINUTE, CLOSES + HOUR - SECOND), True),
    ],
)
def test_all_is_received_a_quarter_of_an_hour_later_unless_something_may_be_on_its_way(
    now: timedelta, up_to: timedelta | None, gap: Gap | None, expected: bool
) -> None:
    heard = None if up_to is None else CLOSES + up_to
    assert all_received(CLOSES, CLOSES + now, received_up_to=heard, gap=gap) is expected
