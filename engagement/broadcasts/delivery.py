"""What became of a message: the states of a delivery and what each of Telegram's answers means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

LEASE = timedelta(minutes=3)
"""How long a claim is good for. A call is given up after 20 seconds; what was claimed longer ago
than this and never settled may have gone or not."""

FIRST_RETRY, LONGEST_RETRY = 1.0, 60.0
"""Seconds before a message that was certainly not sent is tried again: the first time, at most."""


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
    GONE = "gone"  # 403: the account is deleted, or the group is none of ours any more
    MOVED = "moved"  # 400: the group has another id now; certainly not sent
    REFUSED = "refused"  # a definite no: repeating it would bring the same
    NEVER_SENT = "never sent"  # the connection was never made: safe to try again
    SLOW_DOWN = "slow down"  # 429: certainly not sent; the whole bot pauses
    UNKNOWN = "unknown"  # cut, timed out, 5xx or not JSON: it may have gone
    UNAUTHORISED = "unauthorised"  # 401 or 404: stop sending, keep the queue
    CONFLICT = "conflict"  # 409: another instance polls with our token


class Reason(StrEnum):
    """Why a delivery ended, or waits, as the ledger keeps it; each has words for the report."""

    BLOCKED_US = "blocked-us"  # 403: bot was blocked by the user
    NEVER_STARTED = "never-started"  # 403: the bot may not write first
    ACCOUNT_GONE = "account-gone"  # 403: user is deactivated
    GROUP_LEFT = "group-left"  # 403: kicked, not a member, or the group was deleted
    GROUP_MOVED = "group-moved"  # 400 with migrate_to_chat_id
    NO_SUCH_CHAT = "no-such-chat"  # 400: chat not found, PEER_ID_INVALID
    MARKS_REFUSED = "marks-refused"  # 400: can't parse entities
    TOO_LONG = "too-long"  # 400: message is too long; must have been refused when authored
    TOO_LARGE = "too-large"  # 413
    REFUSED = "refused"  # any other definite no
    NOT_MADE = "not-made"  # it could not be put together here: nothing was called
    NO_LINE = "no-line"  # no connection, no name, a proxy's no
    SLOW_DOWN = "slow-down"  # 429
    CUT_OFF = "cut-off"  # timed out or cut after the message had begun to go
    TELEGRAM_TROUBLE = "telegram-trouble"  # 5xx, from Telegram or from a gateway before it
    NOT_TELEGRAM = "not-telegram"  # an answer that is not Telegram's, such as a page of HTML
    TOKEN_REFUSED = "token-refused"  # noqa: S105 (401 or 404 on the token)
    TWO_POLLERS = "two-pollers"  # 409
    END_NOT_SEEN = "end-not-seen"  # claimed by a process that ended before it could settle
    LEFT = "left"  # said /stop before it went
    FORGOTTEN = "forgotten"  # said /forget before it went
    TAKEN_BACK = "taken-back"  # its author cancelled
    HELD_BACK = "held-back"  # cancelled by a person after a restore


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one call. ``retry_after`` in seconds; ``result`` is Telegram's, left a dict;
    ``moved_to`` is a group's new id."""

    fate: Fate
    result: object = None
    description: str = ""
    retry_after: float = 0.0
    reason: Reason | None = None
    moved_to: int | None = None

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
        said = f"status {status} without an answer of Telegram's"
        why = Reason.TELEGRAM_TROUBLE if status >= 500 else Reason.NOT_TELEGRAM
        if status == 413:
            # A gateway's: nothing so large went through it.
            return Outcome(Fate.REFUSED, description=said, reason=Reason.TOO_LARGE)
        return Outcome(Fate.UNKNOWN, description=said, reason=why)
    if body["ok"] is True:
        return Outcome(Fate.DONE, result=body.get("result"))
    description = str(body.get("description", ""))
    given = body.get("parameters")
    extras = given if isinstance(given, Mapping) else {}
    wait, moved = extras.get("retry_after"), extras.get("migrate_to_chat_id")
    if isinstance(moved, int):
        return Outcome(
            Fate.MOVED, description=description, reason=Reason.GROUP_MOVED, moved_to=moved
        )
    fate, reason = _fate_of(status, description)
    return Outcome(
        fate,
        description=description,
        retry_after=float(wait) if isinstance(wait, (int, float)) else 0.0,
        reason=reason,
    )


def _fate_of(status: int, description: str) -> tuple[Fate, Reason]:
    if status == 404 and "method not found" in description:
        return Fate.REFUSED, Reason.REFUSED
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:
        return Fate.UNKNOWN, Reason.TELEGRAM_TROUBLE
    among = _FORBIDDEN if status == 403 else _BAD_REQUEST
    words = description.lower()
    for part, end in among.items():
        if part in words:
            return end
    return (Fate.BLOCKED, Reason.BLOCKED_US) if status == 403 else (Fate.REFUSED, Reason.REFUSED)


_BY_STATUS: Mapping[int, tuple[Fate, Reason]] = {
    401: (Fate.UNAUTHORISED, Reason.TOKEN_REFUSED),
    404: (Fate.UNAUTHORISED, Reason.TOKEN_REFUSED),
    409: (Fate.CONFLICT, Reason.TWO_POLLERS),
    413: (Fate.REFUSED, Reason.TOO_LARGE),
    429: (Fate.SLOW_DOWN, Reason.SLOW_DOWN),
}
_FORBIDDEN: Mapping[str, tuple[Fate, Reason]] = {
    "deactivated": (Fate.GONE, Reason.ACCOUNT_GONE),
    "kicked": (Fate.GONE, Reason.GROUP_LEFT),
    "not a member": (Fate.GONE, Reason.GROUP_LEFT),
    "group chat was deleted": (Fate.GONE, Reason.GROUP_LEFT),
    "can't initiate": (Fate.BLOCKED, Reason.NEVER_STARTED),
}
_BAD_REQUEST: Mapping[str, tuple[Fate, Reason]] = {
    "chat not found": (Fate.REFUSED, Reason.NO_SUCH_CHAT),
    "peer_id_invalid": (Fate.REFUSED, Reason.NO_SUCH_CHAT),
    "user not found": (Fate.REFUSED, Reason.NO_SUCH_CHAT),
    "can't parse entities": (Fate.REFUSED, Reason.MARKS_REFUSED),
    "too long": (Fate.REFUSED, Reason.TOO_LONG),
}
"""Telegram's words, in small letters, and what they mean for what was to be sent."""


NOT_MODIFIED = "message is not modified"


def edit_is_done(outcome: Outcome) -> bool:
    """Whether an edit stands: "not modified" means it already did."""
    return outcome.fate is Fate.DONE or NOT_MODIFIED in outcome.description


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the ledger and the contact become after an outcome."""

    state: DeliveryState
    reach: Reach | None = None  # the contact's new reach, where the outcome tells
    counts: bool = True  # whether this was a try of the message's own
    waits: bool = False  # whether the next try is to wait, longer each time


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
        case Fate.NEVER_SENT:
            return Settlement(DeliveryState.QUEUED, waits=True)
        case Fate.MOVED:
            return Settlement(DeliveryState.QUEUED)
        case Fate.SLOW_DOWN | Fate.UNAUTHORISED | Fate.CONFLICT:
            return Settlement(DeliveryState.QUEUED, counts=False)
        case Fate.UNKNOWN:
            return Settlement(DeliveryState.UNKNOWN)


def retry_in(tries: int, chance: float) -> float:
    """Seconds until a message that never went is tried again, after ``tries``: twice as long each
    time up to a minute, and by ``chance`` (0 to 1) up to half of it less, so that what failed
    together does not come back together."""
    longest: float = min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** min(max(tries, 1) - 1, 10))
    return longest * (1.0 - min(max(chance, 0.0), 1.0) / 2)
