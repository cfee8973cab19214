"""Corrections: what was wrong in a broadcast, and who has had it without that."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, func, insert, literal, select

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import Broadcast, broadcast_variants, broadcasts, read_row
from storage.engine.database import Transaction

_UNDER_WAY = (BroadcastState.APPROVED, BroadcastState.SENDING)
_APPROVED = (*_UNDER_WAY, BroadcastState.SENT)
_GOT = (DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.CLAIMED)


async def approved(tx: Transaction, ids: Collection[int]) -> list[tuple[int, Broadcast, str]]:
    """The approved corrections of these broadcasts, the oldest first: which broadcast each
    corrects, and its text in English."""
    query = (
        select(broadcasts, broadcast_variants.c.text)
        .join(broadcast_variants, broadcast_variants.c.broadcast_id == broadcasts.c.id)
        .where(
            broadcasts.c.corrects.in_(ids),
            broadcasts.c.state.in_(_APPROVED),
            broadcast_variants.c.language == "en",
            broadcast_variants.c.version == 1,
        )
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [(row.corrects, read_row(row), row.text) for row in await tx.execute(query)]


async def waiting(tx: Transaction, broadcast_id: int) -> list[Broadcast]:
    """The corrections of this broadcast that wait for approval or are under way."""
    states = [BroadcastState.AWAITING_APPROVAL, *_UNDER_WAY]
    query = select(broadcasts).where(
        broadcasts.c.corrects == broadcast_id, broadcasts.c.state.in_(states)
    )
    return [read_row(row) for row in await tx.execute(query)]


async def note_corrected(tx: Transaction, broadcast_id: int) -> None:
    """From now on each copy of this broadcast has its corrections in it: a new version of the same
    text. Those who got an earlier version get the correction as a message of its own."""
    mine = broadcast_variants.c.broadcast_id == broadcast_id
    latest = select(func.max(broadcast_variants.c.version)).where(mine).scalar_subquery()
    same = select(
        literal(broadcast_id),
        broadcast_variants.c.language,
        broadcast_variants.c.version + 1,
        broadcast_variants.c.text,
    ).where(mine, broadcast_variants.c.version == latest)
    columns = ["broadcast_id", "language", "version", "text"]
    await tx.execute(insert(broadcast_variants).from_select(columns, same))


def got_it_before(broadcast_id: int) -> Select[int | None]:
    """The contacts that got, or may have got, a copy of this broadcast without its latest
    correction."""
    mine = broadcast_variants.c.broadcast_id == broadcast_id
    latest = select(func.max(broadcast_variants.c.version)).where(mine).scalar_subquery()
    earlier = select(broadcast_variants.c.id).where(mine, broadcast_variants.c.version < latest)
    return select(deliveries.c.contact_id).where(
        deliveries.c.broadcast_id == broadcast_id,
        deliveries.c.contact_id.is_not(None),
        deliveries.c.state.in_(_GOT),
        deliveries.c.variant_id.in_(earlier),
    )
