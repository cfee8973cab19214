"""A plan's commitments by part, ward and status, and its next report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from content.schema.authored import Localised
from content.schema.plan import Commitment, CommitmentStatus, Horizon, Plan, Report, Theme


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan: one theme, one horizon or, with neither, the whole plan."""

    theme: Theme | None = None
    horizon: Horizon | None = None

    def holds(self, commitment: Commitment) -> bool:
        """Whether a commitment belongs to this part."""
        if self.theme is not None:
            return commitment.theme == self.theme.slug
        return self.horizon is None or commitment.horizon is self.horizon


def parts(plan: Plan) -> tuple[Part, ...]:
    """The whole plan first, then the themes and horizons that have a commitment, in the plan's
    order."""
    whole = [Part(), *(Part(theme=t) for t in plan.themes), *(Part(horizon=h) for h in Horizon)]
    return tuple(part for part in whole if any(part.holds(c) for c in plan.commitments))


def fitting(
    plan: Plan,
    part: Part,
    *,
    wards: Collection[str] | None = None,
    status: CommitmentStatus | None = None,
) -> tuple[Commitment, ...]:
    """The commitments of a part, in the plan's order.

    ``wards``: only those for one of these wards (a commitment without wards of its own is for the
    plan's wards). ``status``: only those with this status.
    """
    return tuple(
        c
        for c in plan.commitments
        if part.holds(c)
        and (status is None or c.status is status)
        and (wards is None or is_for(plan, c, wards))
    )


@dataclass(frozen=True, slots=True)
class Measures:
    """A commitment's measures, and the number of commitments the plan lists them for."""

    lines: tuple[Localised, ...]
    shared_by: int


def measures(plan: Plan, commitment: Commitment) -> Measures:
    """How the plan measures a commitment: by measures of its own, or by those of another."""
    holder = commitment.measures_of or commitment.slug
    lines = next((c.measures for c in plan.commitments if c.slug == holder), ())
    return Measures(lines, 1 + sum(c.measures_of == holder for c in plan.commitments))


def is_for(plan: Plan, commitment: Commitment, wards: Collection[str]) -> bool:
    """Whether a commitment is for any of ``wards``."""
    named = commitment.wards or plan.wards
    return not named or any(ward in named for ward in wards)


def by_status(commitments: Sequence[Commitment]) -> Mapping[CommitmentStatus, int]:
    """The number of commitments by status, in the order of the enum, without the zeroes."""
    counts = Counter(c.status for c in commitments)
    return {status: counts[status] for status in CommitmentStatus if counts[status]}


def next_report(plan: Plan, today: date) -> tuple[date, Report] | None:
    """The next dated report in the plan's calendar, including today's."""
    return next((pair for pair in plan.dated_reports if pair[0] >= today), None)


def delivered_on(commitment: Commitment) -> date | None:
    """The day a commitment was reported as delivered (its last note); None if it isn't yet."""
    if commitment.status is not CommitmentStatus.DELIVERED:
        return None
    return max(note.on for note in commitment.notes)
