"""How fast messages start: never faster than Telegram takes them, and replies before broadcasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.pace import Pace, Rates

NINE = datetime(2022, 9, 5, 9, 0, tzinfo=UTC)
BOARD_GROUP = -100_200
A_BLINK = timedelta(milliseconds=1)  # starts are told in whole microseconds

gaps = st.lists(st.integers(0, 3000).map(lambda ms: timedelta(milliseconds=ms)), max_size=120)


def moments(between: Iterable[timedelta]) -> list[datetime]:
    now, found = NINE, []
    for gap in between:
        now += gap
        found.append(now)
    return found


def most_over_the_limit(starts: Sequence[datetime], *, rate: float, burst: float) -> float:
    """By how many starts the worst window exceeds rate x its length + burst."""
    ordered = sorted(starts)
    worst = 0.0
    for first, earliest in enumerate(ordered):
        for started, last in enumerate(ordered[first:], start=1):
            seconds = (last - earliest + A_BLINK).total_seconds()
            worst = max(worst, started - burst - rate * seconds)
    return worst


@given(gaps.map(lambda between: [gap / 20 for gap in between]))
@settings(deadline=None)
def test_the_whole_bot_starts_no_more_than_its_rate_and_burst(between: list[timedelta]) -> None:
    pace = Pace(Rates(), NINE)
    asked = moments(between)
    starts = [now + pace.start_of(chat, now) for chat, now in enumerate(asked)]
    assert most_over_the_limit(starts, rate=25, burst=5) <= 0


@given(gaps)
@settings(deadline=None)
def test_one_chat_gets_one_a_second_after_a_burst_of_three(between: list[timedelta]) -> None:
    pace = Pace(Rates(), NINE)
    starts = [now + pace.start_of(700123, now) for now in moments(between)]
    assert most_over_the_limit(starts, rate=1, burst=3) <= 0


@given(gaps)
@settings(deadline=None)
def test_a_group_gets_eighteen_a_minute(between: list[timedelta]) -> None:
    pace = Pace(Rates(), NINE)
    starts = [now + pace.start_of(BOARD_GROUP, now) for now in moments(between)]
    assert most_over_the_limit(starts, rate=18 / 60, burst=1) <= 0


def test_three_at_once_and_then_one_a_second_in_one_chat() -> None:
    pace = Pace(Rates(), NINE)
    waits = [pace.start_of(700123, NINE).total_seconds() for _ in range(5)]
    assert [round(wait) for wait in waits] == [0, 0, 0, 1, 2]


def test_a_busy_chat_does_not_keep_another_waiting() -> None:
    pace = Pace(Rates(), NINE)
    for _ in range(4):
        pace.start_of(700123, NINE)
    assert pace.start_of(700124, NINE) < timedelta(seconds=0.3)


def test_a_chat_that_rested_has_its_burst_again() -> None:
    pace = Pace(Rates(), NINE)
    for _ in range(3):
        pace.start_of(700123, NINE)
    later = NINE + timedelta(seconds=3)
    waits = [pace.start_of(700123, later).total_seconds() for _ in range(4)]
    assert [round(wait) for wait in waits] == [0, 0, 0, 1]


def test_a_chat_keeps_its_place_when_ten_thousand_others_have_rested() -> None:
    pace = Pace(Rates(whole_bot=1e9), NINE)
    for chat in range(10_000):
        pace.start_of(chat, NINE)
    later = NINE + timedelta(seconds=60)
    for _ in range(4):
        pace.start_of(700123, later)
    assert pace.start_of(700123, later) == timedelta(seconds=2)


# Pauses


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 60)), max_size=5),
    st.lists(st.integers(0, 200), min_size=1, max_size=20),
)
@settings(deadline=None)
def test_nothing_that_asks_during_a_pause_starts_before_its_end(
    pauses: list[tuple[int, int]], asking: list[int]
) -> None:
    pace = Pace(Rates(), NINE)
    events: list[tuple[int, int | None]] = [*pauses, *((at, None) for at in asking)]
    events.sort(key=lambda event: (event[0], event[1] is None))
    end = NINE
    for at, seconds in events:
        now = NINE + timedelta(seconds=at)
        if seconds is not None:
            pace.pause(seconds, now)
            end = max(end, now + timedelta(seconds=seconds))
        else:
            assert now + pace.start_of(700123, now) >= end


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    pace = Pace(Rates(), NINE)
    pace.pause(30, NINE)
    pace.pause(1, NINE)
    assert pace.paused_for(NINE) == timedelta(seconds=30)


def test_a_pause_ends_by_itself() -> None:
    pace = Pace(Rates(), NINE)
    pace.pause(30, NINE)
    assert pace.paused_for(NINE + timedelta(seconds=31)) == timedelta(0)


# The share of replies


def test_there_is_room_for_no_broadcast_during_a_pause() -> None:
    pace = Pace(Rates(), NINE)
    pace.pause(30, NINE)
    assert pace.room_for_broadcasts(NINE + timedelta(seconds=29)) == 0
    assert pace.room_for_broadcasts(NINE + timedelta(seconds=30)) > 0


@pytest.mark.parametrize(
    ("rates", "room"),
    [
        (Rates(), 20),
        (Rates(reserved_for_replies=0.5), 12),
        (Rates(reserved_for_replies=1.0), 0),
        (Rates(whole_bot=10), 8),
    ],
)
def test_a_rested_bot_has_room_for_all_but_the_share_of_replies(rates: Rates, room: int) -> None:
    assert Pace(rates, NINE).room_for_broadcasts(NINE) == room


def test_half_a_second_has_half_the_room() -> None:
    assert Pace(Rates(), NINE).room_for_broadcasts(NINE, within=0.5) == 10


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=60))
@settings(deadline=None)
def test_a_reply_starts_within_a_second_however_much_is_broadcast(between: list[int]) -> None:
    pace = Pace(Rates(), NINE)
    chat = 0
    now = NINE
    for gap in between:
        now += timedelta(milliseconds=gap)
        for _ in range(pace.room_for_broadcasts(now)):
            chat += 1
            pace.start_of(chat, now)
    assert pace.start_of(700123, now) < timedelta(seconds=1)


def test_replies_that_wait_leave_less_room_for_broadcasts() -> None:
    pace = Pace(Rates(), NINE)
    for resident in range(25):
        pace.start_of(resident, NINE)
    assert pace.room_for_broadcasts(NINE) == 0
