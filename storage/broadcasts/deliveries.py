"""The ledger: one delivery for each broadcast and recipient. It is the queue as well."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnClause,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    exists,
    false,
    func,
    literal_column,
    select,
    text,
    update,
)

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState, Tally
from storage.broadcasts.records import broadcasts
from storage.consultations.polls import polls
from storage.engine.database import Moment, Sequential, Transaction, metadata

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""``not_before`` of a delivery that may go at once, even if the machine's clock is set back."""

UNTIL_DECIDED = datetime(9999, 1, 1, tzinfo=UTC)
"""``not_before`` of a delivery that waits for the monitoring officer."""

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
    # The first of those that left as one message with this one; NULL if it left alone.
    Column("joined", BigInteger),
    UniqueConstraint("broadcast_id", "contact_id"),
)
# On PostgreSQL these indexes are partial too, with the same conditions: see the migrations. Naming
# them here would load the whole PostgreSQL dialect at every start, which takes a tenth of a second.
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
# Literal SQL, not parameters: otherwise SQLite cannot tell that the partial indexes above apply.
IS_OPEN = text("deliveries.state IN ('queued', 'claimed')")


_UNKNOWN_ONCE = (deliveries.c.state == DeliveryState.UNKNOWN) & deliveries.c.sent_again.is_(False)


async def queue_unknown_again(tx: Transaction, broadcast_id: int) -> int:
    """Queue the unknown deliveries of a broadcast that haven't been sent a second time yet. Those
    of people who have been forgotten since are only marked: nothing can be sent to them.
    Returns the number of both."""
    again = _UNKNOWN_ONCE & (deliveries.c.broadcast_id == broadcast_id)
    known = again & deliveries.c.contact_id.is_not(None)
    anew = {"state": DeliveryState.QUEUED, "not_before": AT_ONCE, "settled_at": None}
    anew["joined"] = None  # each author has it sent again by itself
    queued = update(deliveries).where(known).values(sent_again=True, reason=None, **anew)
    moved = (await tx.execute(queued)).rowcount
    marked = update(deliveries).where(again).values(sent_again=True)
    return moved + (await tx.execute(marked)).rowcount


async def count_unknown(tx: Transaction, broadcast_id: int) -> int:
    """The number of unknown deliveries that haven't been sent a second time yet, also of people
    who have been forgotten since: it must not tell that they were."""
    mine = deliveries.c.broadcast_id == broadcast_id
    query = select(func.count()).where(mine, _UNKNOWN_ONCE)
    return int((await tx.execute(query)).scalar_one())


async def were_sent_again(tx: Transaction, broadcast_id: int) -> bool:
    """Whether the unknown deliveries of this broadcast have been sent a second time."""
    again = (deliveries.c.broadcast_id == broadcast_id) & deliveries.c.sent_again.is_(True)
    return (await tx.execute(select(deliveries.c.id).where(again).limit(1))).first() is not None


async def reasons(tx: Transaction, broadcast_id: int) -> dict[tuple[DeliveryState, Reason], int]:
    """The number of deliveries of a broadcast by state and reason."""
    found = await tx.execute(
        select(deliveries.c.state, deliveries.c.reason, func.count())
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.reason.is_not(None))
        .group_by(deliveries.c.state, deliveries.c.reason)
    )
    known = {reason.value for reason in Reason}
    return {(DeliveryState(s), Reason(why)): n for s, why, n in found if why in known}


async def waiting(tx: Transaction, broadcast_id: int) -> int:
    """The number of deliveries of a broadcast that wait at the gate, or did and are looked at
    again. It reads only what is open, not the whole ledger: progress is shown every second."""
    # The plus sign keeps SQLite from using the index on all of a broadcast's deliveries.
    mine: ColumnClause[int] = literal_column("+deliveries.broadcast_id", BigInteger)
    found = await tx.execute(
        select(func.count()).where(
            IS_OPEN,
            mine == broadcast_id,
            deliveries.c.reason.in_([Reason.BUDGET, Reason.ELECTION, Reason.PAUSED]),
        )
    )
    return int(found.scalar_one())


async def newest_message(tx: Transaction, contact_id: int) -> int | None:
    """The newest broadcast in this chat; None where none is known."""
    mine = deliveries.c.contact_id == contact_id
    found = await tx.execute(select(func.max(deliveries.c.message_id)).where(mine))
    newest = found.scalar()
    return None if newest is None else int(newest)


async def came_since(tx: Transaction, contact_id: int, moment: datetime) -> bool:
    """Whether a broadcast has come into this chat after ``moment``."""
    mine = (deliveries.c.contact_id == contact_id, deliveries.c.message_id.is_not(None))
    query = select(deliveries.c.id).where(*mine, deliveries.c.settled_at > moment).limit(1)
    return (await tx.execute(query)).first() is not None


async def cancel_queued(tx: Transaction, contact_id: int, reason: Reason, now: datetime) -> None:
    """Cancel the queued deliveries to this contact; claimed ones go on."""
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.contact_id == contact_id, deliveries.c.state == DeliveryState.QUEUED)
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=reason)
    )


async def look_again(tx: Transaction, contact_id: int) -> None:
    """Let the deliveries to this contact that wait for the weekly budget be looked at again."""
    await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.contact_id == contact_id,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.reason == Reason.BUDGET,
        )
        .values(not_before=AT_ONCE)
    )


async def look_again_after_pause(tx: Transaction) -> None:
    """Let invitations that wait for the end of a pause be looked at again: it may have ended."""
    waits = deliveries.c.state == DeliveryState.QUEUED, deliveries.c.reason == Reason.PAUSED
    await tx.execute(update(deliveries).where(IS_OPEN, *waits).values(not_before=AT_ONCE))


async def look_again_at_invitations(tx: Transaction, slug: str) -> None:
    """Let the invitations to these questions that wait be looked at again, since they have ended:
    not those that the monitoring officer decides about."""
    invites = broadcasts.c.kind == BroadcastKind.INVITATION, broadcasts.c.consultation == slug
    theirs = select(broadcasts.c.id).where(*invites).scalar_subquery()
    waits = deliveries.c.state == DeliveryState.QUEUED, deliveries.c.not_before < UNTIL_DECIDED
    await tx.execute(
        update(deliveries)
        .where(IS_OPEN, *waits, deliveries.c.broadcast_id.in_(theirs))
        .values(not_before=AT_ONCE)
    )


async def forget_contact(tx: Transaction, contact_id: int) -> None:
    """Remove what leads to a chat from a contact's deliveries. The rows stay, so that sums hold."""
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.contact_id == contact_id)
        .values(contact_id=None, message_id=None)
    )


async def unlink_finished(tx: Transaction, *, after: datetime | None, before: datetime) -> int:
    """Remove what leads to a chat from the deliveries of broadcasts that finished after ``after``
    (None: ever) and before ``before``. Returns the number of deliveries; all rows stay."""
    finished = select(broadcasts.c.id).where(broadcasts.c.finished_at < before)
    if after is not None:
        finished = finished.where(broadcasts.c.finished_at >= after)
    gone = await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id.in_(finished.scalar_subquery()),
            deliveries.c.contact_id.is_not(None),
        )
        .values(contact_id=None, message_id=None)
    )
    return gone.rowcount


async def cancel_broadcast(tx: Transaction, broadcast_id: int, now: datetime) -> None:
    """Cancel the queued deliveries of this broadcast; claimed ones go on."""
    await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == DeliveryState.QUEUED
        )
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=Reason.CANCELLED_BY_AUTHOR)
    )


async def hold_back(tx: Transaction, broadcast_id: int, now: datetime) -> int:
    """After a restore: cancel the queued deliveries of this broadcast. Returns their number."""
    ended = await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == DeliveryState.QUEUED
        )
        .values(state=DeliveryState.CANCELLED, settled_at=now, reason=Reason.HELD_BACK)
    )
    return ended.rowcount


async def held_back(tx: Transaction, broadcast_id: int) -> int:
    """The number of deliveries of a broadcast that were held back after a restore."""
    query = select(func.count()).where(
        deliveries.c.broadcast_id == broadcast_id, deliveries.c.reason == Reason.HELD_BACK
    )
    return int((await tx.execute(query)).scalar_one())


async def tally(tx: Transaction, broadcast_id: int) -> Tally:
    """The number of deliveries of a broadcast in each state."""
    found = await tx.execute(
        select(deliveries.c.state, func.count())
        .where(deliveries.c.broadcast_id == broadcast_id)
        .group_by(deliveries.c.state)
    )
    return Tally.of({DeliveryState(state): count for state, count in found})


async def finished(tx: Transaction) -> list[int]:
    """Broadcasts that are being sent and have no queued or claimed delivery left."""
    open_rows = exists().where(
        deliveries.c.broadcast_id == broadcasts.c.id,
        deliveries.c.state.in_([DeliveryState.QUEUED, DeliveryState.CLAIMED]),
    )
    query = select(broadcasts.c.id).where(broadcasts.c.state == BroadcastState.SENDING, ~open_rows)
    return [*(await tx.execute(query)).scalars()]


async def broadcasts_of_message(tx: Transaction, contact_id: int, message_id: int) -> list[int]:
    """The broadcasts that this message in a contact's chat holds, in the order they are in it."""
    mine = (deliveries.c.contact_id == contact_id, deliveries.c.message_id == message_id)
    query = select(deliveries.c.broadcast_id).where(*mine).order_by(deliveries.c.id)
    return [*(await tx.execute(query)).scalars()]


async def message_of(tx: Transaction, contact_id: int, broadcast_id: int) -> int | None:
    """The message in a contact's chat that holds this broadcast; None where none does."""
    theirs = (deliveries.c.contact_id == contact_id, deliveries.c.broadcast_id == broadcast_id)
    found = await tx.execute(select(deliveries.c.message_id).where(*theirs))
    return found.scalar()


async def open_polls_of(tx: Transaction, contact_id: int, now: datetime) -> list[int]:
    """The quick polls in a contact's chat that can be answered, the last sent first."""
    query = (
        select(deliveries.c.broadcast_id)
        .join(polls, polls.c.broadcast_id == deliveries.c.broadcast_id)
        .where(
            deliveries.c.contact_id == contact_id,
            deliveries.c.message_id.is_not(None),
            polls.c.stopped_at.is_(None),
            polls.c.closes_at > now,
        )
        .order_by(deliveries.c.message_id.desc())
    )
    return [*(await tx.execute(query)).scalars()]


async def kind_of_message(
    tx: Transaction, contact_id: int, message_id: int
) -> BroadcastKind | None:
    """The kind of the broadcast that this message in a contact's chat is; None if it isn't one."""
    mine = (deliveries.c.contact_id == contact_id, deliveries.c.message_id == message_id)
    found = await tx.execute(
        select(broadcasts.c.kind)
        .join(deliveries, deliveries.c.broadcast_id == broadcasts.c.id)
        .where(*mine)
    )
    kind = found.scalar()
    return None if kind is None else BroadcastKind(kind)


async def was_sent(tx: Transaction, broadcast_id: int, contact_id: int) -> bool:
    """Whether a copy of this broadcast has gone, or may have gone, to this contact."""
    there = (DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.CLAIMED)
    query = select(deliveries.c.id).where(
        deliveries.c.broadcast_id == broadcast_id,
        deliveries.c.contact_id == contact_id,
        deliveries.c.state.in_(there),
    )
    return (await tx.execute(query)).first() is not None
