"""Whether all answers are in: what was sent before the close has been received and handled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from content.schema.consultation import Consultation
from engagement.consultations.late import Gap, Sent, Timing, all_received, timing
from storage.conversation import inbox
from storage.operations import deployment
from usecases.world import Transaction, World

GAP = "gap"
"""The fact that holds when the last time in which nothing was received began and ended."""
MOST_WAITING = 1_000
"""Updates that are looked at before results are counted. With more, they wait."""


async def last_gap(tx: Transaction) -> Gap | None:
    """The last time in which nothing was received, or None."""
    known = await deployment.fact(tx, GAP)
    if known is None:
        return None
    began, ended, between = known.split(" ")
    return Gap(
        datetime.fromisoformat(began),
        datetime.fromisoformat(ended),
        timedelta(seconds=float(between)),
    )


async def note_gap(tx: Transaction, gap: Gap | None) -> None:
    """Store the last time in which nothing was received."""
    if gap is not None:
        times = (gap.began.isoformat(), gap.ended.isoformat(), str(gap.between.total_seconds()))
        await deployment.remember(tx, GAP, " ".join(times))


def sent_of(update: Mapping[str, Any], received_at: datetime) -> Sent:
    """When an update was sent: words by the date of their message, or of its last edit. A tap is
    under a message of ours, whose date says nothing."""
    edited, message = update.get("edited_message"), update.get("message")
    dated: object = None
    if isinstance(edited, Mapping):
        dated = edited.get("edit_date")
    elif isinstance(message, Mapping):
        dated = message.get("date")
    if not isinstance(dated, int) or not 0 < dated < 1 << 35:
        return Sent(received_at)
    return Sent(received_at, datetime.fromtimestamp(dated, UTC))


async def is_all_in(tx: Transaction, world: World, consultation: Consultation) -> bool:
    """Whether every answer that counts, or counts apart, has been received and handled."""
    gap, closes_at = await last_gap(tx), consultation.closes_at
    up_to = world.received_up_to()
    if not all_received(closes_at, world.now(), received_up_to=up_to, gap=gap):
        return False
    waiting = await inbox.first_waiting(tx, MOST_WAITING)
    if len(waiting) >= MOST_WAITING:
        return False
    return all(
        timing(closes_at, sent_of(row.payload, row.received_at or closes_at), gap) is Timing.CLOSED
        for row in waiting
    )
