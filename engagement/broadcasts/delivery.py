"""States of a delivery, and how one call for it settles it or makes it wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason

LEASE = timedelta(minutes=3)
"""How long a claim is valid. A call times out after 20 seconds, so a delivery that was claimed
longer ago than this and never settled may or may not have been sent."""

FIRST_RETRY, LONGEST_RETRY = 1.0, 60.0
"""Seconds before retrying a message that certainly wasn't sent: the first wait, and the longest."""


class DeliveryState(StrEnum):
    """The state of one broadcast for one recipient. All but the first two are final."""

    QUEUED = "queued"  # in the ledger, not started
    CLAIMED = "claimed"  # committed before the call; the result isn't known until it is settled
    SENT = "sent"  # Telegram accepted it
    BLOCKED = "blocked"  # the resident has blocked the bot, or the account is deleted
    FAILED = "failed"  # Telegram rejected it, and would reject it again
    UNKNOWN = "unknown"  # the connection broke: it may have arrived, so we don't resend it
    CANCELLED = "cancelled"  # /stop, /forget or a decision of staff came before it was sent


FINAL = frozenset(DeliveryState) - {DeliveryState.QUEUED, DeliveryState.CLAIMED}


class Reach(StrEnum):
    """Whether messages reach a contact."""

    REACHABLE = "reachable"  # as far as we know
    BLOCKED = "blocked"  # they blocked the bot; reachable again on unblock or /start
    GONE = "gone"  # the account is deleted
    STOPPED = "stopped"  # they sent /stop; reachable again on /start
    SHARED = "shared"  # they answer on somebody else's phone: nothing is sent by itself


@dataclass(frozen=True, slots=True)
class Settlement:
    """The changes to a delivery and its contact after an outcome."""

    state: DeliveryState
    reach: Reach | None = None  # the contact's new reach, if the outcome shows it
    counts: bool = True  # whether this counts as one of the message's tries
    waits: bool = False  # whether the next try is delayed, longer each time


def reach_after(outcome: Outcome) -> Reach | None:
    """The contact's new reach, if the outcome shows it. That a bot was never started is about the
    bot: every contact has written to ours, so the token is of another, and the person hasn't
    gone."""
    match outcome.fate:
        case Fate.BLOCKED if outcome.reason is not Reason.NEVER_STARTED:
            return Reach.BLOCKED
        case Fate.GONE:
            return Reach.GONE
        case _:
            return None


def settle(outcome: Outcome) -> Settlement:
    """The next state of a claimed delivery. One that may have arrived isn't queued again here."""
    match outcome.fate:
        case Fate.DONE:
            return Settlement(DeliveryState.SENT)
        case Fate.BLOCKED | Fate.GONE:
            return Settlement(DeliveryState.BLOCKED, reach_after(outcome))
        case Fate.REFUSED:
            return Settlement(DeliveryState.FAILED)
        case Fate.NEVER_SENT:
            return Settlement(DeliveryState.QUEUED, waits=True)
        case Fate.MOVED:
            return Settlement(DeliveryState.QUEUED)
        case Fate.SLOW_DOWN | Fate.UNAUTHORISED | Fate.CONFLICT:
            return Settlement(DeliveryState.QUEUED, counts=False)
        case Fate.UNKNOWN:
            return Settlement(DeliveryState.UNKNOWN)


def retry_in(tries: int, chance: float) -> float:
    """Seconds before retrying a message that was never sent, after ``tries`` tries.

    The wait doubles each time, up to a minute. ``chance`` (0 to 1) shortens it by up to half, so
    that messages that failed together aren't retried together.
    """
    longest: float = min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** min(max(tries, 1) - 1, 10))
    return longest * (1.0 - min(max(chance, 0.0), 1.0) / 2)
