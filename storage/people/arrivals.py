"""Arrivals: people who have started joining and haven't agreed to anything yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    Row,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from storage.conversation.shown import shown
from storage.engine.database import Moment, Transaction, metadata

arrivals = Table(
    "arrivals",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("language", String(2), nullable=False),
    Column("step", String(16), nullable=False),
    Column("ward", String(9)),
    Column("source", String(64)),
    Column("page", Integer, nullable=False, default=0),
    Column("arrived_at", Moment, nullable=False, index=True),
    Column("notice", String(32)),
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person who has started the bot and hasn't agreed to anything yet."""

    id: int
    chat_id: int
    language: str
    step: str
    ward: str | None
    source: str | None
    page: int
    arrived_at: datetime | None = None
    notice: str | None = None


async def arrival_of(tx: Transaction, chat_id: int) -> Arrival | None:
    """The arrival in this chat."""
    return _arrival((await tx.execute(select(arrivals).filter_by(chat_id=chat_id))).first())


async def arrival(tx: Transaction, person: int) -> Arrival | None:
    """The arrival with this id."""
    return _arrival((await tx.execute(select(arrivals).filter_by(id=person))).first())


async def note_arrival(tx: Transaction, who: Arrival, now: datetime) -> None:
    """Store a new arrival, replacing any other in the same chat."""
    await drop_arrival(tx, who.chat_id)
    await tx.execute(
        insert(arrivals).values(
            id=who.id,
            chat_id=who.chat_id,
            language=who.language,
            step=who.step,
            ward=who.ward,
            source=who.source,
            page=who.page,
            arrived_at=now,
            notice=who.notice,
        )
    )


async def move_arrival(tx: Transaction, person: int, **fields: Any) -> None:
    """Change an arrival's step, ward, page or language."""
    await tx.execute(update(arrivals).where(arrivals.c.id == person).values(**fields))


async def drop_arrival(tx: Transaction, chat_id: int) -> None:
    """Delete the arrival in this chat, and the record of the messages shown to it."""
    ids = select(arrivals.c.id).where(arrivals.c.chat_id == chat_id)
    await tx.execute(delete(shown).where(shown.c.person.in_(ids)))
    await tx.execute(delete(arrivals).where(arrivals.c.chat_id == chat_id))


async def drop_old_arrivals(tx: Transaction, before: datetime) -> int:
    """Delete the arrivals from before ``before``, who never agreed. Returns their number."""
    ids = select(arrivals.c.id).where(arrivals.c.arrived_at < before)
    await tx.execute(delete(shown).where(shown.c.person.in_(ids)))
    return (await tx.execute(delete(arrivals).where(arrivals.c.arrived_at < before))).rowcount


def _arrival(row: Row[Any] | None) -> Arrival | None:
    if row is None:
        return None
    return Arrival(
        id=row.id,
        chat_id=row.chat_id,
        language=row.language,
        step=row.step,
        ward=row.ward,
        source=row.source,
        page=row.page,
        arrived_at=row.arrived_at,
        notice=row.notice,
    )
