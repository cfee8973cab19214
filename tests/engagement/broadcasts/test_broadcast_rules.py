"""The life of a broadcast, its second yes, its audience and its sums."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lamps_street import ABBEY, CHESHAM, WEST_WYCOMBE

from engagement.broadcasts.audience import check_own_wards
from engagement.broadcasts.delivery import FINAL, DeliveryState
from engagement.broadcasts.lifecycle import (
    ALLOWED,
    BroadcastState,
    Tally,
    grew_too_much,
    needs_second_approval,
)
from engagement.errors import NotYourWards

S = BroadcastState
STEPS = {
    (S.AWAITING_APPROVAL, S.APPROVED),
    (S.AWAITING_APPROVAL, S.DECLINED),
    (S.AWAITING_APPROVAL, S.EXPIRED),
    (S.AWAITING_APPROVAL, S.CANCELLED),
    (S.APPROVED, S.SENDING),
    (S.APPROVED, S.CANCELLED),
    (S.SENDING, S.SENT),
    (S.SENDING, S.CANCELLED),  # taken back while no copy has left
}


@pytest.mark.parametrize("before", BroadcastState)
@pytest.mark.parametrize("after", BroadcastState)
def test_a_broadcast_takes_only_these_steps(before: S, after: S) -> None:
    assert (after in ALLOWED[before]) is ((before, after) in STEPS)


@pytest.mark.parametrize("state", [S.SENT, S.DECLINED, S.EXPIRED, S.CANCELLED])
def test_a_final_state_stays_final(state: S) -> None:
    assert ALLOWED[state] == frozenset()


@pytest.mark.parametrize(
    ("people", "threshold", "needed"),
    [(49, 50, False), (50, 50, False), (51, 50, True), (1, 0, True), (0, 0, False)],
)
def test_only_more_people_than_the_threshold_need_a_second_yes(
    people: int, threshold: int, needed: bool
) -> None:
    assert needs_second_approval(people, threshold) is needed


@pytest.mark.parametrize(
    ("shown", "now", "too_much"),
    [
        (100, 90, False),
        (100, 100, False),
        (100, 105, False),
        (100, 106, True),
        (412, 432, False),
        (412, 433, True),
        (19, 20, True),
        (20, 21, False),
        (0, 0, False),
        (0, 1, True),
    ],
)
def test_an_audience_may_grow_by_a_twentieth_and_no_more(
    shown: int, now: int, too_much: bool
) -> None:
    assert grew_too_much(shown=shown, now=now) is too_much


@settings(deadline=None)
@given(st.integers(0, 100_000))
def test_exactly_a_twentieth_more_is_allowed_whatever_the_number(twentieths: int) -> None:
    shown, now = 20 * twentieths, 21 * twentieths
    assert not grew_too_much(shown=shown, now=now)
    assert grew_too_much(shown=shown, now=now + 1)


counts = st.dictionaries(st.sampled_from(DeliveryState), st.integers(0, 10_000))


@settings(deadline=None)
@given(counts)
def test_the_tally_adds_up_to_its_audience(by_state: dict[DeliveryState, int]) -> None:
    assert Tally.of(by_state).audience == sum(by_state.values())


@settings(deadline=None)
@given(counts)
def test_what_is_settled_is_what_has_a_final_state(by_state: dict[DeliveryState, int]) -> None:
    final = sum(n for state, n in by_state.items() if state in FINAL)
    assert Tally.of(by_state).settled == final


@pytest.mark.parametrize(
    ("by_state", "over"),
    [
        ({DeliveryState.SENT: 3, DeliveryState.UNKNOWN: 1}, True),
        ({DeliveryState.SENT: 3, DeliveryState.CLAIMED: 1}, False),
        ({DeliveryState.SENT: 3, DeliveryState.QUEUED: 1}, False),
        ({}, True),
    ],
)
def test_it_is_over_when_every_row_has_a_final_state(
    by_state: dict[DeliveryState, int], over: bool
) -> None:
    assert Tally.of(by_state).is_over is over


def test_each_state_has_a_place_of_its_own_in_the_tally() -> None:
    by_state = {state: 10**place for place, state in enumerate(DeliveryState)}
    tally = Tally.of(by_state)
    assert {state: getattr(tally, state.value) for state in DeliveryState} == by_state


def test_somebody_may_choose_from_their_own_wards() -> None:
    check_own_wards([ABBEY], [ABBEY, CHESHAM])


def test_one_ward_of_others_among_ones_own_is_refused() -> None:
    with pytest.raises(NotYourWards):
        check_own_wards([ABBEY, WEST_WYCOMBE], [ABBEY, CHESHAM])


def test_a_tally_of_nothing_is_nothing_in_every_state() -> None:
    assert Tally() == Tally.of({})
    assert [getattr(Tally(), state.value) for state in DeliveryState] == [0] * len(DeliveryState)
    assert Tally().is_over
