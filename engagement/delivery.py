"""What became of a message: the states of a delivery and what each of Telegram's answers means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DeliveryState(StrEnum):
    """One broadcast, one recipient. Every state but the first two is final."""

    QUEUED = "queued"  # in the ledger, not begun
    CLAIMED = "claimed"  # committed to before the call; its fate is open until it is settled
    SENT = "sent"  # Telegram said yes
    BLOCKED = "blocked"  # the resident has blocked us, or the account is gone
    FAILED = "failed"  # Telegram said no, and would again
    UNKNOWN = "unknown"  # the line was cut: it may have arrived, so it is not sent blindly again
    CANCELLED = "cancelled"  # left, forgotten or stopped before it went


FINAL = frozenset(DeliveryState) - {DeliveryState.QUEUED, DeliveryState.CLAIMED}


class Reach(StrEnum):
    """Whether messages reach a contact."""

    REACHABLE = "reachable"  # as far as we know
    BLOCKED = "blocked"  # told us so, by blocking; back on unblock or /start
    GONE = "gone"  # the account was deleted
    STOPPED = "stopped"  # said /stop; back on /start


class Fate(StrEnum):
    """What one call to Telegram came to."""

    DONE = "done"  # accepted
    BLOCKED = "blocked"  # 403: the person blocked us or never started the bot
    GONE = "gone"  # 403: the account is deleted
    REFUSED = "refused"  # a definite no: repeating it would bring the same
    NEVER_SENT = "never sent"  # the connection was never made: safe to try again
    SLOW_DOWN = "slow down"  # 429: certainly not sent; the whole bot pauses
    UNKNOWN = "unknown"  # cut, timed out, 5xx or not JSON: it may have gone
    UNAUTHORISED = "unauthorised"  # 401 or 404: stop sending, keep the queue
    CONFLICT = "conflict"  # 409: another instance polls with our token


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one call. ``retry_after`` in seconds; ``result`` is Telegram's, left a dict."""

    fate: Fate
    result: object = None
    description: str = ""
    retry_after: float = 0.0

    @property
    def message_id(self) -> int | None:
        """The id of the message that was sent, where the call sent one."""
        found = self.result.get("message_id") if isinstance(self.result, Mapping) else None
        return found if isinstance(found, int) else None


def outcome_of(status: int, body: object) -> Outcome:
    """Read an HTTP answer: its status and its decoded JSON (None when it was not JSON).

    Source: the official server's codes and words; a 5xx or a 200 without JSON may come from a
    gateway after the message went, so both are unknown.
    """
    if not isinstance(body, Mapping) or "ok" not in body:
        return Outcome(Fate.UNKNOWN, description=f"status {status} without an answer of Telegram's")
    if body["ok"] is True:
        return Outcome(Fate.DONE, result=body.get("result"))
    description = str(body.get("description", ""))
    extras = body.get("parameters")
    wait = extras.get("retry_after") if isinstance(extras, Mapping) else None
    return Outcome(
        _fate_of(status, description),
        description=description,
        retry_after=float(wait) if isinstance(wait, (int, float)) else 0.0,
    )


def _fate_of(status: int, description: str) -> Fate:
    if status == 429:
        return Fate.SLOW_DOWN
    if status >= 500:
        return Fate.UNKNOWN
    if status == 401 or (status == 404 and "method not found" not in description):
        return Fate.UNAUTHORISED
    if status == 409:
        return Fate.CONFLICT
    if status == 403:
        return Fate.GONE if "deactivated" in description else Fate.BLOCKED
    return Fate.REFUSED


NOT_MODIFIED = "message is not modified"


def edit_is_done(outcome: Outcome) -> bool:
    """Whether an edit stands: "not modified" means it already did."""
    return outcome.fate is Fate.DONE or NOT_MODIFIED in outcome.description


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the ledger and the contact become after an outcome."""

    state: DeliveryState
    reach: Reach | None = None  # the contact's new reach, where the outcome tells


def settle(outcome: Outcome) -> Settlement:
    """The next state of a claimed delivery (class B: never sent again blindly)."""
    match outcome.fate:
        case Fate.DONE:
            return Settlement(DeliveryState.SENT)
        case Fate.BLOCKED:
            return Settlement(DeliveryState.BLOCKED, Reach.BLOCKED)
        case Fate.GONE:
            return Settlement(DeliveryState.BLOCKED, Reach.GONE)
        case Fate.REFUSED:
            return Settlement(DeliveryState.FAILED)
        case Fate.NEVER_SENT | Fate.SLOW_DOWN | Fate.UNAUTHORISED | Fate.CONFLICT:
            return Settlement(DeliveryState.QUEUED)
        case Fate.UNKNOWN:
            return Settlement(DeliveryState.UNKNOWN)
