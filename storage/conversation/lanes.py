"""Whether something of one sender is stored and not yet acted on."""

from __future__ import annotations

from sqlalchemy import bindparam, select, text

from storage.conversation.inbox import inbox
from storage.engine.database import Transaction

# Literal SQL, not a parameter: otherwise SQLite cannot tell that the partial index applies.
_IN_LANE = (
    select(inbox.c.seq)
    .where(text("inbox.state = 'new'"), inbox.c.lane == bindparam("of_lane"))
    .limit(1)
)


async def is_waited_in(tx: Transaction, lane: int) -> bool:
    """Whether an update of this sender is stored and not yet acted on."""
    return (await tx.execute(_IN_LANE, {"of_lane": lane})).first() is not None
