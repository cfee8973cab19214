"""Leaving: contacts to be forgotten when the consultations they answered have closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    String,
    Table,
    delete,
    select,
    update,
)

from engagement.broadcasts.delivery import Reach
from storage.engine.database import Moment, Transaction, metadata, upsert

leaving = Table(
    "leaving",
    metadata,
    Column(
        "contact_id",
        BigInteger,
        ForeignKey("contacts.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("asked_at", Moment, nullable=False),
    Column("without_words", Boolean, nullable=False),
    Column("reach_before", String(16), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who is leaving: whether their words are to be deleted too, and whether messages
    reached them before they asked."""

    asked_at: datetime
    without_words: bool
    reach_before: Reach


async def leaving_of(tx: Transaction, contact_id: int) -> Leaving | None:
    """How this contact is leaving; None for somebody who stays."""
    query = select(leaving).where(leaving.c.contact_id == contact_id)
    row = (await tx.execute(query)).first()
    if row is None:
        return None
    return Leaving(row.asked_at, row.without_words, Reach(row.reach_before))


async def note_leaving(tx: Transaction, contact_id: int, how: Leaving) -> None:
    """Record that this contact is leaving, or how they now want to leave."""
    values = {
        "contact_id": contact_id,
        "asked_at": how.asked_at,
        "without_words": how.without_words,
        "reach_before": how.reach_before,
    }
    await tx.execute(upsert(tx, leaving, key=("contact_id",), change=("without_words",)), values)


async def note_stopped(tx: Transaction, contact_id: int) -> None:
    """Somebody who is leaving wants no messages even if they stay."""
    mine = leaving.c.contact_id == contact_id
    await tx.execute(update(leaving).where(mine).values(reach_before=Reach.STOPPED))


async def drop_leaving(tx: Transaction, contact_id: int) -> None:
    """This contact stays."""
    await tx.execute(delete(leaving).where(leaving.c.contact_id == contact_id))
