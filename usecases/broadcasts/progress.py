"""Progress of a broadcast, as shown to its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.errors import OldButton
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    report_numbers,
    shown_number,
    tenths,
)
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.broadcasts.audience_size import number_of
from usecases.world import Transaction, World

DECLINED_WHY = "declined-why"
"""The line of the audit with the reason for declining."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a broadcast, for its author. ``code`` is the code its buttons carry.

    ``people`` is the number that was shown at the approval. ``tally`` and ``held_back`` are the
    ledger's own sums, exact and never shown; every other number may be shown.
    """

    code: int
    state: BroadcastState
    people: ShownNumber
    tally: Tally
    tenths: int | None = None  # of the deliveries, while they are being sent; None if too few
    asked: tuple[str, ...] = ()
    decided_by: str | None = None
    reason: str = ""  # why it was declined
    held_back: int | None = None  # deliveries not begun when it was ended after a restore
    unknown_once: ShownNumber | None = None  # unknown outcomes that may be sent once more
    lines: Mapping[str, ShownNumber] = field(default_factory=dict)
    reasons: tuple[tuple[DeliveryState, Reason], ...] = ()


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """The progress of this broadcast now."""
    people = number_of(world, found)
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await records.asked_people(tx, found.id)
    over = found.state is BroadcastState.SENT
    tally = await deliveries.tally(tx, found.id)
    held_back = await held_sends.held_back(tx, found.id) if _may_be_over(found) else None
    unknown = await deliveries.count_unknown(tx, found.id) if over else 0
    again = None
    if unknown:
        again = unknown_number(world, people, tally, once=unknown, held_back=held_back or 0)
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=found.state,
        people=people,
        tally=tally,
        tenths=tenths(people, tally.settled, tally.audience),
        asked=tuple(labels[s] for s in asked if s in labels),
        decided_by=labels.get(found.decided_by) if found.decided_by else None,
        reason=await _reason(tx, found),
        held_back=held_back,
        unknown_once=again,
        lines=_lines(world, people, tally, held_back or 0),
        reasons=await _reasons(tx, found) if over else (),
    )


async def _reason(tx: Transaction, found: Broadcast) -> str:
    """Why it was declined, as the second person said."""
    if found.state is not BroadcastState.DECLINED:
        return ""
    said = await deployment.latest_detail(tx, DECLINED_WHY, str(found.id))
    return str(said.get("reason", ""))


GONE = "gone"
"""The line of those who blocked us or left. It is there even if it counts nobody."""


def _lines(
    world: World, people: ShownNumber, tally: Tally, held_back: int
) -> dict[str, ShownNumber]:
    """The lines of the report. "Arrived" is the number of the audience, or any number up to it:
    its own would tell how few it missed. The line of those who are gone is left out where it would
    say no more than that."""
    numbers = report_numbers(people, _not_reached(tally, held_back), world.thresholds)
    if numbers[GONE].up_to:
        del numbers[GONE]
    return {"sent": at_most(people), **numbers}


def _not_reached(tally: Tally, held_back: int) -> dict[str, int]:
    failures = {"failed": tally.failed, "unknown": tally.unknown, "held-back": held_back}
    gone = {GONE: tally.blocked + tally.cancelled - held_back}
    return gone | {why: count for why, count in failures.items() if count}


def unknown_number(
    world: World, people: ShownNumber, tally: Tally, *, once: int, held_back: int = 0
) -> ShownNumber:
    """The number of those, ``once`` of the unknown, who may get it once more, in the form of the
    line of the unknown."""
    counts = _not_reached(tally, held_back)
    line = report_numbers(people, counts, world.thresholds)["unknown"]
    has_its_own = line == shown_number(tally.unknown, world.thresholds)
    return shown_number(once, world.thresholds) if has_its_own else line


async def _reasons(tx: Transaction, found: Broadcast) -> tuple[tuple[DeliveryState, Reason], ...]:
    """Why deliveries did not arrive, the most frequent reason first."""
    why = await deliveries.reasons(tx, found.id)
    return tuple(sorted(why, key=lambda one: (-why[one], *one)))


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


async def by_code(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found
