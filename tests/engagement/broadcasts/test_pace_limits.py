"""How fast messages start: never faster than Telegram takes them, and replies before broadcasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.broadcasts.pace import Marks, Pace, Rates

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


# Replies and broadcasts


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=60))
@settings(deadline=None)
def test_a_reply_waits_behind_one_message_of_a_broadcast_at_most(between: list[int]) -> None:
    """A broadcast asks for one start at a time, once the last one has come."""
    pace = Pace(Rates(), NINE)
    now, next_free = NINE, NINE
    for chat, gap in enumerate(between):
        now = max(next_free, now + timedelta(milliseconds=gap))
        next_free = now + pace.start_of(chat, now)
    assert pace.start_of(700_123, now) <= timedelta(seconds=2.1 / 25)


def test_a_broadcast_alone_has_every_start_of_the_bot() -> None:
    pace, now = Pace(Rates(), NINE), NINE
    for chat in range(1000):
        now += pace.start_of(chat, now)
    assert now - NINE == timedelta(seconds=999 / 25)


# What a restart knows


def test_a_restart_does_not_start_where_the_process_before_it_had_promised_to() -> None:
    pace = Pace(Rates(), NINE, Marks(promised_until=NINE + timedelta(seconds=0.8)))
    assert pace.start_of(1, NINE) == timedelta(seconds=0.8)


def test_a_restart_keeps_the_pause_of_a_429() -> None:
    marks = Pace(Rates(), NINE).pause(30, NINE)
    after = NINE + timedelta(seconds=10)
    assert Pace(Rates(), after, marks).start_of(1, after) == timedelta(seconds=20)


def test_a_promise_from_before_the_clock_was_set_back_binds_nobody() -> None:
    pace = Pace(Rates(), NINE, Marks(promised_until=NINE + timedelta(hours=1)))
    assert pace.start_of(1, NINE) == timedelta(0)


def test_a_pause_is_as_long_as_it_was_when_the_clock_is_set_back() -> None:
    marks = Pace(Rates(), NINE).pause(30, NINE)
    an_hour_ago = NINE - timedelta(hours=1)
    assert Pace(Rates(), an_hour_ago, marks).start_of(1, an_hour_ago) == timedelta(seconds=30)


def test_a_clock_set_back_makes_nobody_wait_for_it() -> None:
    pace = Pace(Rates(), NINE)
    for _ in range(10):
        pace.start_of(700_123, NINE)
    assert pace.start_of(700_123, NINE - timedelta(hours=1)) == timedelta(0)


def test_a_clock_set_forward_lets_no_more_through_than_before() -> None:
    pace = Pace(Rates(), NINE)
    for chat in range(25):
        pace.start_of(chat, NINE)
    later = NINE + timedelta(hours=1)
    starts = [later + pace.start_of(chat, later) for chat in range(100, 200)]
    assert most_over_the_limit(starts, rate=25, burst=1) <= 0


# A server in trouble


def test_ten_troubles_in_a_row_ask_for_a_rest_and_longer_ones_follow() -> None:
    pace = Pace(Rates(), NINE)
    rests = [pace.server_error() for _ in range(50)]
    assert [rest for rest in rests if rest] == [5, 10, 20, 40, 60]
    assert rests[:9] == [0.0] * 9


def test_one_good_answer_ends_the_row() -> None:
    pace = Pace(Rates(), NINE)
    for _ in range(9):
        pace.server_error()
    pace.server_ok()
    assert [pace.server_error() for _ in range(9)] == [0.0] * 9
