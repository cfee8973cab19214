"""The gate: what passes, what waits and until when, and what is never sent any more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.gate import (
    AT_ANY_TIME,
    IN_BUDGET,
    TERMS,
    Drop,
    Wait,
    Waiting,
    Weekly,
    budget_of,
    decide,
    leaves_with_another,
    useful_until,
)
from engagement.broadcasts.lifecycle import BroadcastKind

NOW = datetime(2022, 9, 20, 10, tzinfo=UTC)
SECOND, DAY, WEEK = timedelta(seconds=1), timedelta(days=1), timedelta(days=7)
NEWS = Waiting(BroadcastKind.UPDATE, None)


def sent(*ago: timedelta, budget: int | None = 1) -> Waiting:
    """News for somebody who was sent messages so long ago."""
    return replace(NEWS, sent=[NOW - time for time in ago], budget=budget)


def test_every_kind_has_its_terms() -> None:
    assert set(TERMS) == set(BroadcastKind)
    assert set(BroadcastKind) - IN_BUDGET == {*OUTSIDE}
    assert {BroadcastKind.URGENT, BroadcastKind.URGENT_CORRECTION} == AT_ANY_TIME


@pytest.mark.parametrize("kind", BroadcastKind)
def test_a_message_to_somebody_who_was_sent_nothing_passes(kind: BroadcastKind) -> None:
    assert decide(replace(NEWS, kind=kind), NOW) is None


@pytest.mark.parametrize(
    ("ago", "until"),
    [
        (timedelta(0), NOW + WEEK),
        (SECOND, NOW + WEEK - SECOND),
        (WEEK - SECOND, NOW + SECOND),
        (WEEK, None),
        (WEEK + SECOND, None),
    ],
)
def test_the_second_message_waits_for_seven_times_24_hours_after_the_first(
    ago: timedelta, until: datetime | None
) -> None:
    expected = None if until is None else Wait(until, Reason.BUDGET)
    assert decide(sent(ago), NOW) == expected


def test_who_may_get_three_a_week_waits_for_the_end_of_the_third_last_week() -> None:
    assert decide(sent(DAY, 2 * DAY, budget=3), NOW) is None
    assert decide(sent(DAY, 3 * DAY, 2 * DAY, budget=3), NOW) == Wait(NOW + 4 * DAY, Reason.BUDGET)
    four = sent(DAY, 3 * DAY, 2 * DAY, 4 * DAY, budget=3)
    assert decide(four, NOW) == Wait(NOW + 4 * DAY, Reason.BUDGET)


def test_somebody_who_wants_them_all_gets_them_all() -> None:
    assert decide(sent(*[SECOND] * 30, budget=None), NOW) is None


def test_a_time_ahead_of_the_clock_counts_as_now() -> None:
    assert decide(sent(-30 * DAY), NOW) == Wait(NOW + WEEK, Reason.BUDGET)


OUTSIDE = (
    BroadcastKind.NEW_WARDS,
    BroadcastKind.CORRECTION,
    BroadcastKind.POLL_STOPPED,
    *sorted(AT_ANY_TIME),
)


@pytest.mark.parametrize("kind", OUTSIDE)
def test_some_kinds_are_outside_the_budget(kind: BroadcastKind) -> None:
    assert decide(replace(sent(SECOND), kind=kind), NOW) is None


@pytest.mark.parametrize("kind", BroadcastKind)
def test_only_what_would_wait_for_the_budget_leaves_with_another(kind: BroadcastKind) -> None:
    one = replace(sent(timedelta(0)), kind=kind)
    assert leaves_with_another(one, NOW, has_waited=False) is (kind not in OUTSIDE)
    assert not leaves_with_another(replace(one, again=True), NOW, has_waited=True)
    held = replace(one, undecided=True)
    assert not leaves_with_another(held, NOW, has_waited=True)


def test_what_has_room_of_its_own_leaves_alone_unless_it_has_waited() -> None:
    one = sent(timedelta(0), budget=3)
    assert not leaves_with_another(one, NOW, has_waited=False)
    assert leaves_with_another(one, NOW, has_waited=True)
    assert not leaves_with_another(replace(one, useful_until=NOW), NOW, has_waited=True)


def test_a_message_sent_again_has_had_its_place() -> None:
    assert decide(replace(sent(SECOND), again=True), NOW) is None
    too_late = replace(sent(SECOND), again=True, useful_until=NOW)
    assert decide(too_late, NOW) == Drop(Reason.TOO_LATE)


@pytest.mark.parametrize(("left", "dropped"), [(SECOND, False), (timedelta(0), True)])
@pytest.mark.parametrize("kind", [BroadcastKind.UPDATE, BroadcastKind.INVITATION])
def test_news_and_invitations_are_dropped_at_their_latest_useful_time(
    kind: BroadcastKind, left: timedelta, dropped: bool
) -> None:
    one = replace(NEWS, kind=kind, useful_until=NOW + left)
    assert decide(one, NOW) == (Drop(Reason.TOO_LATE) if dropped else None)


@pytest.mark.parametrize("kind", [BroadcastKind.OUTCOME, BroadcastKind.ECHO])
def test_an_outcome_and_an_echo_wait_and_are_never_dropped(kind: BroadcastKind) -> None:
    late = replace(NEWS, kind=kind, useful_until=NOW - DAY, sent=[NOW])
    assert decide(late, NOW) == Wait(NOW + WEEK, Reason.BUDGET)


@pytest.mark.parametrize("kind", sorted(AT_ANY_TIME))
def test_before_an_election_what_is_urgent_goes_on(kind: BroadcastKind) -> None:
    held = replace(NEWS, kind=kind, held_until=NOW + DAY)
    assert decide(held, NOW) is None
    assert decide(replace(held, undecided=True), NOW) is None
    assert decide(replace(held, dropped=True), NOW) is None


@pytest.mark.parametrize("kind", sorted({*BroadcastKind} - AT_ANY_TIME))
def test_before_an_election_every_other_kind_waits_for_a_decision(kind: BroadcastKind) -> None:
    held = replace(NEWS, kind=kind, undecided=True, budget=None)
    assert decide(held, NOW) == Wait(None, Reason.ELECTION)
    assert decide(held, NOW + 90 * DAY) == Wait(None, Reason.ELECTION)


@pytest.mark.parametrize("kind", sorted({*BroadcastKind} - AT_ANY_TIME))
def test_what_the_monitoring_officer_dropped_is_not_sent(kind: BroadcastKind) -> None:
    dropped = replace(NEWS, kind=kind, dropped=True)
    assert decide(dropped, NOW) == Drop(Reason.NOT_RELEASED)
    assert decide(replace(dropped, undecided=True), NOW) == Wait(None, Reason.ELECTION)


@pytest.mark.parametrize("kind", sorted({*BroadcastKind} - AT_ANY_TIME))
def test_a_copy_into_another_ward_waits_until_the_election_there_is_over(
    kind: BroadcastKind,
) -> None:
    held = replace(NEWS, kind=kind, held_until=NOW + DAY)
    assert decide(held, NOW) == Wait(NOW + DAY, Reason.ELECTION)
    assert decide(held, NOW + DAY) is None


def test_what_is_too_late_is_not_held_as_well() -> None:
    late = replace(NEWS, undecided=True, useful_until=NOW)
    assert decide(late, NOW) == Drop(Reason.TOO_LATE)


def test_how_long_each_kind_is_useful() -> None:
    closes = NOW + 5 * DAY
    found = {k: useful_until(k, approved=NOW, closes=closes) for k in BroadcastKind}
    assert found == {
        BroadcastKind.UPDATE: NOW + 14 * DAY,
        BroadcastKind.INVITATION: closes,
        BroadcastKind.OUTCOME: None,
        BroadcastKind.NEW_WARDS: None,
        BroadcastKind.URGENT: NOW + DAY,
        BroadcastKind.CORRECTION: None,
        BroadcastKind.URGENT_CORRECTION: None,
        BroadcastKind.POLL: closes,
        BroadcastKind.POLL_STOPPED: None,
        BroadcastKind.ECHO: None,
    }


@pytest.mark.parametrize(
    ("choice", "budget"),
    [(None, 2), (Weekly.ONE, 1), (Weekly.THREE, 3), (Weekly.QUESTIONS, 2), (Weekly.ALL, None)],
)
def test_a_persons_choice_goes_before_the_councils_number(
    choice: Weekly | None, budget: int | None
) -> None:
    assert budget_of(choice, 2) == budget


@pytest.mark.parametrize("kind", BroadcastKind)
def test_who_wants_only_questions_is_sent_no_news(kind: BroadcastKind) -> None:
    one = replace(NEWS, kind=kind, only_questions=True)
    dropped = Drop(Reason.NOT_WANTED) if kind is BroadcastKind.UPDATE else None
    assert decide(one, NOW) == dropped


@pytest.mark.parametrize("only_questions", [False, True])
def test_who_has_answered_since_is_not_invited(only_questions: bool) -> None:
    invitation = BroadcastKind.INVITATION
    one = replace(NEWS, kind=invitation, answered=True, only_questions=only_questions)
    assert decide(one, NOW) == Drop(Reason.ANSWERED)


WAITS = st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=8)


@given(waits=WAITS, budget=st.integers(1, 4))
def test_no_seven_days_hold_more_than_the_budget(waits: list[timedelta], budget: int) -> None:
    """Messages come one after another, and each leaves as soon as it may: no window of seven days
    has more than the budget, and none waits although there is room."""
    now, gone = NOW, list[datetime]()
    for wait in waits:
        now += wait
        found = decide(replace(NEWS, sent=gone, budget=budget), now)
        recent = [at for at in gone if now - at < WEEK]
        assert (found is not None) is (len(recent) >= budget)
        if isinstance(found, Wait):
            assert found.until is not None
            assert found.until > now
            now = found.until
            assert decide(replace(NEWS, sent=gone, budget=budget), now) is None
            assert decide(replace(NEWS, sent=gone, budget=budget), now - SECOND) is not None
        gone.append(now)
    for first in gone:
        assert sum(first <= at < first + WEEK for at in gone) <= budget
