"""What time brings: what has outlived its purpose is deleted. Harmless when done twice."""

from __future__ import annotations

from datetime import timedelta

from storage import drafts, inbox, people
from usecases.world import Transaction, World

ARRIVALS_KEPT = timedelta(hours=24)
QUARANTINE_KEPT = timedelta(days=7)


async def tidy(tx: Transaction, world: World) -> None:
    """Drop arrivals who never agreed, drafts past their days, and old quarantine."""
    now = world.now()
    await people.drop_old_arrivals(tx, now - ARRIVALS_KEPT)
    await drafts.drop_expired(tx, now)
    await inbox.empty_quarantine(tx, now - QUARANTINE_KEPT)
