"""What each of Telegram's answers means, and what becomes of the delivery."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason, edit_is_done, outcome_of
from engagement.broadcasts.delivery import (
    FINAL,
    LEASE,
    DeliveryState,
    Reach,
    Settlement,
    retry_in,
    settle,
)


def no(code: int, description: str, **parameters: Any) -> dict[str, Any]:
    body = {"ok": False, "error_code": code, "description": description}
    return body | ({"parameters": parameters} if parameters else {})


@pytest.mark.parametrize(
    ("status", "description", "fate"),
    [
        (403, "Forbidden: bot was blocked by the user", Fate.BLOCKED),
        (403, "Forbidden: bot can't initiate conversation with a user", Fate.BLOCKED),
        (403, "Forbidden: user is deactivated", Fate.GONE),
        (400, "Bad Request: chat not found", Fate.REFUSED),
        (400, "Bad Request: PEER_ID_INVALID", Fate.REFUSED),
        (400, "Bad Request: message to edit not found", Fate.REFUSED),
        (400, "Bad Request: message can't be edited", Fate.REFUSED),
        (400, "Bad Request: query is too old and response timeout expired", Fate.REFUSED),
        (400, "Bad Request: can't parse entities", Fate.REFUSED),
        (400, "Bad Request: message is too long", Fate.REFUSED),
        (413, "Request Entity Too Large", Fate.REFUSED),
        (401, "Unauthorized", Fate.UNAUTHORISED),
        (404, "Not Found", Fate.UNAUTHORISED),
        (404, "Not Found: method not found", Fate.REFUSED),
        (409, "Conflict: terminated by other getUpdates request", Fate.CONFLICT),
        (429, "Too Many Requests: retry after 7", Fate.SLOW_DOWN),
        (500, "Internal Server Error", Fate.UNKNOWN),
        (502, "Bad Gateway", Fate.UNKNOWN),
        (504, "Gateway Timeout", Fate.UNKNOWN),
    ],
)
def test_a_no_of_telegrams_has_its_own_fate(status: int, description: str, fate: Fate) -> None:
    outcome = outcome_of(status, no(status, description))
    assert (outcome.fate, outcome.description) == (fate, description)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, None),
        (200, "<html>Welcome to nginx</html>"),
        (200, []),
        (200, {"result": {}}),
        (502, None),
        (504, None),
        (403, None),
    ],
)
def test_an_answer_that_is_not_telegrams_leaves_its_fate_unknown(status: int, body: Any) -> None:
    assert outcome_of(status, body).fate is Fate.UNKNOWN


def test_a_yes_brings_the_id_of_the_message() -> None:
    outcome = outcome_of(200, {"ok": True, "result": {"message_id": 41}})
    assert (outcome.fate, outcome.message_id) == (Fate.DONE, 41)


@pytest.mark.parametrize("result", [True, None, [], {"message_id": "41"}, {}])
def test_a_yes_to_something_else_has_no_message_id(result: Any) -> None:
    assert outcome_of(200, {"ok": True, "result": result}).message_id is None


@pytest.mark.parametrize(("wait", "seconds"), [(7, 7.0), (0.5, 0.5)])
def test_slow_down_says_for_how_long(wait: float, seconds: float) -> None:
    assert outcome_of(429, no(429, "Too Many Requests", retry_after=wait)).retry_after == seconds


@pytest.mark.parametrize("body", [no(429, "x"), no(429, "x", retry_after="soon")])
def test_slow_down_without_a_time_is_still_slow_down(body: dict[str, Any]) -> None:
    assert outcome_of(429, body) == Outcome(
        Fate.SLOW_DOWN, description="x", retry_after=0.0, reason=Reason.SLOW_DOWN
    )


SETTLEMENTS = {
    Fate.DONE: Settlement(DeliveryState.SENT),
    Fate.BLOCKED: Settlement(DeliveryState.BLOCKED, Reach.BLOCKED),
    Fate.GONE: Settlement(DeliveryState.BLOCKED, Reach.GONE),
    Fate.REFUSED: Settlement(DeliveryState.FAILED),
    Fate.NEVER_SENT: Settlement(DeliveryState.QUEUED, waits=True),
    Fate.MOVED: Settlement(DeliveryState.QUEUED),
    Fate.SLOW_DOWN: Settlement(DeliveryState.QUEUED, counts=False),
    Fate.UNAUTHORISED: Settlement(DeliveryState.QUEUED, counts=False),
    Fate.CONFLICT: Settlement(DeliveryState.QUEUED, counts=False),
    Fate.UNKNOWN: Settlement(DeliveryState.UNKNOWN),
}


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_settles_a_claimed_delivery(fate: Fate) -> None:
    assert settle(Outcome(fate)) == SETTLEMENTS[fate]


def test_only_what_waits_or_is_under_way_is_not_final() -> None:
    assert set(DeliveryState) - FINAL == {DeliveryState.QUEUED, DeliveryState.CLAIMED}


@pytest.mark.parametrize(
    ("outcome", "done"),
    [
        (Outcome(Fate.DONE), True),
        (Outcome(Fate.REFUSED, description="Bad Request: message is not modified: x"), True),
        (Outcome(Fate.REFUSED, description="Bad Request: message to edit not found"), False),
        (Outcome(Fate.BLOCKED, description="Forbidden: bot was blocked by the user"), False),
        (Outcome(Fate.UNKNOWN), False),
    ],
)
def test_an_edit_stands_when_it_was_made_or_changes_nothing(outcome: Outcome, done: bool) -> None:
    assert edit_is_done(outcome) is done


# Every row of Telegram's table of errors: the answer, what it means, and what the report says of it

TABLE = [
    (403, "Forbidden: bot was blocked by the user", Fate.BLOCKED, Reason.BLOCKED_US),
    (403, "Forbidden: user is deactivated", Fate.GONE, Reason.ACCOUNT_GONE),
    (403, "Forbidden: bot was kicked from the group chat", Fate.GONE, Reason.GROUP_LEFT),
    (403, "Forbidden: bot was kicked from the supergroup chat", Fate.GONE, Reason.GROUP_LEFT),
    (403, "Forbidden: bot is not a member of the channel chat", Fate.GONE, Reason.GROUP_LEFT),
    (403, "Forbidden: the group chat was deleted", Fate.GONE, Reason.GROUP_LEFT),
    (
        403,
        "Forbidden: bot can't initiate conversation with a user",
        Fate.BLOCKED,
        Reason.NEVER_STARTED,
    ),
    (403, "Forbidden: something new", Fate.BLOCKED, Reason.BLOCKED_US),
    (400, "Bad Request: chat not found", Fate.REFUSED, Reason.NO_SUCH_CHAT),
    (400, "Bad Request: PEER_ID_INVALID", Fate.REFUSED, Reason.NO_SUCH_CHAT),
    (
        400,
        "Bad Request: can't parse entities: Unsupported start tag",
        Fate.REFUSED,
        Reason.MARKUP_REFUSED,
    ),
    (400, "Bad Request: message is too long", Fate.REFUSED, Reason.TOO_LONG),
    (400, "Bad Request: reply markup is too long", Fate.REFUSED, Reason.TOO_LONG),
    (400, "Bad Request: message is not modified", Fate.REFUSED, Reason.REFUSED),
    (400, "Bad Request: message to edit not found", Fate.REFUSED, Reason.REFUSED),
    (400, "Bad Request: query is too old", Fate.REFUSED, Reason.REFUSED),
    (401, "Unauthorized", Fate.UNAUTHORISED, Reason.TOKEN_REFUSED),
    (404, "Not Found", Fate.UNAUTHORISED, Reason.TOKEN_REFUSED),
    (404, "Not Found: method not found", Fate.REFUSED, Reason.REFUSED),
    (409, "Conflict: terminated by other getUpdates", Fate.CONFLICT, Reason.TWO_POLLERS),
    (413, "Request Entity Too Large", Fate.REFUSED, Reason.TOO_LARGE),
    (500, "Internal Server Error", Fate.UNKNOWN, Reason.TELEGRAM_ERROR),
    (502, "Bad Gateway", Fate.UNKNOWN, Reason.TELEGRAM_ERROR),
]


@pytest.mark.parametrize(("status", "description", "fate", "reason"), TABLE)
def test_every_row_of_the_table_of_errors(
    status: int, description: str, fate: Fate, reason: Reason
) -> None:
    outcome = outcome_of(status, no(status, description))
    assert (outcome.fate, outcome.reason) == (fate, reason)


def test_a_group_that_became_a_supergroup_says_where_it_is_now() -> None:
    body = no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100_123)
    outcome = outcome_of(400, body)
    assert (outcome.fate, outcome.moved_to) == (Fate.MOVED, -100_123)


def test_a_gateways_413_means_that_nothing_went() -> None:
    assert outcome_of(413, None).fate is Fate.REFUSED


@pytest.mark.parametrize(
    ("status", "reason"), [(502, Reason.TELEGRAM_ERROR), (200, Reason.NOT_TELEGRAM)]
)
def test_a_page_of_html_is_told_apart_from_a_server_in_trouble(status: int, reason: Reason) -> None:
    assert outcome_of(status, None).reason is reason


@settings(deadline=None)
@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_next_try_waits_a_minute_at_most_and_never_nothing(tries: int, chance: float) -> None:
    assert 0.5 <= retry_in(tries, chance) <= 60.0


def test_a_next_try_waits_longer_each_time() -> None:
    assert [retry_in(tries, 0.0) for tries in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_what_failed_together_does_not_come_back_together() -> None:
    assert retry_in(5, 0.0) != retry_in(5, 0.7)


def test_a_claim_ends_after_three_minutes_and_retries_wait_from_one_second_to_a_minute() -> None:
    assert timedelta(minutes=3) == LEASE
    assert [retry_in(tries, 0.0) for tries in (0, 1, 2, 3, 6, 7, 8, 5_000)] == [
        1,
        1,
        2,
        4,
        32,
        60,
        60,
        60,
    ]
    assert [retry_in(tries, 1.0) for tries in (1, 2, 7)] == [0.5, 1, 30]
