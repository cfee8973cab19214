"""Messages that say that a quick poll was stopped."""

from __future__ import annotations

from sqlalchemy import select

from engagement.broadcasts.lifecycle import BroadcastKind
from storage.broadcasts.records import Broadcast, broadcasts, read_row
from storage.engine.database import Transaction


async def of_poll(tx: Transaction, poll_id: int) -> Broadcast | None:
    """The message to those who had answered this poll; None where it was not stopped."""
    query = select(broadcasts).where(broadcasts.c.kind == BroadcastKind.POLL_STOPPED)
    found = [read_row(row) for row in await tx.execute(query)]
    return next((one for one in found if one.stopped == poll_id), None)
