"""When a message that nobody asked for waits for the morning, and which morning was the last."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.broadcasts.quiet_hours import is_quiet, last_morning

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (time(20, 59, 59), False),
        (time(21), True),
        (time(21, 0, 1), True),
        (time(23, 59), True),
        (time(0), True),
        (time(7, 59, 59), True),
        (time(8), False),
        (time(8, 0, 1), False),
        (time(12), False),
    ],
)
def test_from_nine_in_the_evening_until_eight_in_the_morning(at: time, quiet: bool) -> None:
    assert is_quiet(at) is quiet


@pytest.mark.parametrize(
    ("at", "morning"),
    [
        (datetime(2022, 9, 6, 8, 0, tzinfo=LONDON), datetime(2022, 9, 6, 8, 0, tzinfo=LONDON)),
        (datetime(2022, 9, 6, 7, 59, tzinfo=LONDON), datetime(2022, 9, 5, 8, 0, tzinfo=LONDON)),
        (datetime(2022, 9, 6, 20, 0, tzinfo=LONDON), datetime(2022, 9, 6, 8, 0, tzinfo=LONDON)),
        # The clocks went back in the night between.
        (datetime(2022, 10, 30, 3, 0, tzinfo=LONDON), datetime(2022, 10, 29, 8, 0, tzinfo=LONDON)),
    ],
)
def test_the_night_ended_at_eight_by_the_councils_clock(at: datetime, morning: datetime) -> None:
    assert last_morning(at) == morning


@given(st.integers(0, 10 * 365 * 86_400))
def test_it_is_day_from_the_last_morning_until_the_next_evening(seconds: int) -> None:
    at = datetime.fromtimestamp(1_577_836_800 + seconds, LONDON)
    morning = last_morning(at)
    assert not is_quiet(morning.time())
    assert morning.time() == time(8)
    since = at.replace(tzinfo=None) - morning.replace(tzinfo=None)
    assert timedelta(0) <= since < timedelta(days=1)
    assert is_quiet(at.time()) is (since >= timedelta(hours=13))
