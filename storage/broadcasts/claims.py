"""The sender's side of the ledger: what is claimed, what became of it, and when the next is due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    case,
    func,
    select,
    text,
    update,
)

from engagement.broadcasts.delivery import DeliveryState, Reach, Reason
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.deliveries import AT_ONCE, IS_OPEN, deliveries
from storage.broadcasts.records import broadcasts
from storage.engine.database import Moment, Transaction
from storage.people.residents import contacts

T = TypeVar("T")

# In words of its own, as IS_OPEN is.
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


def _queued(what: ColumnElement[T]) -> Select[T]:
    """``what`` of the rows that wait, of broadcasts that are sending."""
    return (
        select(what)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            IS_OPEN,
            deliveries.c.state == DeliveryState.QUEUED,
            broadcasts.c.state == BroadcastState.SENDING,
        )
    )


async def _take_due(tx: Transaction, me: int, *, most: int, now: datetime) -> list[int]:
    due = (
        _queued(deliveries.c.id)
        .where(deliveries.c.not_before <= now)
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


async def next_due(tx: Transaction) -> datetime | None:
    """When the next queued row of a broadcast that is sending may go."""
    query = _queued(deliveries.c.not_before).order_by(deliveries.c.not_before).limit(1)
    found: datetime | None = (await tx.execute(query)).scalar()
    return found


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
