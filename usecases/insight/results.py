"""/results: a consultation's results after disclosure control, the only source of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Phase, phase
from engagement.insight.disclosure import Published, published
from engagement.insight.summary import Counts, counted
from engagement.staff.rights import MAY_SEE_RESULTS, check_everywhere
from storage.insight import counts
from storage.operations import deployment
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Kept:
    """Results as last shown: the thresholds used, and whether they were counted after the close."""

    published: Published
    by: dict[str, int]
    final: bool


_KEPT = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True)
class Results:
    """A consultation's results as they may be shown. ``as_of`` is when they were counted."""

    consultation: Consultation
    code: int
    phase: Phase
    published: Published
    as_of: datetime


@dataclass(frozen=True, slots=True)
class ResultsList:
    """The consultations whose results can be looked at or exported: those that have opened."""

    rows: tuple[tuple[int, Consultation, Phase], ...]
    exporting: bool = False


def choose(world: World, person: Person, *, exporting: bool = False) -> ResultsList:
    """/results and /export: ask which consultation. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_SEE_RESULTS)
    now = world.now()
    return ResultsList(
        rows=tuple(
            (world.loaded.consultation_codes[c.slug], c, phase(c, now))
            for c in sorted(world.all_consultations, key=lambda c: (c.opens_at, c.slug))
            if phase(c, now) is not Phase.UPCOMING
        ),
        exporting=exporting,
    )


async def show(tx: Transaction, world: World, person: Person, code: int) -> Results:
    """Show results to an officer, and audit that. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_SEE_RESULTS)
    found = world.consultation_coded(code).consultation
    await deployment.note(
        tx, "saw-results", staff_id=member.id, subject=found.slug, now=world.now()
    )
    return await results_for(tx, world, found)


async def results_for(tx: Transaction, world: World, consultation: Consultation) -> Results:
    """The results that may be shown now.

    While a consultation is open its results change only in steps of several people, so that two
    views never differ by one person. After the close they are counted once.
    """
    code = world.loaded.consultation_codes[consultation.slug]
    now = world.now()
    stage = phase(consultation, now)
    last = await deployment.last_shown(tx, consultation.slug)
    kept = _kept(world, last[1]) if last is not None else None
    if stage is Phase.CLOSED and last is not None and kept is not None and kept.final:
        # No more answers can come: the count made after the close is final.
        return Results(consultation, code, stage, kept.published, last[2])
    exact = await _count(tx, consultation)
    if stage is Phase.OPEN and last is not None and kept is not None:
        people, _, shown_at = last
        if exact.people - people < world.thresholds.live_step:
            return Results(consultation, code, stage, kept.published, shown_at)
    shown = published(exact, world.thresholds)
    if stage is not Phase.UPCOMING:
        now_kept = Kept(shown, world.thresholds.model_dump(), final=stage is Phase.CLOSED)
        body_now: dict[str, Any] = _KEPT.dump_python(now_kept, mode="json")
        await deployment.keep_shown(
            tx, consultation.slug, people=exact.people, body=body_now, now=now
        )
    return Results(consultation, code, stage, shown, now)


def _kept(world: World, body: object) -> Kept | None:
    """The stored results; None if they can't be read or the thresholds have changed since."""
    try:
        found = _KEPT.validate_python(body)
    except ValidationError:
        return None
    return found if found.by == world.thresholds.model_dump() else None


async def _count(tx: Transaction, consultation: Consultation) -> Counts:
    slug = consultation.slug
    return counted(
        consultation,
        by_ward=await counts.count_wards(tx, slug),
        answered=await counts.count_answered(tx, slug),
        chosen=await counts.count_chosen(tx, slug),
    )
