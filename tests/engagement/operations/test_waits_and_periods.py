"""How long a retry waits, and how long records are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engagement.operations import retention
from engagement.operations.database_outage import DatabaseOutage, wait_before

BUSY, AWAY = DatabaseOutage.BUSY, DatabaseOutage.AWAY


@pytest.mark.parametrize(
    ("tries", "outage", "step"),
    [
        (1, BUSY, 0.2), (2, BUSY, 0.4), (3, BUSY, 0.8), (6, BUSY, 6.4), (7, BUSY, 10.0),
        (5_000, BUSY, 10.0), (1, AWAY, 0.0), (2, AWAY, 0.2), (3, AWAY, 0.4), (8, AWAY, 10.0),
        (1, DatabaseOutage.FULL, 0.2), (1, DatabaseOutage.READ_ONLY, 0.2),
    ],
)  # fmt: skip
def test_waits_double_up_to_ten_seconds_and_a_lost_connection_is_tried_again_at_once(
    tries: int, outage: DatabaseOutage, step: float
) -> None:
    assert wait_before(tries, outage, 0.0) == pytest.approx(step / 2)
    assert wait_before(tries, outage, 0.5) == pytest.approx(step * 0.75)
    assert wait_before(tries, outage, 1.0) == pytest.approx(step)


def test_the_periods_are_those_of_the_page_about_retention() -> None:
    days = {
        name: period / timedelta(days=1)
        for name, period in vars(retention).items()
        if isinstance(period, timedelta)
    }
    assert days == {
        "ARRIVALS_KEPT": 1,
        "READINGS_KEPT": 6 * 365 + 2,
        "QUARANTINE_KEPT": 7,
        "INBOX_KEPT": 30,
        "INVITES_KEPT": 30,
        "LINK_KEPT": 365,
        "WORDS_KEPT": 365,
        "RECIPIENTS_KEPT": 365,
        "ALARMS_KEPT": 365,
        "COMPLAINTS_KEPT": 2192,
        "SAFETY_WORDS_KEPT": 30,
        "SOUNDS_KEPT": 30,
        "POLL_ANSWERS_KEPT": 30,
        "SAFETY_ALERTS_KEPT": 365,
        "DUTIES_KEPT": 365,
        "AUDIT_KEPT": 2192,
        "EQUALITY_KEPT": 183,
    }
