"""Progress of a broadcast, as shown to its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engagement.broadcasts.audience import may_show_part
from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.errors import OldButton
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a broadcast, for its author. ``code`` is the code its buttons carry."""

    code: int
    state: BroadcastState
    people: int
    approved: int  # the number of people shown when it was approved
    tally: Tally
    asked: tuple[str, ...] = ()
    decided_by: str | None = None
    held_back: int | None = None  # deliveries not begun when it was ended after a restore
    up_to: bool = False  # too few got it for the number to be shown: ``people`` is the most
    unknown_once: int = 0  # deliveries with an unknown outcome that may be sent once more
    reasons: Mapping[tuple[DeliveryState, Reason], int] = field(default_factory=dict)


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """The progress of this broadcast now."""
    frozen = found.people_frozen
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await records.asked_people(tx, found.id)
    over = found.state is BroadcastState.SENT
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=found.state,
        people=found.people_shown if frozen is None else frozen,
        approved=found.people_shown,
        tally=await deliveries.tally(tx, found.id),
        asked=tuple(labels[s] for s in asked if s in labels),
        decided_by=labels.get(found.decided_by) if found.decided_by else None,
        held_back=await held_sends.held_back(tx, found.id) if _may_be_over(found) else None,
        up_to=hides_its_number(world, found),
        unknown_once=await deliveries.count_unknown(tx, found.id) if over else 0,
        reasons=await deliveries.reasons(tx, found.id) if over else {},
    )


def hides_its_number(world: World, found: Broadcast) -> bool:
    """Whether the number of people who got this broadcast is never shown.

    True where the theme's followers, or the rest of the people counted, are fewer than the smallest
    cell.
    """
    frozen = found.people_frozen
    if found.theme is None or frozen is None:
        return False
    asked_about = max(frozen, found.people_shown)
    return not may_show_part(frozen, asked_about, world.thresholds.smallest_cell)


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


async def by_code(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found
