"""A legal hold: while it lasts, nothing is deleted because of its age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.operations import deployment, requests
from storage.operations.deployment import LEGAL_HOLD
from usecases.world import Transaction, World

LONGEST_REFERENCE = 80


class ReferenceNeeded(Exception):
    """A hold needs a short reference: 1 to 80 characters."""


@dataclass(frozen=True, slots=True)
class LegalHold:
    """A hold in force: since when, and the council's reference for it, or that of the open request
    which holds deletion."""

    since: datetime
    reference: str
    of_request: bool = False


async def held(tx: Transaction) -> tuple[LegalHold, ...]:
    """The holds in force, of which each is enough: the council's own, and one for the oldest
    request that has not been answered."""
    found = []
    if (councils := await own(tx)) is not None:
        found.append(councils)
    if (request := await requests.first_that_freezes(tx)) is not None:
        found.append(LegalHold(request.marked_at, f"request {request.reference}", of_request=True))
    return tuple(found)


async def own(tx: Transaction) -> LegalHold | None:
    """The council's own hold, as the command begins it."""
    value = await deployment.fact(tx, LEGAL_HOLD)
    if not value:
        return None
    since, _, reference = value.partition(" ")
    return LegalHold(datetime.fromisoformat(since), reference)


async def hold(tx: Transaction, world: World, reference: str) -> LegalHold:
    """Begin the council's hold, or return the one in force unchanged. Raises ReferenceNeeded."""
    reference = " ".join(reference.split())
    if not 1 <= len(reference) <= LONGEST_REFERENCE:
        raise ReferenceNeeded
    present = await own(tx)
    if present is not None:
        return present
    now = world.now()
    await deployment.remember(tx, LEGAL_HOLD, f"{now.isoformat()} {reference}")
    await deployment.note(tx, "legal-hold", staff_id=None, subject=reference, now=now)
    return LegalHold(now, reference)


async def release(tx: Transaction, world: World) -> LegalHold | None:
    """End the council's hold and return it; None if there was none. Unless a request holds deletion
    too, retention goes on at the next tick."""
    present = await own(tx)
    if present is None:
        return None
    await deployment.remember(tx, LEGAL_HOLD, "")
    await deployment.note(
        tx, "legal-hold-over", staff_id=None, subject=present.reference, now=world.now()
    )
    return present
