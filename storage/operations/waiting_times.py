"""Waiting updates, replies and deliveries, and for how long they have waited, for monitoring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnClause, func, literal_column, select

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.pace import pace
from storage.broadcasts.records import broadcasts
from storage.conversation.inbox import InboxState, inbox
from storage.engine.database import Transaction

# Literal SQL: SQLite uses a partial index only if the query contains the same values.
_NEW: ColumnClause[str] = literal_column(f"'{InboxState.NEW.value}'")
_OPEN: list[ColumnClause[str]] = [
    literal_column(f"'{state.value}'") for state in (DeliveryState.QUEUED, DeliveryState.CLAIMED)
]


async def updates_waiting(tx: Transaction) -> tuple[int, datetime | None]:
    """The number of updates not yet acted on, and when the oldest of them was received."""
    query = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.state == _NEW)
    count, oldest = (await tx.execute(query)).one()
    return int(count), oldest


async def replies_pending(tx: Transaction) -> int:
    """The number of updates that were acted on and whose reply is pending."""
    query = select(func.count()).where(inbox.c.person.is_not(None))
    return int((await tx.execute(query)).scalar_one())


async def oldest_due(tx: Transaction, now: datetime) -> datetime | None:
    """When the longest overdue queued delivery of the broadcasts being sent was due."""
    query = (
        select(deliveries.c.not_before, broadcasts.c.started_at)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            deliveries.c.state.in_(_OPEN),
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.not_before <= now,
            broadcasts.c.state == BroadcastState.SENDING,
        )
        .order_by(deliveries.c.not_before, deliveries.c.id)
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    # A delivery that may go at once has been due since its broadcast began.
    return max(row.not_before, row.started_at) if row else None


async def being_sent(tx: Transaction) -> Mapping[DeliveryState, int]:
    """The number of deliveries in each state, of the broadcasts being sent."""
    query = (
        select(deliveries.c.state, func.count())
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(broadcasts.c.state == BroadcastState.SENDING)
        .group_by(deliveries.c.state)
    )
    return {DeliveryState(state): count for state, count in await tx.execute(query)}


async def paused_until(tx: Transaction, now: datetime) -> datetime | None:
    """The end of a pause of the whole bot imposed by Telegram; None if there is no pause."""
    query = select(func.max(pace.c.paused_until)).where(pace.c.paused_until > now)
    until: datetime | None = (await tx.execute(query)).scalar()
    return until
