"""The gate that every message passes that nobody asked for: it passes, waits, or is dropped.

Replies, what somebody has asked for, receipts and alerts to staff don't come here. The night is
looked at before any message is: see quiet_hours. See docs/decisions/0037.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.lifecycle import BroadcastKind

WEEK = timedelta(days=7)
"""The budget is for any seven times 24 hours, not for a week of the calendar."""
NEWS_IS_USEFUL_FOR = timedelta(days=14)
URGENT_IS_USEFUL_FOR = timedelta(days=1)
"""After the last approval, or the release from a hold before an election."""


class Weekly(StrEnum):
    """How many messages a week a person has chosen to get. Without a choice the council's number
    is in force."""

    ONE = "one"  # one a week, whatever the council has set
    THREE = "three"  # up to three a week
    QUESTIONS = "questions"  # no news: only questions, and what came of their answers
    ALL = "all"  # as many as there are: not offered any more, and kept for those who chose it


@dataclass(frozen=True, slots=True)
class Terms:
    """How the gate treats a kind of message.

    ``in_budget``: it counts in the weekly budget and waits for it. ``expires``: it is dropped when
    it is no longer useful. ``at_any_time``: it goes on at night and before an election.
    ``is_news``: it is kept from those who want only questions.
    """

    in_budget: bool
    expires: bool
    at_any_time: bool = False
    is_news: bool = False


TERMS: Mapping[BroadcastKind, Terms] = MappingProxyType(
    {
        BroadcastKind.UPDATE: Terms(in_budget=True, expires=True, is_news=True),
        BroadcastKind.INVITATION: Terms(in_budget=True, expires=True),
        BroadcastKind.OUTCOME: Terms(in_budget=True, expires=False),
        # Without an answer their news and questions would be of the wrong ward.
        BroadcastKind.NEW_WARDS: Terms(in_budget=False, expires=False),
        BroadcastKind.URGENT: Terms(in_budget=False, expires=True, at_any_time=True),
        # Who has read the wrong date needs the right one, however late.
        BroadcastKind.CORRECTION: Terms(in_budget=False, expires=False),
        BroadcastKind.POLL: Terms(in_budget=True, expires=True),
        # Who has answered was promised the results.
        BroadcastKind.ECHO: Terms(in_budget=True, expires=False),
        # Who has answered hears that it counts no more.
        BroadcastKind.POLL_STOPPED: Terms(in_budget=False, expires=False),
        # What is wrong went out at night and before an election: so does what is right.
        BroadcastKind.URGENT_CORRECTION: Terms(in_budget=False, expires=False, at_any_time=True),
    }
)
IN_BUDGET = frozenset(kind for kind, terms in TERMS.items() if terms.in_budget)
AT_ANY_TIME = frozenset(kind for kind, terms in TERMS.items() if terms.at_any_time)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One message to one person that wants to leave.

    ``useful_until``: None if always. ``undecided``: it met a hold for its ward, and nobody has
    decided; ``dropped``: the monitoring officer dropped it. ``held_until``: it is for no ward that
    is held, and there is an election until then where the person lives. ``paused_until``: the
    questions that it invites to take no answers until then. ``sent`` are the times at
    which this person was sent messages of the budget in the last week, in any order. ``again``: it
    has been sent before, and may not have arrived. ``only_questions``: this person wants no news.
    ``answered``: it invites to questions that this person has answered to the end.
    """

    kind: BroadcastKind
    useful_until: datetime | None
    undecided: bool = False
    dropped: bool = False
    held_until: datetime | None = None
    paused_until: datetime | None = None
    budget: int | None = 1
    sent: Sequence[datetime] = ()
    again: bool = False
    only_questions: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """It waits until then; without a time, until somebody decides."""

    until: datetime | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Drop:
    """It is never sent."""

    reason: Reason


def decide(waiting: Waiting, now: datetime) -> Wait | Drop | None:
    """Whether a message waits or is dropped; None if it passes."""
    terms = TERMS[waiting.kind]
    latest = waiting.useful_until
    if terms.expires and latest is not None and now >= latest:
        return Drop(Reason.TOO_LATE)
    if waiting.answered:
        return Drop(Reason.ANSWERED)
    if terms.is_news and waiting.only_questions:
        return Drop(Reason.NOT_WANTED)
    if not terms.at_any_time and (held := _held(waiting, now)) is not None:
        return held
    if waiting.paused_until is not None and now < waiting.paused_until:
        return Wait(waiting.paused_until, Reason.PAUSED)
    # The first sending has had its place in the budget.
    if not terms.in_budget or waiting.again:
        return None
    until = _room_from(waiting, now)
    return None if until is None else Wait(until, Reason.BUDGET)


def _held(waiting: Waiting, now: datetime) -> Wait | Drop | None:
    """What a hold before an election does to it."""
    if waiting.undecided:
        return Wait(None, Reason.ELECTION)
    if waiting.dropped:
        return Drop(Reason.NOT_RELEASED)
    until = waiting.held_until
    return Wait(until, Reason.ELECTION) if until is not None and now < until else None


def _room_from(waiting: Waiting, now: datetime) -> datetime | None:
    """When the budget has room for one more; None if it has now."""
    if waiting.budget is None:
        return None
    # A time ahead of the clock was noted before the clock was set back: it counts as now.
    recent = sorted((min(at, now) for at in waiting.sent if at + WEEK > now), reverse=True)
    if len(recent) >= waiting.budget:
        return recent[waiting.budget - 1] + WEEK
    return None


def leaves_with_another(waiting: Waiting, now: datetime, *, has_waited: bool) -> bool:
    """Whether a message leaves in one with another that leaves now for the same person, and is in
    ``sent``: one that would wait for the budget only. ``has_waited``: it has done so before."""
    if waiting.again or not TERMS[waiting.kind].in_budget:
        return False
    if decide(replace(waiting, budget=None), now) is not None:
        return False
    return has_waited or decide(waiting, now) is not None


def useful_until(
    kind: BroadcastKind, *, approved: datetime, closes: datetime | None
) -> datetime | None:
    """The latest useful time of a message; None if it has none. ``approved`` is its last approval,
    or its release from a hold, if that was later. ``closes`` is the close of the consultation it is
    about, or of the quick poll that it is."""
    match kind:
        case BroadcastKind.UPDATE:
            return approved + NEWS_IS_USEFUL_FOR
        case BroadcastKind.INVITATION | BroadcastKind.POLL:
            return closes
        case BroadcastKind.URGENT:
            return approved + URGENT_IS_USEFUL_FOR
        case BroadcastKind.OUTCOME | BroadcastKind.NEW_WARDS | BroadcastKind.POLL_STOPPED:
            return None
        case BroadcastKind.CORRECTION | BroadcastKind.URGENT_CORRECTION | BroadcastKind.ECHO:
            return None


def meets_holds_until(
    kind: BroadcastKind, *, approved: datetime, closes: datetime | None
) -> datetime:
    """Until when a hold that begins is one for this message: as long as copies of it may be on
    their way, whether any are or not. What is never too late, and waits longer than news may, goes
    out after the hold without a decision."""
    latest = useful_until(kind, approved=approved, closes=closes)
    return latest if latest is not None else approved + NEWS_IS_USEFUL_FOR


def budget_of(choice: Weekly | None, council: int) -> int | None:
    """The most messages this person is sent in a week; None if there is no limit. ``council`` is
    the number that the council has set."""
    match choice:
        case Weekly.ALL:
            return None
        case Weekly.ONE:
            return 1
        case Weekly.THREE:
            return 3
        case Weekly.QUESTIONS | None:
            return council
