"""The inbox: updates stored before they are confirmed, and emptied when their effect commits."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)

from storage.engine.database import Moment, Sequential, Transaction, metadata, upsert

LONGEST_REASON = 120


class InboxState(StrEnum):
    """What became of an update."""

    NEW = "new"  # stored, not yet acted on
    DONE = "done"  # its effect is committed; only its id is kept
    QUARANTINED = "quarantined"  # could not be read, or failed three times; kept for seven days


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
    Column("reason", String(LONGEST_REASON)),
    Column("person", BigInteger),
    Column("received_at", Moment, nullable=False),
    Column("processed_at", Moment),
    Column("replied_at", Moment),
    UniqueConstraint("bot", "update_id"),
    sqlite_autoincrement=True,
)
# For PostgreSQL's see the migrations, for the reason given in storage.broadcasts.deliveries.
Index(
    "ix_inbox_open",
    inbox.c.seq,
    sqlite_where=inbox.c.state == "new",
)
Index(
    "ix_inbox_unanswered",
    inbox.c.seq,
    sqlite_where=inbox.c.person.is_not(None),
)
Index(
    "ix_inbox_set_aside",
    inbox.c.processed_at,
    sqlite_where=inbox.c.state == "quarantined",
)


# Built once, because they run for every tap.
_OF_NEW = select(
    inbox.c.seq, inbox.c.lane, inbox.c.payload, inbox.c.received_at, inbox.c.attempts
).order_by(inbox.c.seq)
# Literal SQL, not a parameter: otherwise SQLite cannot tell that the partial index applies.
_WAITING = _OF_NEW.where(text("inbox.state = 'new'"))
_STORED = _OF_NEW.where(
    inbox.c.bot == bindparam("of_bot"),
    inbox.c.update_id.in_(bindparam("ids", expanding=True)),
    inbox.c.state == InboxState.NEW,
)
_MARK_DONE = (
    update(inbox)
    .where(inbox.c.seq == bindparam("at_seq"))
    .values(
        state=InboxState.DONE,
        payload=None,
        lane=None,
        reference=None,
        reason=None,
        person=bindparam("owed_to", type_=BigInteger),
        processed_at=bindparam("now", type_=Moment),
    )
)
_MARK_REPLIED = (
    update(inbox)
    .where(inbox.c.seq == bindparam("at_seq"))
    .values(replied_at=bindparam("now", type_=Moment), person=None)
)


@dataclass(frozen=True, slots=True)
class Received:
    """One stored update: ``payload`` is Telegram's, cleaned; ``lane`` is its sender's queue."""

    seq: int
    lane: int
    payload: Mapping[str, Any]
    attempts: int = 0
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A quarantined update without its content."""

    reference: str
    at: datetime
    reason: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update about to be stored. ``payload`` is JSON text. ``received_at`` is when it arrived,
    if it had to wait for the database."""

    update_id: int
    lane: int
    payload: str
    received_at: datetime | None = None


async def store(
    tx: Transaction, bot: int, updates: Sequence[Incoming], now: datetime
) -> list[Received]:
    """Store the updates that are new, in the order given. Returns those not yet acted on."""
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
            "received_at": u.received_at or now,
        }
        for u in updates
    ]
    await tx.execute(upsert(tx, inbox, key=("bot", "update_id")), rows)
    # Not only the rows just inserted: an earlier try may have committed without our knowing.
    ids = [u.update_id for u in updates]
    found = await tx.execute(_STORED, {"of_bot": bot, "ids": ids})
    return [_received(row) for row in found]


async def waiting(tx: Transaction) -> list[Received]:
    """Updates not yet acted on, in the order of the inbox."""
    return [_received(row) for row in await tx.execute(_WAITING)]


async def first_waiting(tx: Transaction, most: int) -> list[Received]:
    """The first ``most`` updates not yet acted on."""
    return [_received(row) for row in await tx.execute(_WAITING.limit(most))]


async def last_received(tx: Transaction) -> datetime | None:
    """When the latest update was received."""
    query = select(inbox.c.received_at).order_by(inbox.c.seq.desc()).limit(1)
    return (await tx.execute(query)).scalar()


async def still_waits(tx: Transaction, seq: int) -> bool:
    """Whether this update is still to be acted on."""
    query = select(inbox.c.seq).where(inbox.c.seq == seq, inbox.c.state == InboxState.NEW)
    return (await tx.execute(query)).first() is not None


def _received(row: Any) -> Received:
    payload = json.loads(row.payload)
    return Received(row.seq, row.lane, payload, row.attempts, row.received_at)


async def mark_done(tx: Transaction, seq: int, *, person: int | None, now: datetime) -> None:
    """Empty the update, in the transaction of its effect. ``person`` is waiting for a reply."""
    await tx.execute(_MARK_DONE, {"at_seq": seq, "owed_to": person, "now": now})


async def mark_replied(tx: Transaction, seqs: Sequence[int], now: datetime) -> None:
    """Record that the replies to these updates have been sent."""
    if seqs:
        await tx.execute(_MARK_REPLIED, [{"at_seq": seq, "now": now} for seq in seqs])


async def clear_pending_replies(tx: Transaction, now: datetime) -> None:
    """Record that no reply is pending for any update received so far."""
    await tx.execute(
        update(inbox).where(inbox.c.person.is_not(None)).values(replied_at=now, person=None)
    )


async def unanswered(
    tx: Transaction, now: datetime, longer_than: timedelta = timedelta(0)
) -> list[tuple[int, int]]:
    """(seq, person) of updates acted on at least ``longer_than`` ago whose reply is pending.

    Updates that seem to have been acted on more than ``longer_than`` in the future are included:
    the clock was set back after them.
    """
    at = inbox.c.processed_at
    found = await tx.execute(
        select(inbox.c.seq, inbox.c.person)
        .where(
            inbox.c.person.is_not(None),
            inbox.c.state == InboxState.DONE,
            (at <= now - longer_than) | (at > now + longer_than),
        )
        .order_by(inbox.c.seq)
    )
    return [(r.seq, r.person) for r in found]


async def note_attempt(tx: Transaction, seq: int) -> int:
    """Count one more failed try. Returns the number of tries that have failed."""
    tried = await tx.execute(
        update(inbox)
        .where(inbox.c.seq == seq)
        .values(attempts=inbox.c.attempts + 1)
        .returning(inbox.c.attempts)
    )
    return int(tried.scalar_one())


async def quarantine(
    tx: Transaction, seq: int, reference: str, *, reason: str, now: datetime
) -> str:
    """Quarantine an update with its content. Returns the reference that its sender can quote.

    An update that was put back and failed again keeps the reference its sender already has.
    """
    kept = await tx.execute(
        update(inbox)
        .where(inbox.c.seq == seq)
        .values(
            state=InboxState.QUARANTINED,
            reference=func.coalesce(inbox.c.reference, reference),
            reason=reason[:LONGEST_REASON],
            processed_at=now,
        )
        .returning(inbox.c.reference)
    )
    return str(kept.scalar_one())


async def quarantined(tx: Transaction) -> list[Quarantined]:
    """The quarantined updates, the oldest first."""
    found = await tx.execute(
        select(inbox.c.reference, inbox.c.processed_at, inbox.c.reason, inbox.c.attempts)
        .where(inbox.c.state == InboxState.QUARANTINED)
        .order_by(inbox.c.processed_at, inbox.c.seq)
    )
    return [Quarantined(r.reference, r.processed_at, r.reason or "", r.attempts) for r in found]


async def put_back(tx: Transaction, reference: str) -> bool:
    """Let a quarantined update be tried again (see ``take_put_back``). False if there is none."""
    changed = await tx.execute(
        update(inbox)
        .where(inbox.c.state == InboxState.QUARANTINED, inbox.c.reference == reference)
        .values(state=InboxState.NEW, attempts=0)
    )
    return changed.rowcount > 0


async def take_put_back(tx: Transaction) -> list[Received]:
    """The updates put back since the last call. Each is returned once: the time at which it was
    quarantined is cleared in the same transaction."""
    found = await tx.execute(
        update(inbox)
        .where(inbox.c.state == InboxState.NEW, inbox.c.processed_at.is_not(None))
        .values(processed_at=None)
        .returning(
            inbox.c.seq, inbox.c.lane, inbox.c.payload, inbox.c.received_at, inbox.c.attempts
        )
    )
    return sorted((_received(row) for row in found), key=lambda row: row.seq)


async def drop(tx: Transaction, reference: str) -> bool:
    """Empty a quarantined update. Its id is kept, so that it isn't stored again. False if there
    is none."""
    changed = await tx.execute(
        update(inbox)
        .where(inbox.c.state == InboxState.QUARANTINED, inbox.c.reference == reference)
        .values(state=InboxState.DONE, payload=None, lane=None, reference=None, reason=None)
    )
    return changed.rowcount > 0


async def empty_quarantine(tx: Transaction, before: datetime) -> int:
    """Delete the updates quarantined before ``before``. Returns their number."""
    gone = await tx.execute(
        delete(inbox).where(inbox.c.state == InboxState.QUARANTINED, inbox.c.processed_at < before)
    )
    return gone.rowcount


AT_ONCE = 5_000
"""Rows deleted in one transaction at most, so that a tap never waits a second."""


async def drop_processed(tx: Transaction, before: datetime) -> int:
    """Delete the oldest updates that were processed and answered before ``before``, up to
    ``AT_ONCE`` of them. Returns their number."""
    oldest = select(inbox.c.seq).order_by(inbox.c.seq).limit(AT_ONCE)
    gone = await tx.execute(
        delete(inbox).where(
            inbox.c.seq.in_(oldest.scalar_subquery()),
            inbox.c.state == InboxState.DONE,
            inbox.c.person.is_(None),
            inbox.c.processed_at < before,
        )
    )
    return gone.rowcount


async def forget_lane(tx: Transaction, lane: int, person: int) -> None:
    """Delete one person's quarantined updates, and the link from answered ones to the person."""
    await tx.execute(
        delete(inbox).where(inbox.c.lane == lane, inbox.c.state == InboxState.QUARANTINED)
    )
    await tx.execute(update(inbox).where(inbox.c.person == person).values(person=None))
