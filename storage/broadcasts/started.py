"""Broadcasts that have started going out, for those who read them on request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, tuple_

from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts.records import Broadcast, broadcasts, read_row
from storage.engine.database import Transaction


async def news(
    tx: Transaction,
    *,
    kinds: Sequence[BroadcastKind],
    after: tuple[datetime, int] | None = None,
    most: int = 100,
) -> list[tuple[Broadcast, datetime]]:
    """Broadcasts of these kinds that have started going out, and when, the latest first.

    ``after`` is the (time, id) of the last one on the previous page.
    """
    at = broadcasts.c.started_at
    query = (
        select(broadcasts)
        .where(
            broadcasts.c.state.in_([BroadcastState.SENDING, BroadcastState.SENT]),
            broadcasts.c.kind.in_(kinds),
        )
        .order_by(at.desc(), broadcasts.c.id.desc())
        .limit(most)
    )
    if after is not None:
        query = query.where(tuple_(at, broadcasts.c.id) < after)
    return [(read_row(row), row.started_at) for row in await tx.execute(query)]


async def outcomes_sent(tx: Transaction, consultations: Sequence[str]) -> list[Broadcast]:
    """The outcomes of these consultations that have started going out."""
    query = select(broadcasts).where(
        broadcasts.c.state.in_([BroadcastState.SENDING, BroadcastState.SENT]),
        broadcasts.c.kind == BroadcastKind.OUTCOME,
        broadcasts.c.consultation.in_(consultations),
    )
    return [read_row(row) for row in await tx.execute(query)]
