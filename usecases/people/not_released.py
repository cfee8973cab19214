"""Consultations that have closed and whose results are not released: they may open again."""

from __future__ import annotations

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Phase, phase, released_since_close
from storage.insight import releases
from usecases.world import Transaction, World


async def not_released(tx: Transaction, world: World) -> list[Consultation]:
    """The consultations that have closed and are not released yet. Until then staff can let them
    close later (docs/decisions/0028)."""
    now, done = world.now(), await releases.released(tx)
    closed = [c for c in world.all_consultations if phase(c, now) is Phase.CLOSED]
    return [c for c in closed if not released_since_close(c, done.get(c.slug), now)]
