"""The ledger: one row a broadcast and recipient. The ledger is the queue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    case,
    exists,
    false,
    func,
    select,
    text,
    update,
)

from engagement.broadcasting import BroadcastState, Tally
from engagement.delivery import DeliveryState, Reach, Reason
from storage.broadcasts import broadcasts
from storage.database import Moment, Sequential, Transaction, metadata
from storage.people import contacts

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""From when a row may go that waits for nothing, whatever becomes of the machine's clock."""

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("broadcast_id", ForeignKey("broadcasts.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    Column("ward", String(9), nullable=False),
    Column("state", String(16), nullable=False),
    Column("variant_id", ForeignKey("broadcast_variants.id")),
    Column("not_before", Moment, nullable=False),
    Column("claimed_by", BigInteger),
    Column("claimed_at", Moment),
    Column("settled_at", Moment),
    Column("message_id", BigInteger),
    Column("reason", String(120)),
    Column("attempts", Integer, nullable=False, default=0),
    Column("sent_again", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("broadcast_id", "contact_id"),
)
# On PostgreSQL the indexes of a part are of the same part: the migrations say so. Said here too,
# it would load that server's whole dialect at every start, for a tenth of a second.
Index("ix_deliveries_tally", deliveries.c.broadcast_id, deliveries.c.state)
Index(
    "ix_deliveries_open",
    deliveries.c.not_before,
    deliveries.c.id,
    sqlite_where=deliveries.c.state.in_(["queued", "claimed"]),
)

Index(
    "ix_deliveries_claimed",
    deliveries.c.claimed_at,
    sqlite_where=deliveries.c.state == "claimed",
)
# In words of their own, not as parameters: else SQLite would not see that the indexes above fit.
IS_OPEN = text("deliveries.state IN ('queued', 'claimed')")
_IS_CLAIMED = text("deliveries.state = 'claimed'")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row this process has committed to sending."""

    id: int
    broadcast_id: int
    contact_id: int
    chat_id: int
    language: str
    reach: Reach
    ward: str
    sent_again: bool = False
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a claimed row. One that is queued again goes from ``not_before`` on, and
    ``counts`` says whether it was tried at all."""

    id: int
    state: DeliveryState
    message_id: int | None = None
    reason: Reason | None = None
    not_before: datetime = AT_ONCE
    counts: bool = True
    attempt: int | None = None  # the try this is the end of; None: whichever it is


_SETTLE = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("row"),
        deliveries.c.state == DeliveryState.CLAIMED,
        # Of a later claim of the same row, an end that is told twice knows nothing.
        deliveries.c.attempts == func.coalesce(bindparam("attempt"), deliveries.c.attempts),
    )
    .values(
        state=bindparam("to", type_=String),
        message_id=case(
            (deliveries.c.contact_id.is_not(None), bindparam("message", type_=BigInteger))
        ),
        reason=bindparam("why", type_=String),
        settled_at=bindparam("at", type_=Moment),
        not_before=bindparam("from_when", type_=Moment),
        attempts=deliveries.c.attempts - bindparam("uncounted", type_=Integer),
    )
)
_NOTE_VARIANT = (
    update(deliveries)
    .where(deliveries.c.id.in_(bindparam("rows", expanding=True)))
    .values(variant_id=bindparam("variant"))
)
"""Put together once: they are carried out for every message."""


async def _take_due(tx: Transaction, me: int, *, most: int, now: datetime) -> list[int]:
    due = (
        select(deliveries.c.id)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            IS_OPEN,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.not_before <= now,
            broadcasts.c.state == BroadcastState.SENDING,
        )
        .order_by(deliveries.c.not_before, deliveries.c.id)
        .limit(most)
        .with_for_update(skip_locked=True, of=deliveries)
        # Chosen once: PostgreSQL may else look again for every row it compares, find the ones it
        # has just locked no longer due, and take others beyond ``most``.
        .cte("due")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
    taken = await tx.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(select(due.c.id)))
        .values(
            state=DeliveryState.CLAIMED,
            claimed_by=me,
            claimed_at=now,
            attempts=deliveries.c.attempts + 1,
        )
        .returning(deliveries.c.id)
    )
    return [*taken.scalars()]


async def claim(tx: Transaction, me: int, *, most: int, now: datetime) -> list[Claimed]:
    """Commit to sending the next ``most`` rows that are due. Two processes never get the same."""
    ids = await _take_due(tx, me, most=most, now=now)
    if not ids:
        return []
    found = await tx.execute(
        select(
            deliveries.c.id,
            deliveries.c.broadcast_id,
            contacts.c.id.label("contact_id"),
            contacts.c.chat_id,
            contacts.c.language,
            contacts.c.reach,
            deliveries.c.ward,
            deliveries.c.sent_again,
            deliveries.c.attempts,
        )
        .join(contacts, contacts.c.id == deliveries.c.contact_id)
        .where(deliveries.c.id.in_(ids))
        .order_by(deliveries.c.id)
    )
    claimed = [
        Claimed(
            r.id,
            r.broadcast_id,
            r.contact_id,
            r.chat_id,
            r.language,
            Reach(r.reach),
            r.ward,
            r.sent_again,
            r.attempts,
        )
        for r in found
    ]
    # A row that came back to the queue after its person was forgotten leads nowhere.
    nobodys = set(ids) - {row.id for row in claimed}
    forgotten = [Settled(row, DeliveryState.CANCELLED, reason=Reason.FORGOTTEN) for row in nobodys]
    await settle(tx, forgotten, now)
    return claimed


async def note_variants(tx: Transaction, variants: Sequence[tuple[int, int]]) -> None:
    """(delivery, variant): which wording each is about to be shown."""
    by_variant: dict[int, list[int]] = {}
    for row, variant in variants:
        by_variant.setdefault(variant, []).append(row)
    for variant, rows in by_variant.items():
        await tx.execute(_NOTE_VARIANT, {"variant": variant, "rows": rows})


async def settle(tx: Transaction, ends: Sequence[Settled], now: datetime) -> None:
    """Give claimed rows their next state. A row that is final stays as it is."""
    if ends:
        await tx.execute(
            _SETTLE,
            [
                {
                    "row": end.id,
                    "to": end.state,
                    "message": end.message_id,
                    "why": end.reason,
                    "at": None if end.state is DeliveryState.QUEUED else now,
                    "from_when": end.not_before,
                    "attempt": end.attempt,
                    "uncounted": 0 if end.counts else 1,
                }
                for end in ends
            ],
        )


async def release_claims(
    tx: Transaction,
    now: datetime,
    *,
    me: int,
    in_hand: Collection[int] = (),
    lease: timedelta = timedelta(0),
) -> int:
    """What was claimed and never settled may have gone or not: its fate is unknown, and it is
    never sent again by itself. How many there were.

    Claims of others count once their ``lease`` has run out; of one's own (``me``) all that are not
    ``in_hand``: they were claimed in a commit whose answer never came.
    """
    at = deliveries.c.claimed_at
    # What lies further ahead than any claim can was claimed before the clock was set back.
    over = (at <= now - lease) | (at > now + lease)
    others = (deliveries.c.claimed_by != me) & over
    mine = (deliveries.c.claimed_by == me) & deliveries.c.id.not_in(in_hand)
    left = await tx.execute(
        update(deliveries)
        .where(_IS_CLAIMED, others | mine)
        .values(state=DeliveryState.UNKNOWN, settled_at=now, reason=Reason.END_NOT_SEEN)
    )
    return left.rowcount


async def queue_unknown_again(tx: Transaction, broadcast_id: int) -> int:
    """Let those rows of a broadcast go once more whose fate is unknown, and which have not gone
    a second time yet. How many."""
    moved = await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id,
            deliveries.c.state == DeliveryState.UNKNOWN,
            deliveries.c.sent_again.is_(False),
            deliveries.c.contact_id.is_not(None),
        )
        .values(
            state=DeliveryState.QUEUED,
            sent_again=True,
            not_before=AT_ONCE,
            settled_at=None,
            reason=None,
        )
    )
    return moved.rowcount


async def count_unknown(tx: Transaction, broadcast_id: int) -> int:
    """How many rows could go once more: their fate is unknown and they have gone once at most."""
    query = select(func.count()).where(
        deliveries.c.broadcast_id == broadcast_id,
        deliveries.c.state == DeliveryState.UNKNOWN,
        deliveries.c.sent_again.is_(False),
        deliveries.c.contact_id.is_not(None),
    )
    return int((await tx.execute(query)).scalar_one())


async def reasons(tx: Transaction, broadcast_id: int) -> dict[tuple[DeliveryState, Reason], int]:
    """How many rows of a broadcast ended in each state for each reason."""
    found = await tx.execute(
        select(deliveries.c.state, deliveries.c.reason, func.count())
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.reason.is_not(None))
        .group_by(deliveries.c.state, deliveries.c.reason)
    )
    known = {reason.value for reason in Reason}
    return {(DeliveryState(s), Reason(why)): n for s, why, n in found if why in known}


async def next_due(tx: Transaction) -> datetime | None:
    """When the next queued row of a broadcast that is sending may go."""
    query = (
        select(deliveries.c.not_before)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            IS_OPEN,
            deliveries.c.state == DeliveryState.QUEUED,
            broadcasts.c.state == BroadcastState.SENDING,
        )
        .order_by(deliveries.c.not_before)
        .limit(1)
    )
    return (await tx.execute(query)).scalar()


async def bring_forward(tx: Transaction, latest: datetime) -> None:
    """No row waits beyond ``latest``: where one does, the machine's clock was set back."""
    await tx.execute(
        update(deliveries)
        .where(
            IS_OPEN,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.not_before > latest,
        )
        .values(not_before=AT_ONCE)
    )


async def cancel_queued(tx: Transaction, contact_id: int, reason: Reason, now: datetime) -> None:
    """Nothing that has not begun goes to this contact."""
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.contact_id == contact_id, deliveries.c.state == DeliveryState.QUEUED)
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=reason)
    )


async def forget_contact(tx: Transaction, contact_id: int) -> None:
    """Leave the rows, whose sums must hold, and nothing in them that leads to a chat."""
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.contact_id == contact_id)
        .values(contact_id=None, message_id=None)
    )


async def cancel_broadcast(tx: Transaction, broadcast_id: int, now: datetime) -> None:
    """Nothing of this broadcast that has not begun goes out."""
    await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == DeliveryState.QUEUED
        )
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=Reason.TAKEN_BACK)
    )


async def hold_back(tx: Transaction, broadcast_id: int, now: datetime) -> int:
    """After a restore: nothing of this broadcast that has not begun goes out; how many rows."""
    ended = await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == DeliveryState.QUEUED
        )
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=Reason.HELD_BACK)
    )
    return ended.rowcount


async def held_back(tx: Transaction, broadcast_id: int) -> int:
    """How many rows of a broadcast were held back."""
    query = select(func.count()).where(
        deliveries.c.broadcast_id == broadcast_id, deliveries.c.reason == Reason.HELD_BACK
    )
    return int((await tx.execute(query)).scalar_one())


async def tally(tx: Transaction, broadcast_id: int) -> Tally:
    """How many rows of a broadcast stand in each state."""
    found = await tx.execute(
        select(deliveries.c.state, func.count())
        .where(deliveries.c.broadcast_id == broadcast_id)
        .group_by(deliveries.c.state)
    )
    return Tally.of({DeliveryState(state): count for state, count in found})


async def finished(tx: Transaction) -> list[int]:
    """Broadcasts that are sending and have no open row left."""
    open_rows = exists().where(
        deliveries.c.broadcast_id == broadcasts.c.id,
        deliveries.c.state.in_([DeliveryState.QUEUED, DeliveryState.CLAIMED]),
    )
    query = select(broadcasts.c.id).where(broadcasts.c.state == BroadcastState.SENDING, ~open_rows)
    return [*(await tx.execute(query)).scalars()]
