"""The broadcasts of one author: what they may take up again, and what another role takes over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import or_, select, update

from engagement.broadcasts.lifecycle import NOT_SENT, BroadcastState
from storage.broadcasts.records import Broadcast, broadcasts, broadcasts_by_id
from storage.engine.database import Transaction


async def of_author(
    tx: Transaction, staff_id: int, states: Collection[BroadcastState], *, since: datetime
) -> list[Broadcast]:
    """This author's broadcasts in these states that were made since then, the latest first."""
    query = (
        select(broadcasts.c.id)
        .where(
            broadcasts.c.author == staff_id,
            broadcasts.c.state.in_(states),
            broadcasts.c.made_at >= since,
        )
        .order_by(broadcasts.c.made_at.desc(), broadcasts.c.id)
    )
    ids = [row.id for row in await tx.execute(query)]
    found = await broadcasts_by_id(tx, ids)
    return [found[one] for one in ids]


async def pass_on(tx: Transaction, staff_id: int, to: int) -> None:
    """Make the member of staff ``to``, the same person in another role, the author of what
    ``staff_id`` may still take up again, and of what they have not been shown the final report of.
    """
    unreported, not_sent = broadcasts.c.reported.is_(False), broadcasts.c.state.in_([*NOT_SENT])
    theirs = broadcasts.c.author == staff_id, or_(unreported, not_sent)
    await tx.execute(update(broadcasts).where(*theirs).values(author=to))
