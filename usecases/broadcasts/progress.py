"""Progress of a broadcast, as shown to its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import NOTICES, BroadcastKind, BroadcastState, Tally
from engagement.errors import OldButton
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    may_show_share,
    report_numbers,
    shown_number,
    tenths,
)
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.staff import members
from usecases.broadcasts import held_sends, waiting
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.before_election import was_dropped
from usecases.broadcasts.goes_out import GoesOut, looks_like_night, may_take_back, still
from usecases.broadcasts.message import MessageName, closed_for, message_of, name_of_stored
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a quick poll ended early, and who stopped it; empty where their role has ended."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a broadcast, for its author. ``code`` is the code its buttons carry.

    ``people`` is the number that was shown at the approval. ``tally`` and ``held_back`` are the
    ledger's own sums, exact and never shown; every other number may be shown. ``state`` is SENT
    as soon as nothing is left but what waits for the weekly budget, whether anything waits or not:
    ``goes_out`` says when what may wait goes, in words that are the same for everybody.
    """

    code: int
    state: BroadcastState
    name: MessageName
    people: ShownNumber
    tally: Tally
    tenths: int | None = None  # of the deliveries, while they are being sent; None if too few
    asked: tuple[str, ...] = ()
    answer_by: datetime | None = None  # from when on an approval comes too late
    decided_by: str | None = None
    reason: str = ""  # why it was declined
    questions_closed: bool = False  # before it was approved: it could invite nobody any more
    held_back: int | None = None  # deliveries not begun when it was ended after a restore
    unknown_once: ShownNumber | None = None  # unknown outcomes that may be sent once more
    lines: Mapping[str, ShownNumber] = field(default_factory=dict)
    reasons: tuple[tuple[DeliveryState, Reason], ...] = ()
    goes_out: GoesOut = field(default_factory=GoesOut)
    may_take_back: bool = False  # some copies may still wait, whether any do or not
    taken_back: bool = False
    stopped: Stopped | None = None  # a quick poll: nobody has taken it back
    dropped: bool = False  # by the monitoring officer, all of it
    may_correct: bool = False  # what was wrong in it can be put right
    author_away: bool = False  # they see the decision only after /start


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """The progress of this broadcast now."""
    people = number_of(world, found)
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await waiting.asked_about(tx, found)
    awaits = found.state is BroadcastState.AWAITING_APPROVAL
    there = {s.id for s in await waiting.reachable_staff(tx)} if awaits else labels.keys()
    tally = await deliveries.tally(tx, found.id)
    waits = await _waiting(tx, found)
    goes = await _goes_out(tx, world, found, pending=tally.open - waits)
    over = _seems_over(found, goes, pending=tally.open - waits)
    again_sent = await deliveries.were_sent_again(tx, found.id)
    held_back = await held_sends.held_back(tx, found.id) if _may_be_over(found) else None
    is_over = over or found.state is BroadcastState.CANCELLED
    why = await deliveries.reasons(tx, found.id) if is_over else {}
    missed = _not_reached(found, people, tally, why, again=again_sent)
    if again_sent:
        # What is left unknown after that are those who were forgotten.
        why = {one: n for one, n in why.items() if one[0] is not DeliveryState.UNKNOWN}
    again = await _unknown_once(tx, world, found, tally, why) if over else None
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=_shown_state(found, over=over),
        name=await name_of_stored(tx, world, found),
        people=people,
        tally=tally,
        # What waits at the gate has been looked at: else the bar would stop where somebody waits.
        tenths=tenths(people, tally.settled + waits, tally.audience),
        asked=tuple(dict.fromkeys(labels[a.staff_id] for a in asked if a.staff_id in there)),
        answer_by=max((a.expires_at for a in asked), default=None),
        decided_by=labels.get(found.decided_by) if found.decided_by else None,
        reason=next((a.reason for a in asked if a.reason), ""),
        questions_closed=_closed_before(world, found),
        held_back=held_back,
        unknown_once=again,
        lines=_lines(world, people, missed),
        reasons=tuple(sorted(why, key=lambda one: (-why[one], *one))) if over else (),
        goes_out=goes,
        may_take_back=_has_take_back(world, found),
        taken_back=found.taken_back_at is not None,
        stopped=await _stopped(tx, found, labels),
        dropped=was_dropped(found),
        may_correct=may_be_corrected(found),
        author_away=found.author not in there,
    )


def _closed_before(world: World, found: Broadcast) -> bool:
    """Whether its questions closed before it was approved."""
    is_late = found.state is BroadcastState.EXPIRED
    return is_late and closed_for(world, message_of(world, found, ""))


async def _stopped(tx: Transaction, found: Broadcast, labels: Mapping[int, str]) -> Stopped | None:
    state = None if found.poll is None else await polls.state_of(tx, found.id)
    if state is None or state.stopped_at is None:
        return None
    return Stopped(state.reason, labels.get(state.stopped_by or 0, ""))


async def _unknown_once(
    tx: Transaction, world: World, found: Broadcast, tally: Tally, why: Why
) -> ShownNumber | None:
    """The people of whom it isn't known whether the message arrived, for whom it may be sent again;
    None if there are none."""
    unknown = await deliveries.count_unknown(tx, found.id)
    return unknown_number(world, found, tally, why, once=unknown) if unknown else None


GONE = "gone"
"""The line of those who blocked us or left. It is there even if it counts nobody."""


Why = Mapping[tuple[DeliveryState, Reason], int]
"""The number of deliveries by state and reason."""


def _lines(world: World, people: ShownNumber, missed: Mapping[str, int]) -> dict[str, ShownNumber]:
    """The lines of the report. "Arrived" is the number of the audience, or any number up to it:
    its own would tell how few it missed. The line of those who are gone is left out where it would
    say no more than that."""
    numbers = report_numbers(people, missed, world.thresholds)
    if numbers[GONE].up_to:
        del numbers[GONE]
    return {"sent": at_most(people), **numbers}


CANCELLED_BY: Mapping[str, Reason] = {
    "held-back": Reason.HELD_BACK,
    "too-late": Reason.TOO_LATE,
    "not-released": Reason.NOT_RELEASED,
    "taken-back": Reason.CANCELLED_BY_AUTHOR,
}
"""The lines of those to whom it was not sent because of what happened here, not because of them."""


def _not_reached(
    found: Broadcast, people: ShownNumber, tally: Tally, why: Why, *, again: bool = False
) -> dict[str, int]:
    """Those who were not reached, by why. ``again``: the unknown were sent to again. Their line
    then stays, also if it counts nobody: it would tell whether one of them was forgotten before.

    That it came too late, was dropped in a hold or taken back depends on who it was for: such a
    line is there because of what was decided, whether it counts anybody or not, or because it
    counts enough. Otherwise they are counted with those who are gone.
    """
    here = {
        line: why.get((DeliveryState.CANCELLED, reason), 0) for line, reason in CANCELLED_BY.items()
    }
    stays = {"unknown"} if again else set()
    if {*found.held_at_first} & {*found.held_wards} - {*found.undecided_wards}:
        stays.add("not-released")
    if found.taken_back_at is not None:
        stays.add("taken-back")
    large = may_show_share(people)
    here = {
        line: n
        for line, n in here.items()
        if line in stays or (line == "held-back" and n) or (large and n >= people.least)
    }
    failures = {"failed": tally.failed, "unknown": tally.unknown, **here}
    gone = {GONE: tally.blocked + tally.cancelled - sum(here.values())}
    return gone | {line: n for line, n in failures.items() if n or line in stays}


async def _waiting(tx: Transaction, found: Broadcast) -> int:
    """The number of deliveries that wait for the weekly budget or because of an election."""
    is_sent = found.state is BroadcastState.SENDING
    return await deliveries.waiting(tx, found.id) if is_sent else 0


async def _goes_out(tx: Transaction, world: World, found: Broadcast, *, pending: int) -> GoesOut:
    """When what is left goes out."""
    if found.state not in (BroadcastState.SENDING, BroadcastState.SENT):
        is_held = found.state in held_sends.NOT_GONE and await held_sends.held(tx) is not None
        return GoesOut(sends_held=is_held)
    is_held_back = found.kind not in AT_ANY_TIME and world.is_quiet and pending > 0
    at_night = is_held_back or looks_like_night(world, found)
    return await still(tx, world, found, at_night=at_night)


def _seems_over(found: Broadcast, goes: GoesOut, *, pending: int) -> bool:
    """Whether the report is shown: nothing is left that doesn't wait for its turn in a week. The
    rest may take two weeks, and its end would tell whether there was any. What is let go at night
    is not over before the morning, also where it had been sent before and nothing was left."""
    if found.state is BroadcastState.SENT:
        return not goes.at_night
    if found.state is not BroadcastState.SENDING:
        return False
    waits = goes.held or goes.at_night or goes.paused or goes.sends_held
    return pending == 0 and not waits


def _shown_state(found: Broadcast, *, over: bool) -> BroadcastState:
    if found.state not in (BroadcastState.SENDING, BroadcastState.SENT):
        return found.state
    return BroadcastState.SENT if over else BroadcastState.SENDING


def _has_take_back(world: World, found: Broadcast) -> bool:
    """Whether the button is there. If it went with the last copy, its end would tell when that
    left."""
    begun = found.state in (BroadcastState.SENDING, BroadcastState.SENT)
    return begun and may_take_back(world, found)


def unknown_number(
    world: World, found: Broadcast, tally: Tally, why: Why, *, once: int
) -> ShownNumber:
    """The number of those, ``once`` of the unknown, who may get it once more, in the form of the
    line of the unknown."""
    people = number_of(world, found)
    counts = _not_reached(found, people, tally, why)
    line = report_numbers(people, counts, world.thresholds)["unknown"]
    has_its_own = line == shown_number(tally.unknown, world.thresholds)
    return shown_number(once, world.thresholds) if has_its_own else line


NOT_CORRECTED = (BroadcastKind.NEW_WARDS, BroadcastKind.POLL, *NOTICES)
"""These have our words, or answers to what they ask: a quick poll that is wrong is stopped."""


def may_be_corrected(found: Broadcast) -> bool:
    """Whether people have got it, in the author's own words."""
    gone = found.state in (BroadcastState.SENDING, BroadcastState.SENT)
    return gone and found.kind not in NOT_CORRECTED


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


async def by_code(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found
