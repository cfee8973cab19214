"""Releasing results at the first tick after counting is complete, whether anybody looks or not."""

from __future__ import annotations

from datetime import timedelta

from content.schema.consultation import Consultation
from usecases.operations.heartbeat import is_clock_wrong, look_at_clock
from usecases.people.not_released import not_released
from usecases.world import Transaction, World


async def due(
    tx: Transaction, world: World, *, clock_off: timedelta | None = None
) -> list[Consultation]:
    """The consultations to try to release now: none while the clock is probably wrong, because a
    release can't be taken back. Each belongs in a transaction of its own:
    counting many at once would keep people waiting."""
    await look_at_clock(tx, world)
    if await is_clock_wrong(tx, world.now(), clock_off):
        return []
    return await not_released(tx, world)
