"""Since when sending has stalled: no delivery of the current broadcasts has made progress.

This is checked every minute.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnClause, Select, func, literal_column, select

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.deliveries import IS_OPEN, deliveries
from storage.broadcasts.pace import pace
from storage.broadcasts.records import broadcasts
from storage.engine.database import Transaction
from storage.operations.deployment import audit

RELEASED = "released-sends"
"""The act in the audit when held sends are released."""
FINAL = [s for s in DeliveryState if s not in (DeliveryState.QUEUED, DeliveryState.CLAIMED)]
LAST_ROWS = 20
"""Deliveries are sent nearly in the order of their ids, so the latest settlement is among these."""


# The plus sign keeps SQLite from using the index on all of a broadcast's deliveries, so that it
# uses the one on open deliveries.
_BROADCAST: ColumnClause[int] = literal_column("+deliveries.broadcast_id", BigInteger)


def first_due(now: datetime, broadcast_ids: Collection[int]) -> Select[Any]:
    """When the longest overdue open delivery of these broadcasts was due."""
    return (
        select(deliveries.c.not_before)
        .where(IS_OPEN, deliveries.c.not_before <= now, _BROADCAST.in_(broadcast_ids))
        .order_by(deliveries.c.not_before, deliveries.c.id)
        .limit(1)
    )


def last_settled(broadcast_id: int, state: DeliveryState) -> Select[Any]:
    """When the last ``LAST_ROWS`` deliveries of a broadcast in this final state, by id, were
    settled."""
    return (
        select(deliveries.c.settled_at)
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == state)
        .order_by(deliveries.c.id.desc())
        .limit(LAST_ROWS)
    )


async def since(tx: Transaction, now: datetime, *, patience: timedelta) -> datetime | None:
    """Since when no due delivery has made progress. None if none is due or the bot is paused.

    It is the latest of: a broadcast's start, a settlement, the end of a pause or of a hold, and
    the time at which the longest overdue delivery was due. All deliveries of the broadcasts are
    read only if nothing else shows progress within ``patience``.
    """
    paused = (await tx.execute(select(func.max(pace.c.paused_until)))).scalar()
    if paused is not None and paused > now:
        return None
    sending = select(broadcasts.c.id, broadcasts.c.started_at).where(
        broadcasts.c.state == BroadcastState.SENDING
    )
    found = (await tx.execute(sending)).all()
    ids = [row.id for row in found]
    due = (await tx.execute(first_due(now, ids))).scalar() if ids else None
    if due is None:
        return None
    moments = [due, paused, *(row.started_at for row in found)]
    for row in found:
        for state in FINAL:
            moments += (await tx.execute(last_settled(row.id, state))).scalars()
    if now - _latest(moments) > patience:
        whole = select(func.max(deliveries.c.settled_at)).where(deliveries.c.broadcast_id.in_(ids))
        released = select(func.max(audit.c.at)).where(audit.c.act == RELEASED)
        moments += [(await tx.execute(query)).scalar() for query in (whole, released)]
    return _latest(moments)


def _latest(moments: list[datetime | None]) -> datetime:
    return max(moment for moment in moments if moment is not None)
