"""Progress of a broadcast, as shown to its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.errors import OldButton
from engagement.insight.disclosure import in_tens
from engagement.insight.shown_numbers import ShownNumber, shown_number
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.world import Transaction, World

DECLINED_WHY = "declined-why"
"""The line of the audit with the reason for declining."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a broadcast, for its author. ``code`` is the code its buttons carry.

    ``tally`` and ``held_back`` are the ledger's own sums, exact and never shown; every other number
    may be shown.
    """

    code: int
    state: BroadcastState
    people: ShownNumber
    approved: ShownNumber  # the number of people when it was approved
    tally: Tally
    settled: int = 0  # deliveries with a final state, in tens
    asked: tuple[str, ...] = ()
    decided_by: str | None = None
    reason: str = ""  # why it was declined
    held_back: int | None = None  # deliveries not begun when it was ended after a restore
    unknown_once: ShownNumber | None = None  # unknown outcomes that may be sent once more
    lines: Mapping[str, ShownNumber] = field(default_factory=dict)
    reasons: tuple[tuple[DeliveryState, Reason, ShownNumber], ...] = ()


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """The progress of this broadcast now."""
    frozen = found.people_shown if found.people_frozen is None else found.people_frozen
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await records.asked_people(tx, found.id)
    over = found.state is BroadcastState.SENT
    tally = await deliveries.tally(tx, found.id)
    held_back = await held_sends.held_back(tx, found.id) if _may_be_over(found) else None
    unknown = await deliveries.count_unknown(tx, found.id) if over else 0
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=found.state,
        people=shown_number(frozen, world.thresholds),
        approved=shown_number(found.people_shown, world.thresholds),
        tally=tally,
        settled=in_tens(tally.settled, world.thresholds),
        asked=tuple(labels[s] for s in asked if s in labels),
        decided_by=labels.get(found.decided_by) if found.decided_by else None,
        reason=await _reason(tx, found),
        held_back=held_back,
        unknown_once=shown_number(unknown, world.thresholds) if unknown else None,
        lines=_lines(world, tally, held_back or 0),
        reasons=await _reasons(tx, world, found) if over else (),
    )


async def _reason(tx: Transaction, found: Broadcast) -> str:
    """Why it was declined, as the second person said."""
    if found.state is not BroadcastState.DECLINED:
        return ""
    said = await deployment.latest_detail(tx, DECLINED_WHY, str(found.id))
    return str(said.get("reason", ""))


def _lines(world: World, tally: Tally, held_back: int) -> dict[str, ShownNumber]:
    """The lines of the report that have anybody in them. "Arrived" always has its line."""
    counts = {
        "sent": tally.sent,
        "blocked": tally.blocked,
        "failed": tally.failed,
        "unknown": tally.unknown,
        "cancelled": tally.cancelled - held_back,
        "held-back": held_back,
    }
    return {
        name: shown_number(count, world.thresholds)
        for name, count in counts.items()
        if count or name == "sent"
    }


async def _reasons(
    tx: Transaction, world: World, found: Broadcast
) -> tuple[tuple[DeliveryState, Reason, ShownNumber], ...]:
    """Why deliveries did not arrive, the most frequent reason first."""
    why = await deliveries.reasons(tx, found.id)
    ranked = sorted(
        ((count, reason, state) for (state, reason), count in why.items()), reverse=True
    )
    return tuple(
        (state, reason, shown_number(count, world.thresholds)) for count, reason, state in ranked
    )


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


async def by_code(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found
