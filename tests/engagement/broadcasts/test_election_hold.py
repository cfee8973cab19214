"""Before an election: for which wards, from when until when, and what a message has met."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.schema.sending import Hold
from engagement.broadcasts.election_hold import (
    Period,
    held_wards,
    in_force,
    is_to_tell,
    periods,
    was_met,
)

ABBEY, BOOKER = "E05013120", "E05013131"
ZONE = "Europe/London"
BEGINS = datetime(2023, 3, 27, tzinfo=UTC) - timedelta(hours=1)  # the clocks went on that Sunday
ENDS = datetime(2023, 5, 5, tzinfo=UTC) - timedelta(hours=1)
SECOND = timedelta(seconds=1)
LATEST = datetime(2033, 1, 1, tzinfo=UTC)


def hold(*wards: str, first: date = date(2023, 3, 27), last: date = date(2023, 5, 4)) -> Hold:
    return Hold(
        first_day=first, last_day=last, wards=wards or "all", reason="Elections", source="Notice"
    )


PERIOD = Period(BEGINS, ENDS, date(2023, 5, 4))


def test_a_hold_is_whole_days_by_the_councils_clock() -> None:
    assert periods([hold()], ABBEY, ZONE) == (PERIOD,)


def test_a_by_election_holds_only_its_own_wards() -> None:
    assert periods([hold(BOOKER)], ABBEY, ZONE) == ()
    assert held_wards([hold(BOOKER)], [ABBEY, BOOKER], BEGINS, ZONE) == {BOOKER}
    assert held_wards([hold()], [ABBEY, BOOKER], BEGINS, ZONE) == {ABBEY, BOOKER}


@pytest.mark.parametrize(
    ("now", "on"),
    [(BEGINS - SECOND, False), (BEGINS, True), (ENDS - SECOND, True), (ENDS, False)],
)
def test_a_hold_is_on_from_the_notice_to_the_end_of_the_day_of_the_poll(
    now: datetime, on: bool
) -> None:
    assert in_force([PERIOD], now) == (PERIOD if on else None)
    assert held_wards([hold()], [ABBEY], now, ZONE) == ({ABBEY} if on else set())


def test_of_two_holds_the_later_end_is_said() -> None:
    longer = Period(BEGINS, ENDS + SECOND, date(2023, 5, 11))
    assert in_force([longer, PERIOD], BEGINS) is longer
    assert in_force([PERIOD, longer], BEGINS) is longer


@pytest.mark.parametrize(
    ("since", "now", "met"),
    [
        (BEGINS - 2 * SECOND, BEGINS - SECOND, False),
        (BEGINS - SECOND, BEGINS, True),
        (BEGINS - SECOND, ENDS + timedelta(days=90), True),
        (ENDS - SECOND, ENDS, True),
        (ENDS, ENDS, False),
    ],
)
def test_what_waited_while_a_hold_was_on_has_met_it(
    since: datetime, now: datetime, met: bool
) -> None:
    assert was_met([PERIOD], since=since, now=now, released=None, until=LATEST) is met


@pytest.mark.parametrize(
    ("released", "met"), [(BEGINS - SECOND, True), (BEGINS, False), (ENDS, False)]
)
def test_a_release_is_from_holds_that_had_begun(released: datetime, met: bool) -> None:
    assert was_met([PERIOD], since=BEGINS, now=ENDS, released=released, until=LATEST) is met


@pytest.mark.parametrize(("until", "met"), [(BEGINS, False), (BEGINS + SECOND, True)])
def test_a_hold_that_begins_when_nothing_may_be_on_its_way_any_more_is_not_met(
    until: datetime, met: bool
) -> None:
    since = BEGINS - timedelta(days=14)
    assert was_met([PERIOD], since=since, now=BEGINS, released=None, until=until) is met


@given(
    since=st.integers(0, 365 * 86_400).map(lambda n: datetime(2023, 1, 1, tzinfo=UTC) + n * SECOND),
    waited=st.timedeltas(timedelta(0), timedelta(days=200)),
)
def test_once_met_always_met(since: datetime, waited: timedelta) -> None:
    """A message meets a hold if and only if there was a moment of its wait in it, and later
    moments don't undo that."""
    now = since + waited
    met = was_met([PERIOD], since=since, now=now, released=None, until=LATEST)
    assert met is (max(since, BEGINS) <= min(now, ENDS - timedelta(microseconds=1)))
    later = was_met(
        [PERIOD], since=since, now=now + timedelta(days=400), released=None, until=LATEST
    )
    assert later or not met
    assert not was_met([PERIOD], since=since, now=now, released=max(now, BEGINS), until=LATEST)


@pytest.mark.parametrize(
    ("waits", "told", "days", "expected"),
    [
        ([], [], None, False),
        ([1], [], None, True),
        ([1, 2], [1], 0, False),
        ([1, 2], [1], 1, True),
        ([1], [1, 2], 1, False),
        ([1], [1], 6, False),
        ([1], [1], 7, True),
    ],
)
def test_what_is_new_is_told_the_next_day_and_the_same_after_a_week(
    waits: list[int], told: list[int], days: int | None, expected: bool
) -> None:
    today = date(2023, 4, 10)
    last = None if days is None else today - timedelta(days=days)
    assert is_to_tell(waits, told, last=last, today=today) is expected
