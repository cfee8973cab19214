"""What people were sent of the weekly budget lately, and what waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import IN_BUDGET
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.claims import Claimed
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcasts
from storage.engine.database import Moment, Transaction


@dataclass(slots=True)
class Lately:
    """When a contact was sent messages of the weekly budget; and the deliveries that wait for it,
    or would wait now."""

    sent: list[datetime] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)


_AT = func.coalesce(deliveries.c.settled_at, deliveries.c.claimed_at)
_IS_RECENT = bindparam("since", type_=Moment) < _AT
_IS_DUE = deliveries.c.not_before <= bindparam("now", type_=Moment)
_MESSAGE = func.coalesce(deliveries.c.joined, deliveries.c.id)
_LATELY = (
    select(
        deliveries.c.id,
        deliveries.c.contact_id,
        deliveries.c.state,
        _MESSAGE.label("message"),
        _AT.label("at"),
    )
    .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
    .where(
        deliveries.c.contact_id.in_(bindparam("contacts", expanding=True)),
        deliveries.c.id.not_in(bindparam("but", expanding=True)),
        broadcasts.c.kind.in_(sorted(IN_BUDGET)),
        or_(
            # What is on its way counts, and what may have arrived.
            deliveries.c.state.in_(
                [DeliveryState.CLAIMED, DeliveryState.SENT, DeliveryState.UNKNOWN]
            )
            & _IS_RECENT,
            (deliveries.c.state == DeliveryState.QUEUED)
            & (broadcasts.c.state == BroadcastState.SENDING)
            & deliveries.c.sent_again.is_(False)
            & ((deliveries.c.reason == Reason.BUDGET) | _IS_DUE),
        ),
    )
)
"""Built once, because it runs for every message."""


async def sent_lately(
    tx: Transaction, rows: Sequence[Claimed], *, since: datetime, now: datetime
) -> dict[int, Lately]:
    """What the contacts of ``rows`` have been sent of the weekly budget after ``since``, without
    these rows themselves."""
    found: dict[int, Lately] = {row.contact_id: Lately() for row in rows}
    if not found:
        return found
    whose = {"contacts": [*found], "but": [row.id for row in rows], "since": since, "now": now}
    messages: set[tuple[int, int]] = set()
    for row in await tx.execute(_LATELY, whose):
        of = found[row.contact_id]
        if row.state == DeliveryState.QUEUED:
            of.waiting.append(row.id)
        elif (row.contact_id, row.message) not in messages:
            # What left as one message counts once.
            messages.add((row.contact_id, row.message))
            of.sent.append(row.at)
    return found
