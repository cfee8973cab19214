"""When a message that nobody asked for makes no sound."""

from datetime import time

import pytest

from engagement.broadcasts.quiet_hours import is_quiet


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
