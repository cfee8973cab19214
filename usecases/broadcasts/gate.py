"""Which claimed deliveries may leave: the weekly budget, a hold before an election, and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import (
    IN_BUDGET,
    WEEK,
    Drop,
    Wait,
    Waiting,
    budget_of,
    decide,
    useful_until,
)
from storage.broadcasts import claims, records
from storage.broadcasts.claims import Claimed, Lately, Settled
from storage.broadcasts.deliveries import UNTIL_DECIDED
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.before_election import copy_periods
from usecases.world import Transaction, World


async def passing(
    tx: Transaction, world: World, rows: Sequence[Claimed], now: datetime
) -> list[Claimed]:
    """Those of the claimed ``rows`` that may leave now. The others go back to the queue, with the
    time at which they are looked at again and the reason, or are dropped."""
    found = await records.broadcasts_by_id(tx, {row.broadcast_id for row in rows})
    limited = [r for r in rows if found[r.broadcast_id].kind in IN_BUDGET and _limit(world, r)]
    lately = await claims.sent_lately(tx, limited, since=now - WEEK, now=now)
    going, stopped = [], []
    for row in rows:
        broadcast = found[row.broadcast_id]
        match decide(_waiting(world, row, broadcast, lately), now):
            case Drop(reason):
                stopped.append(Settled(row.id, DeliveryState.CANCELLED, reason=reason))
            case Wait(until, reason):
                stopped.append(
                    Settled(
                        row.id,
                        DeliveryState.QUEUED,
                        reason=reason,
                        not_before=until or UNTIL_DECIDED,
                        counts=False,
                    )
                )
            case None:
                going.append(row)
                if row.contact_id in lately and broadcast.kind in IN_BUDGET:
                    lately[row.contact_id].sent.append(now)
    await claims.settle(tx, stopped, now)
    return going


def _limit(world: World, row: Claimed) -> int | None:
    return budget_of(row.weekly, world.library.council.sending.messages_a_week)


def _waiting(
    world: World, row: Claimed, broadcast: Broadcast, lately: Mapping[int, Lately]
) -> Waiting:
    of = lately.get(row.contact_id, Lately())
    approved = broadcast.approved_at or world.now()
    asked = world.loaded.consultations.get(broadcast.consultation or "")
    closes = asked.consultation.closes_at if asked else None
    return Waiting(
        kind=broadcast.kind,
        since=approved,
        useful_until=useful_until(broadcast.kind, approved=approved, closes=closes),
        periods=copy_periods(world, broadcast, row.ward),
        released=broadcast.released_at,
        budget=_limit(world, row),
        sent=of.sent,
        before=sum(other < row.id for other in of.waiting),
        again=row.sent_again,
    )
