"""Updates as they came: stored before they are confirmed, emptied when their effect commits."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    select,
    update,
)

from storage.database import Moment, Sequential, Transaction, metadata, upsert


class InboxState(StrEnum):
    """What became of an update."""

    NEW = "new"  # stored, not yet acted on
    DONE = "done"  # its effect is committed; nothing of it is left but its number
    QUARANTINED = "quarantined"  # could not be read or failed three times; kept seven days


inbox = Table(
    "inbox",
    metadata,
    Column("seq", Sequential, primary_key=True, autoincrement=True),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger),
    Column("payload", Text),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("reference", String(16)),
    Column("reason", String(120)),
    Column("person", BigInteger),
    Column("received_at", Moment, nullable=False),
    Column("processed_at", Moment),
    Column("replied_at", Moment),
    UniqueConstraint("bot", "update_id"),
    sqlite_autoincrement=True,
)
Index(
    "ix_inbox_open",
    inbox.c.seq,
    sqlite_where=inbox.c.state == "new",
    postgresql_where=inbox.c.state == "new",
)
Index(
    "ix_inbox_unanswered",
    inbox.c.seq,
    sqlite_where=inbox.c.person.is_not(None),
    postgresql_where=inbox.c.person.is_not(None),
)
Index(
    "ix_inbox_set_aside",
    inbox.c.processed_at,
    sqlite_where=inbox.c.state == "quarantined",
    postgresql_where=inbox.c.state == "quarantined",
)


@dataclass(frozen=True, slots=True)
class Received:
    """One stored update. ``payload`` is Telegram's, cleaned; ``lane`` whose turn it is."""

    seq: int
    lane: int
    payload: Mapping[str, Any]
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update about to be stored. ``payload`` is JSON text."""

    update_id: int
    lane: int
    payload: str


async def store(
    tx: Transaction, bot: int, updates: Sequence[Incoming], now: datetime
) -> list[Received]:
    """Store what is new, in the order given; those of them that are not yet acted on."""
    if not updates:
        return []
    rows = [
        {
            "bot": bot,
            "update_id": u.update_id,
            "lane": u.lane,
            "payload": u.payload,
            "state": InboxState.NEW,
            "attempts": 0,
            "received_at": now,
        }
        for u in updates
    ]
    await tx.execute(upsert(tx, inbox, rows, key=("bot", "update_id")))
    # Not only what this statement inserted: an earlier try may have been committed unseen.
    ids = [u.update_id for u in updates]
    return await _rows(tx, inbox.c.bot == bot, inbox.c.update_id.in_(ids))


async def waiting(tx: Transaction) -> list[Received]:
    """Updates not yet acted on, in the inbox's own order."""
    return await _rows(tx)


async def still_waits(tx: Transaction, seq: int) -> bool:
    """Whether this update is not yet acted on."""
    return bool(await _rows(tx, inbox.c.seq == seq))


async def _rows(tx: Transaction, *which: ColumnElement[bool]) -> list[Received]:
    found = await tx.execute(
        select(inbox.c.seq, inbox.c.lane, inbox.c.payload, inbox.c.attempts)
        .where(inbox.c.state == InboxState.NEW, *which)
        .order_by(inbox.c.seq)
    )
    return [
        Received(seq=r.seq, lane=r.lane, payload=json.loads(r.payload), attempts=r.attempts)
        for r in found
    ]


async def mark_done(tx: Transaction, seq: int, *, person: int | None, now: datetime) -> None:
    """Empty the update in the transaction of its effect. ``person`` is who is owed a reply."""
    await tx.execute(
        update(inbox)
        .where(inbox.c.seq == seq)
        .values(state=InboxState.DONE, payload=None, lane=None, person=person, processed_at=now)
    )


async def mark_replied(tx: Transaction, seqs: Sequence[int], now: datetime) -> None:
    """The replies to these have gone; nobody is owed one any more."""
    await tx.execute(update(inbox).where(inbox.c.seq.in_(seqs)).values(replied_at=now, person=None))


async def owe_nobody(tx: Transaction, now: datetime) -> None:
    """No reply is owed for anything that came up to now."""
    await tx.execute(
        update(inbox).where(inbox.c.person.is_not(None)).values(replied_at=now, person=None)
    )


async def unanswered(tx: Transaction, before: datetime) -> list[tuple[int, int]]:
    """(seq, person) of updates acted on up to ``before`` whose reply may not have gone."""
    found = await tx.execute(
        select(inbox.c.seq, inbox.c.person)
        .where(
            inbox.c.person.is_not(None),
            inbox.c.state == InboxState.DONE,
            inbox.c.processed_at <= before,
        )
        .order_by(inbox.c.seq)
    )
    return [(r.seq, r.person) for r in found]


async def note_attempt(tx: Transaction, seq: int) -> int:
    """One more try has failed; how many have."""
    tried = await tx.execute(
        update(inbox)
        .where(inbox.c.seq == seq)
        .values(attempts=inbox.c.attempts + 1)
        .returning(inbox.c.attempts)
    )
    return int(tried.scalar_one())


async def quarantine(tx: Transaction, seq: int, reference: str, now: datetime) -> None:
    """Set an update aside, whole, under a reference a person can quote."""
    await tx.execute(
        update(inbox)
        .where(inbox.c.seq == seq)
        .values(state=InboxState.QUARANTINED, reference=reference, processed_at=now)
    )


async def empty_quarantine(tx: Transaction, before: datetime) -> int:
    """Delete what was set aside before ``before``; how many there were."""
    gone = await tx.execute(
        delete(inbox).where(inbox.c.state == InboxState.QUARANTINED, inbox.c.processed_at < before)
    )
    return gone.rowcount


async def forget_lane(tx: Transaction, lane: int, person: int) -> None:
    """Delete whatever the inbox still holds of one person."""
    await tx.execute(
        delete(inbox).where(inbox.c.lane == lane, inbox.c.state == InboxState.QUARANTINED)
    )
    await tx.execute(update(inbox).where(inbox.c.person == person).values(person=None))
