"""Since when nothing of the broadcasts that are being sent has moved, asked every minute."""

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
"""The audit's word for sends that were held and go on."""
FINAL = [s for s in DeliveryState if s not in (DeliveryState.QUEUED, DeliveryState.CLAIMED)]
LAST_ROWS = 20
"""Rows go out in the order of their ids, nearly: the newest settlement is one of so many."""


# With a sign before it, no index of all of a broadcast's rows fits, and that of the open ones does.
_BROADCAST: ColumnClause[int] = literal_column("+deliveries.broadcast_id", BigInteger)


def first_due(now: datetime, broadcast_ids: Collection[int]) -> Select[Any]:
    """From when the open row of these broadcasts was to go that has been due the longest."""
    return (
        select(deliveries.c.not_before)
        .where(IS_OPEN, deliveries.c.not_before <= now, _BROADCAST.in_(broadcast_ids))
        .order_by(deliveries.c.not_before, deliveries.c.id)
        .limit(1)
    )


def last_settled(broadcast_id: int, state: DeliveryState) -> Select[Any]:
    """When the rows of a broadcast that ended so were settled: the last of them by their ids."""
    return (
        select(deliveries.c.settled_at)
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == state)
        .order_by(deliveries.c.id.desc())
        .limit(LAST_ROWS)
    )


async def since(tx: Transaction, now: datetime, *, patience: timedelta) -> datetime | None:
    """The latest of: a broadcast's start, a settlement, the end of a pause or of a hold, and when
    the next row was to go. None where nothing is due, or the whole bot is paused.

    Every row of the broadcasts is read only where otherwise nothing moved for ``patience``.
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
