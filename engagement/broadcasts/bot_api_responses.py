"""What each response of the Bot API means: sent, blocked, refused, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """How one Bot API call ended."""

    DONE = "done"  # accepted
    BLOCKED = "blocked"  # 403: the person blocked the bot or never started it
    GONE = "gone"  # 403: the account is deleted, or the bot is no longer in the group
    MOVED = "moved"  # 400: the group has a new id; certainly not sent
    REFUSED = "refused"  # a definite rejection: repeating the call would get the same response
    NEVER_SENT = "never sent"  # the connection was never made: safe to retry
    SLOW_DOWN = "slow down"  # 429: certainly not sent; the whole bot pauses
    UNKNOWN = "unknown"  # disconnected, timed out, 5xx or not JSON: it may have been sent
    UNAUTHORISED = "unauthorised"  # 401 or 404: stop sending, keep the queue
    CONFLICT = "conflict"  # 409: another instance is polling with our token


class Reason(StrEnum):
    """Why a delivery ended or is waiting, as stored in the ledger and worded in the report."""

    BLOCKED_US = "blocked-us"  # 403: bot was blocked by the user
    NEVER_STARTED = "never-started"  # 403: the bot may not write first
    ACCOUNT_GONE = "account-gone"  # 403: user is deactivated
    GROUP_LEFT = "group-left"  # 403: kicked, not a member, or the group was deleted
    GROUP_MOVED = "group-moved"  # 400 with migrate_to_chat_id
    NO_SUCH_CHAT = "no-such-chat"  # 400: chat not found, PEER_ID_INVALID
    MARKUP_REFUSED = "marks-refused"  # 400: can't parse entities
    TOO_LONG = "too-long"  # 400: message is too long; should have been refused when it was written
    TOO_LARGE = "too-large"  # 413
    REFUSED = "refused"  # any other definite rejection
    NOT_RENDERED = "not-made"  # the message could not be rendered here: no call was made
    NO_CONNECTION = "no-line"  # no connection, DNS failure, or refused by a proxy
    SLOW_DOWN = "slow-down"  # 429
    DISCONNECTED = "cut-off"  # timed out or disconnected after sending had begun
    TELEGRAM_ERROR = "telegram-trouble"  # 5xx, from Telegram or from a gateway in front of it
    NOT_TELEGRAM = "not-telegram"  # a response that isn't Telegram's, such as an HTML page
    TOKEN_REFUSED = "token-refused"  # noqa: S105 (401 or 404 on the token)
    TWO_POLLERS = "two-pollers"  # 409
    NEVER_SETTLED = "end-not-seen"  # claimed by a process that ended before settling the claim
    LEFT = "left"  # sent /stop before it was sent
    FORGOTTEN = "forgotten"  # sent /forget before it was sent
    CANCELLED_BY_AUTHOR = "taken-back"  # its author cancelled the broadcast
    HELD_BACK = "held-back"  # cancelled by a person after a restore
    BUDGET = "budget"  # waits: they have had as many messages this week as they may get
    ELECTION = "election"  # waits for the monitoring officer, because of an election
    PAUSED = "paused"  # waits: the questions that it invites to take no answers for a while
    TOO_LATE = "too-late"  # its latest useful time passed while it waited
    NOT_RELEASED = "not-released"  # the monitoring officer dropped it
    NOT_WANTED = "not-wanted"  # it is news, and they want only questions
    ANSWERED = "answered"  # it invites to questions that they have answered since


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one Bot API call. ``retry_after`` is in seconds; ``result`` is Telegram's own,
    left as decoded JSON; ``moved_to`` is a group's new id."""

    fate: Fate
    result: object = None
    description: str = ""
    retry_after: float = 0.0
    reason: Reason | None = None
    moved_to: int | None = None

    @property
    def message_id(self) -> int | None:
        """The id of the message that was sent, if the call sent one."""
        value = self.result.get("message_id") if isinstance(self.result, Mapping) else None
        return value if isinstance(value, int) else None


def outcome_of(status: int, body: object) -> Outcome:
    """Classify an HTTP response by its status and its decoded JSON (None if it wasn't JSON).

    Source: the status codes and descriptions of the official Bot API server. A 5xx, or a 200
    without JSON, may come from a gateway after the message was sent, so both are unknown.
    """
    if not isinstance(body, Mapping) or "ok" not in body:
        description = f"status {status}, not a response of Telegram's"
        reason = Reason.TELEGRAM_ERROR if status >= 500 else Reason.NOT_TELEGRAM
        if status == 413:
            # From a gateway that lets nothing so large through, so Telegram didn't get it.
            return Outcome(Fate.REFUSED, description=description, reason=Reason.TOO_LARGE)
        return Outcome(Fate.UNKNOWN, description=description, reason=reason)
    if body["ok"] is True:
        return Outcome(Fate.DONE, result=body.get("result"))
    description = str(body.get("description", ""))
    found = body.get("parameters")
    parameters = found if isinstance(found, Mapping) else {}
    wait, new_id = parameters.get("retry_after"), parameters.get("migrate_to_chat_id")
    if isinstance(new_id, int):
        return Outcome(
            Fate.MOVED, description=description, reason=Reason.GROUP_MOVED, moved_to=new_id
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
        return Fate.UNKNOWN, Reason.TELEGRAM_ERROR
    phrases = _FORBIDDEN if status == 403 else _BAD_REQUEST
    lowered = description.lower()
    for phrase, meaning in phrases.items():
        if phrase in lowered:
            return meaning
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
    "can't parse entities": (Fate.REFUSED, Reason.MARKUP_REFUSED),
    "too long": (Fate.REFUSED, Reason.TOO_LONG),
}
"""Phrases from Telegram's error descriptions, in lower case, and what they mean for a message."""

NOT_MODIFIED = "message is not modified"
NOTHING_TO_DELETE = "message to delete not found"


def edit_is_done(outcome: Outcome) -> bool:
    """Whether an edit took effect: "not modified" means the message already had this content."""
    return outcome.fate is Fate.DONE or NOT_MODIFIED in outcome.description


def deletion_is_done(outcome: Outcome) -> bool:
    """Whether a message is gone: the person may have deleted it themselves."""
    return outcome.fate is Fate.DONE or NOTHING_TO_DELETE in outcome.description
