"""Whether a file closed a consultation before anybody could answer it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from engagement.consultations.lifecycle import closed_from_the_start

MAY = datetime.fromisoformat("2024-05-01T12:00:00+00:00")
DAY, YEAR = timedelta(days=1), timedelta(days=365)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([], False),
        ([(MAY + DAY, MAY)], False),
        ([(MAY - YEAR, MAY)], True),
        ([(MAY, MAY)], True),
        # It closed in its time, and then its words were corrected.
        ([(MAY + DAY, MAY), (MAY + DAY, MAY + 2 * DAY)], False),
        # The words of what never was open are corrected, and then its date.
        ([(MAY - YEAR, MAY), (MAY - YEAR, MAY + DAY)], True),
        ([(MAY - YEAR, MAY), (MAY + YEAR, MAY + DAY)], False),
        # It was open until its date was changed.
        ([(MAY + 9 * DAY, MAY), (MAY - YEAR, MAY + DAY)], True),
        # It had closed, and its date was corrected afterwards.
        ([(MAY + DAY, MAY), (MAY, MAY + 2 * DAY)], False),
    ],
)
def test_it_is_a_mistake_only_where_it_closed_by_being_loaded(
    versions: list[tuple[datetime, datetime]], expected: bool
) -> None:
    assert closed_from_the_start(versions) is expected
