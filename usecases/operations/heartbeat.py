"""The deployment's heartbeat: when it was last running, noted at the start and at each tick."""

from __future__ import annotations

from datetime import datetime

from storage.operations import deployment
from usecases.world import Transaction, World

ALIVE = "alive"
"""The fact that holds the time of the last heartbeat."""


async def look_at_clock(tx: Transaction, world: World) -> None:
    """Store that this deployment is running now."""
    await deployment.remember(tx, ALIVE, world.now().isoformat())


async def last_alive(tx: Transaction) -> datetime | None:
    """The time of the last heartbeat, aware; None if this deployment never ran."""
    last = await deployment.fact(tx, ALIVE)
    return None if last is None else datetime.fromisoformat(last)
