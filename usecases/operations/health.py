"""Health figures for monitoring: waiting times, and counts rounded to tens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engagement.broadcasts.delivery import DeliveryState
from engagement.insight.ward_numbers import in_tens
from storage.operations import waiting_times
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Health:
    """Waiting times in seconds, 0 where nothing waits.

    Counts that concern residents have passed the disclosure rule: 0 below the smallest cell, and
    rounded down to tens above it.
    """

    oldest_update: float
    updates_waiting: int
    replies_owed: int
    oldest_delivery: float
    being_sent: Mapping[DeliveryState, int]
    paused: float


async def look(tx: Transaction, world: World) -> Health:
    """Read the current figures. Changes nothing."""
    now = world.now()
    waiting, oldest = await waiting_times.updates_waiting(tx)
    sent = await waiting_times.being_sent(tx)
    until = await waiting_times.paused_until(tx, now)
    # At night deliveries wait for the morning.
    due = None if world.is_quiet else await waiting_times.oldest_due(tx, now)
    return Health(
        oldest_update=_seconds(oldest, now),
        updates_waiting=in_tens(waiting, world.thresholds),
        replies_owed=in_tens(await waiting_times.replies_pending(tx), world.thresholds),
        oldest_delivery=_seconds(due, now),
        being_sent={
            state: in_tens(sent.get(state, 0), world.thresholds) for state in DeliveryState
        },
        paused=_seconds(now, until) if until is not None else 0.0,
    )


def _seconds(since: datetime | None, until: datetime) -> float:
    return 0.0 if since is None else max(0.0, (until - since).total_seconds())
