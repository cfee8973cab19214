"""Phases of a consultation: upcoming, open or closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from content.schema.consultation import Consultation


class Phase(StrEnum):
    """The phase of a consultation at a given time."""

    UPCOMING = "upcoming"  # published, not yet open
    OPEN = "open"  # taking answers and changes
    CLOSED = "closed"  # no more answers; people are waiting for the outcome


def phase(consultation: Consultation, now: datetime) -> Phase:
    """The phase at ``now``: open from opens_at (included) to closes_at (excluded)."""
    if now < consultation.opens_at:
        return Phase.UPCOMING
    return Phase.OPEN if now < consultation.closes_at else Phase.CLOSED


def open_for(
    consultations: Iterable[Consultation], ward: str, now: datetime
) -> tuple[Consultation, ...]:
    """The consultations that people in ``ward`` can answer at ``now``, the next to close first."""
    found = [c for c in consultations if c.is_for(ward) and phase(c, now) is Phase.OPEN]
    return tuple(sorted(found, key=lambda c: (c.closes_at, c.slug)))


def may_replace(old: Consultation, new: Consultation, now: datetime) -> bool:
    """Whether ``new`` may replace ``old``. Once it is open, only dates and wording may change.

    Answers depend on the questions, their kinds, options and scales, and on the wards.
    """
    return phase(old, now) is Phase.UPCOMING or _structure(old) == _structure(new)


def _structure(consultation: Consultation) -> object:
    return (
        consultation.wards,
        [
            (
                q.key,
                q.kind,
                [o.key for o in q.options],
                q.scale and (q.scale.lowest, q.scale.highest),
            )
            for q in consultation.questions
        ],
    )
