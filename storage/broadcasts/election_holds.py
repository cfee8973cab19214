"""Holds before an election that broadcasts have met, and what was decided about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, func, or_, select, update

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts import records
from storage.broadcasts.deliveries import AT_ONCE, UNTIL_DECIDED, deliveries
from storage.broadcasts.records import Broadcast, broadcasts
from storage.consultations.polls import polls
from storage.engine.database import Transaction

_BEGUN = (BroadcastState.SENDING, BroadcastState.SENT)


async def undecided(tx: Transaction) -> list[Broadcast]:
    """The broadcasts that wait for a decision, the oldest first: whether copies of them wait or
    not, since that would tell who lives where, whom they follow, and whether they have answered."""
    query = (
        select(broadcasts)
        .where(
            broadcasts.c.state.in_(_BEGUN),
            cast(broadcasts.c.undecided_wards, String).like('["%'),
            broadcasts.c.taken_back_at.is_(None),
        )
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [records.read_row(row) for row in await tx.execute(query)]


async def sent_since(
    tx: Transaction, since: datetime, *, inviting_to: Collection[str], polls_until: datetime
) -> list[Broadcast]:
    """The broadcasts that have been sent and were approved or released ``since`` then, the
    invitations to these consultations, and the quick polls that were open at ``polls_until``."""
    columns = broadcasts.c
    last = func.coalesce(columns.released_at, columns.decided_at, columns.made_at)
    invites = (columns.kind == BroadcastKind.INVITATION) & columns.consultation.in_(inviting_to)
    asks = columns.id.in_(select(polls.c.broadcast_id).where(polls.c.closes_at > polls_until))
    query = select(broadcasts).where(
        columns.state == BroadcastState.SENT, or_(last >= since, invites, asks)
    )
    return [records.read_row(row) for row in await tx.execute(query)]


async def note_met(
    tx: Transaction, found: Broadcast, wards: Iterable[str], at_first: Iterable[str]
) -> None:
    """Record that a broadcast has met a hold for these of its wards, ``at_first`` before any copy
    for them could leave. It doesn't change with the council's files."""
    met = [*wards]
    values = {
        "held_wards": [*found.held_wards, *met],
        "undecided_wards": [*found.undecided_wards, *met],
        "held_at_first": [*found.held_at_first, *at_first],
        "reported": False,
    }
    await _change(tx, found, values)


async def release(tx: Transaction, found: Broadcast, wards: Collection[str], now: datetime) -> None:
    """Let the copies for these wards pass the holds that have begun by now."""
    values = _without(found, wards) | {"released_at": now}
    values["held_wards"] = [ward for ward in found.held_wards if ward not in wards]
    await _change(tx, found, values)
    await look_again(tx, found)


async def drop(tx: Transaction, found: Broadcast, wards: Collection[str], now: datetime) -> None:
    """Cancel the copies for these wards that have not left. It stays out of their news."""
    await _change(tx, found, _without(found, wards))
    end = {"state": DeliveryState.CANCELLED, "settled_at": now, "reason": Reason.NOT_RELEASED}
    theirs = (deliveries.c.state == DeliveryState.QUEUED, deliveries.c.ward.in_([*wards]))
    mine = deliveries.c.broadcast_id == found.id
    await tx.execute(update(deliveries).where(mine, *theirs).values(**end, not_before=AT_ONCE))
    await look_again(tx, found)


async def close(tx: Transaction, found: Broadcast) -> None:
    """There is nothing to decide any more: its copies come too late."""
    await _change(tx, found, _without(found, found.undecided_wards))
    await look_again(tx, found)


async def look_again(tx: Transaction, found: Broadcast) -> None:
    """Let the gate look again at what waits for a decision, also of the message that this one
    corrects: it waits for the decision about that too."""
    waits = (deliveries.c.state == DeliveryState.QUEUED, deliveries.c.not_before == UNTIL_DECIDED)
    mine = deliveries.c.broadcast_id.in_([one for one in (found.id, found.corrects) if one])
    await tx.execute(update(deliveries).where(mine, *waits).values(not_before=AT_ONCE))


def _without(found: Broadcast, wards: Collection[str]) -> dict[str, Any]:
    left = [ward for ward in found.undecided_wards if ward not in wards]
    return {"undecided_wards": left, "reported": False}


async def _change(tx: Transaction, found: Broadcast, values: dict[str, Any]) -> None:
    await tx.execute(update(broadcasts).where(broadcasts.c.id == found.id).values(values))
