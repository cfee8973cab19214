"""The sender's queries on the ledger: claiming deliveries, settling them, and the next one due."""

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
    or_,
    select,
    text,
    update,
)

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.broadcasts.gate import Weekly
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.deliveries import AT_ONCE, IS_OPEN, UNTIL_DECIDED, deliveries
from storage.broadcasts.records import broadcasts
from storage.engine.database import Moment, Transaction
from storage.people.contacts import contacts

T = TypeVar("T")

# Literal SQL, for the same reason as IS_OPEN.
_IS_CLAIMED = text("deliveries.state = 'claimed'")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery this process has committed to sending."""

    id: int
    broadcast_id: int
    contact_id: int
    chat_id: int
    language: str
    reach: Reach
    ward: str
    sent_again: bool = False
    attempts: int = 0
    weekly: Weekly | None = None
    has_waited: bool = False  # for the weekly budget


@dataclass(frozen=True, slots=True)
class Settled:
    """The result of a claimed delivery. One that is queued again may be sent from ``not_before``
    on; ``counts`` is False if it was never tried."""

    id: int
    state: DeliveryState
    message_id: int | None = None
    reason: Reason | None = None
    not_before: datetime = AT_ONCE
    counts: bool = True
    attempt: int | None = None  # the attempt this settles; None for the current one


_SETTLE = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("row"),
        deliveries.c.state == DeliveryState.CLAIMED,
        # A result reported twice must not settle a later claim of the same row.
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
"""Built once, because they run for every message."""


_ARE_SENT = (
    deliveries.c.state == DeliveryState.QUEUED,
    broadcasts.c.state == BroadcastState.SENDING,
)


def _queued(what: ColumnElement[T], *more: ColumnElement[bool]) -> Select[T]:
    """``what`` of the queued rows of broadcasts that are being sent. With ``more`` conditions, for
    a few rows, SQLite doesn't read all that is queued in its order."""
    where = (*_ARE_SENT, *more) if more else (IS_OPEN, *_ARE_SENT)
    joined = deliveries.join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
    return select(what).select_from(joined).where(*where)


async def _take(tx: Transaction, me: int, wanted: Select[int], now: datetime) -> list[int]:
    rows = (
        wanted.with_for_update(skip_locked=True, of=deliveries)
        # Evaluated once: otherwise PostgreSQL may run it again for each row it compares, find the
        # rows it has just locked no longer due, and take others beyond its limit.
        .cte("due")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
    taken = await tx.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(select(rows.c.id)))
        .values(
            state=DeliveryState.CLAIMED,
            claimed_by=me,
            claimed_at=now,
            attempts=deliveries.c.attempts + 1,
            joined=None,
        )
        .returning(deliveries.c.id)
    )
    return [*taken.scalars()]


async def claim(
    tx: Transaction, me: int, *, most: int, now: datetime, only: Collection[int] | None = None
) -> list[Claimed]:
    """Claim up to ``most`` deliveries that are due, ``only`` of these broadcasts if they are given.
    No two processes ever claim the same one."""
    these = () if only is None else (deliveries.c.broadcast_id.in_(only),)
    due = _queued(deliveries.c.id, *these).where(deliveries.c.not_before <= now)
    due = due.order_by(deliveries.c.not_before, deliveries.c.id).limit(most)
    return await _claimed(tx, await _take(tx, me, due, now), now)


async def claim_these(
    tx: Transaction, me: int, ids: Collection[int], now: datetime
) -> list[Claimed]:
    """Claim those of these deliveries that are queued, whether they are due or not."""
    wanted = _queued(deliveries.c.id, deliveries.c.id.in_(ids))
    return await _claimed(tx, await _take(tx, me, wanted, now), now)


async def _claimed(tx: Transaction, ids: Collection[int], now: datetime) -> list[Claimed]:
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
            contacts.c.weekly,
            deliveries.c.reason,
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
            Weekly(r.weekly) if r.weekly else None,
            r.reason == Reason.BUDGET,
        )
        for r in found
    ]
    # A row that was queued again after its contact was forgotten has no recipient.
    without_contact = set(ids) - {row.id for row in claimed}
    forgotten = [
        Settled(row, DeliveryState.CANCELLED, reason=Reason.FORGOTTEN) for row in without_contact
    ]
    await settle(tx, forgotten, now)
    return claimed


async def note_joined(tx: Transaction, ids: Sequence[int]) -> None:
    """Record that these deliveries leave as one message."""
    leave = update(deliveries).where(deliveries.c.id.in_(ids))
    await tx.execute(leave.values(joined=min(ids)))


async def note_variants(tx: Transaction, variants: Sequence[tuple[int, int]]) -> None:
    """Record which wording each delivery is about to be sent in, from (delivery, variant)."""
    by_variant: dict[int, list[int]] = {}
    for row, variant in variants:
        by_variant.setdefault(variant, []).append(row)
    for variant, rows in by_variant.items():
        await tx.execute(_NOTE_VARIANT, {"variant": variant, "rows": rows})


async def settle(tx: Transaction, ends: Sequence[Settled], now: datetime) -> None:
    """Give claimed deliveries their next state. A final state is never changed."""
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
    """Mark deliveries that were claimed and never settled as unknown. Returns their number.

    They may have been sent or not, so they are never sent again automatically. Claims of other
    processes are released once their ``lease`` has run out; of this process's own (``me``) all
    that are not ``in_hand``: the commit that claimed them went through, but its reply was lost.

    A second sending that had not begun (``begin_again``) goes back to the queue: it was certainly
    not sent, and nobody could ask for it a third time.
    """
    at = deliveries.c.claimed_at
    # A claim further ahead than a lease was made before the clock was set back.
    over = (at <= now - lease) | (at > now + lease)
    others = (deliveries.c.claimed_by != me) & over
    mine = (deliveries.c.claimed_by == me) & deliveries.c.id.not_in(in_hand)
    not_begun = deliveries.c.sent_again & deliveries.c.settled_at.is_(None)
    await tx.execute(
        update(deliveries)
        .where(_IS_CLAIMED, not_begun, others | mine)
        .values(state=DeliveryState.QUEUED, not_before=AT_ONCE)
    )
    left = await tx.execute(
        update(deliveries)
        .where(_IS_CLAIMED, others | mine)
        .values(state=DeliveryState.UNKNOWN, settled_at=now, reason=Reason.NEVER_SETTLED)
    )
    return left.rowcount


async def begin_again(tx: Transaction, row: int, *, me: int, attempt: int, now: datetime) -> bool:
    """Note that the call of a second sending begins. False if the row is no longer claimed by
    ``me``. While such a row is claimed its ``settled_at`` is the time at which its call began."""
    begun = await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.id == row,
            deliveries.c.state == DeliveryState.CLAIMED,
            deliveries.c.claimed_by == me,
            deliveries.c.attempts == attempt,
        )
        .values(settled_at=now)
    )
    return begun.rowcount == 1


async def next_due(tx: Transaction, only: Collection[int] | None = None) -> datetime | None:
    """The earliest time at which a queued delivery of a broadcast being sent may go; ``only`` of
    these if they are given."""
    these = () if only is None else (deliveries.c.broadcast_id.in_(only),)
    query = _queued(deliveries.c.not_before, *these).order_by(deliveries.c.not_before).limit(1)
    found: datetime | None = (await tx.execute(query)).scalar()
    return found


async def bring_forward(tx: Transaction, *, retries: datetime, budget: datetime) -> None:
    """Make queued deliveries due now that are set to be retried after ``retries``, or that wait for
    the weekly budget beyond ``budget``.

    Such a time was set before the machine's clock was set back. What waits for a person's decision
    goes on waiting.
    """
    why = func.coalesce(deliveries.c.reason, "")
    await tx.execute(
        update(deliveries)
        .where(
            IS_OPEN,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.not_before > retries,
            deliveries.c.not_before < UNTIL_DECIDED,
            or_(why != Reason.BUDGET, deliveries.c.not_before > budget),
            why != Reason.PAUSED,
        )
        .values(not_before=AT_ONCE)
    )
