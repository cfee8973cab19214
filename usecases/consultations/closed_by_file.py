"""Consultations whose files let them close before anybody could answer, as with a wrong year."""

from __future__ import annotations

from datetime import datetime

from content.library import Library
from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Phase, closed_from_the_start, phase
from storage.consultations import versions
from usecases.world import Transaction


async def would_close(tx: Transaction, library: Library, now: datetime) -> tuple[Consultation, ...]:
    """Those of these files that are closed from the moment they are taken up, or were so when they
    were. What has closed after it was open here is not among them."""
    found = []
    for consultation in library.consultations.values():
        if phase(consultation, now) is Phase.CLOSED:
            known = await versions.loaded(tx, consultation.slug)
            if closed_from_the_start([*known, (consultation.closes_at, now)]):
                found.append(consultation)
    return tuple(found)
