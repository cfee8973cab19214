"""The limits hold together: pauses, busy chats and a busy bot at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from engagement.broadcasts.pace import Pace, Rates

NINE = datetime(2022, 9, 5, 9, 0, tzinfo=UTC)


def most_within(starts: list[datetime], seconds: float) -> int:
    window = timedelta(seconds=seconds)
    return max(sum(first <= start <= first + window for start in starts) for first in starts)


def test_those_who_waited_for_a_pause_do_not_all_start_at_its_end() -> None:
    pace = Pace(Rates(), NINE)
    pace.pause(30, NINE)
    asked = [NINE + timedelta(seconds=resident / 4) for resident in range(100)]
    starts = [now + pace.start_of(resident, now) for resident, now in enumerate(asked)]
    assert most_within(starts, 1) <= 30


def test_a_busy_bot_does_not_let_one_chat_burst_later() -> None:
    pace = Pace(Rates(), NINE)
    for resident in range(100):
        pace.start_of(resident, NINE)
    starts = [NINE + pace.start_of(700123, NINE) for _ in range(6)]
    assert most_within(starts, 0.5) <= 3


def test_busy_chats_do_not_start_together() -> None:
    pace = Pace(Rates(), NINE)
    starts, chat = [], 0
    for second in range(10):
        now = NINE + timedelta(seconds=second)
        messages = 3 + 10 - second
        for _ in range(25 // messages):
            chat += 1
            starts += [now + pace.start_of(chat, now) for _ in range(messages)]
    assert most_within(starts, 0) <= 5


def test_how_long_a_broadcast_takes_is_told_in_whole_seconds_by_the_rate_that_is_set() -> None:
    assert [Rates().seconds_for(n) for n in (0, 1, 25, 26, 360)] == [1, 1, 1, 2, 15]
    assert Rates(whole_bot=0.5).seconds_for(3) == 6
