"""Deliveries that wait for the monitoring officer, because of an election."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from storage.broadcasts.deliveries import AT_ONCE, IS_OPEN, UNTIL_DECIDED, deliveries
from storage.broadcasts.records import broadcasts
from storage.engine.database import Transaction

_WAITS = (
    deliveries.c.state == DeliveryState.QUEUED,
    deliveries.c.not_before == UNTIL_DECIDED,
)


async def held(tx: Transaction) -> list[int]:
    """The broadcasts of which deliveries wait for a decision, the oldest first."""
    waiting = select(deliveries.c.broadcast_id).where(IS_OPEN, *_WAITS)
    query = (
        select(broadcasts.c.id)
        .where(broadcasts.c.id.in_(waiting))
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [*(await tx.execute(query)).scalars()]


async def release(tx: Transaction, broadcast_id: int, now: datetime) -> bool:
    """Let them leave, and the others of the broadcast pass the holds that have begun by now.
    Returns False if none waits."""
    if not await _change(tx, broadcast_id, not_before=AT_ONCE, reason=None):
        return False
    changed = update(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(changed.values(released_at=now))
    return True


async def drop(tx: Transaction, broadcast_id: int, now: datetime) -> bool:
    """Cancel them. Returns False if none waits."""
    end = {"state": DeliveryState.CANCELLED, "settled_at": now, "reason": Reason.NOT_RELEASED}
    return await _change(tx, broadcast_id, **end, not_before=AT_ONCE)


async def _change(tx: Transaction, broadcast_id: int, **values: Any) -> bool:
    mine = (deliveries.c.broadcast_id == broadcast_id, *_WAITS)
    changed = await tx.execute(update(deliveries).where(*mine).values(**values))
    return changed.rowcount > 0
