"""Progress of a broadcast, as shown to its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState, Tally
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
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.staff import members
from usecases.broadcasts import held_sends, waiting
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.message import MessageName, closed_for, message_of, name_of_stored
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a broadcast, for its author. ``code`` is the code its buttons carry.

    ``people`` is the number that was shown at the approval. ``tally`` and ``held_back`` are the
    ledger's own sums, exact and never shown; every other number may be shown. ``waits`` says why
    some deliveries wait at the gate, and for how many people; None where that may not be shown.
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
    waits: Mapping[Reason, ShownNumber | None] = field(default_factory=dict)
    at_night: bool = False  # nothing is sent until the morning
    may_correct: bool = False  # what was wrong in it can be put right


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """The progress of this broadcast now."""
    people = number_of(world, found)
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await waiting.asked_about(tx, found)
    awaits = found.state is BroadcastState.AWAITING_APPROVAL
    there = {s.id for s in await waiting.reachable_staff(tx)} if awaits else labels.keys()
    over = found.state is BroadcastState.SENT
    tally = await deliveries.tally(tx, found.id)
    again_sent = await deliveries.were_sent_again(tx, found.id)
    held_back = await held_sends.held_back(tx, found.id) if _may_be_over(found) else None
    why = await deliveries.reasons(tx, found.id) if _is_over(found) else {}
    missed = _not_reached(tally, why, again=again_sent)
    if again_sent:
        # What is left unknown after that are those who were forgotten.
        why = {one: n for one, n in why.items() if one[0] is not DeliveryState.UNKNOWN}
    unknown = await deliveries.count_unknown(tx, found.id) if over else 0
    again = None
    if unknown:
        again = unknown_number(world, people, tally, why, once=unknown)
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=found.state,
        name=await name_of_stored(tx, world, found),
        people=people,
        tally=tally,
        tenths=tenths(people, tally.settled, tally.audience),
        asked=tuple(labels[a.staff_id] for a in asked if a.staff_id in there),
        answer_by=max((a.expires_at for a in asked), default=None),
        decided_by=labels.get(found.decided_by) if found.decided_by else None,
        reason=next((a.reason for a in asked if a.reason), ""),
        questions_closed=found.state is BroadcastState.EXPIRED
        and closed_for(world, message_of(world, found, "")),
        held_back=held_back,
        unknown_once=again,
        lines=_lines(world, people, missed),
        reasons=tuple(sorted(why, key=lambda one: (-why[one], *one))) if over else (),
        waits=await _waits(tx, world, found, people),
        at_night=world.is_quiet and tally.queued > 0 and found.kind not in AT_ANY_TIME,
        may_correct=may_be_corrected(found),
    )


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
}
"""The lines of those to whom it was not sent because of what happened here, not because of them."""


def _not_reached(tally: Tally, why: Why, *, again: bool = False) -> dict[str, int]:
    """Those who were not reached, by why. ``again``: the unknown were sent to again. Their line
    then stays, also if it counts nobody: it would tell whether one of them was forgotten before."""
    here = {
        line: why.get((DeliveryState.CANCELLED, reason), 0) for line, reason in CANCELLED_BY.items()
    }
    failures = {"failed": tally.failed, "unknown": tally.unknown, **here}
    gone = {GONE: tally.blocked + tally.cancelled - sum(here.values())}
    stays = {"unknown"} if again else set()
    return gone | {line: n for line, n in failures.items() if n or line in stays}


async def _waits(
    tx: Transaction, world: World, found: Broadcast, people: ShownNumber
) -> dict[Reason, ShownNumber | None]:
    """Why some wait. How many is shown only where a share of the audience may be shown: the number
    changes while it is sent."""
    if found.state is not BroadcastState.SENDING:
        return {}
    waiting = await deliveries.waiting(tx, found.id, world.now())
    if not may_show_share(people):
        return dict.fromkeys(waiting)
    numbers = report_numbers(people, {r.value: n for r, n in waiting.items()}, world.thresholds)
    return {reason: numbers[reason.value] for reason in waiting}


def unknown_number(
    world: World, people: ShownNumber, tally: Tally, why: Why, *, once: int
) -> ShownNumber:
    """The number of those, ``once`` of the unknown, who may get it once more, in the form of the
    line of the unknown."""
    counts = _not_reached(tally, why)
    line = report_numbers(people, counts, world.thresholds)["unknown"]
    has_its_own = line == shown_number(tally.unknown, world.thresholds)
    return shown_number(once, world.thresholds) if has_its_own else line


def may_be_corrected(found: Broadcast) -> bool:
    """Whether people have got it, in the author's own words."""
    gone = found.state in (BroadcastState.SENDING, BroadcastState.SENT)
    return gone and found.kind is not BroadcastKind.NEW_WARDS


def _is_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENT, BroadcastState.CANCELLED)


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


async def by_code(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found
