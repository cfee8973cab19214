"""/results: a consultation's results after disclosure control, the only source of its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from content.schema.consultation import Consultation, QuestionKind
from engagement.consultations.late import SETTLES_AFTER
from engagement.consultations.lifecycle import Phase, phase
from engagement.insight.disclosure import Published, published
from engagement.insight.shown_numbers import ShownNumber, shown_number
from engagement.insight.summary import Counts, counted
from engagement.insight.ward_numbers import AnsweredByWard, answered_so_far
from engagement.staff.rights import MAY_SEE_RESULTS, check_sees_all
from storage.consultations.late_answers import count_late
from storage.insight import counts
from storage.operations import deployment
from usecases.broadcasts.before_election import check_may_show
from usecases.consultations import late
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Kept:
    """Results as published: the thresholds used, and whether they were counted after the close.

    ``late`` is the number of people who answered after the close as it is shown, None where they
    are too few.
    """

    published: Published
    by: dict[str, int]
    final: bool
    late: int | None = None


_KEPT = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a consultation that has closed. ``as_of`` is when they were counted; ``late``
    how many people answered after the close, as it may be shown."""

    consultation: Consultation
    code: int
    published: Published
    as_of: datetime
    late: ShownNumber
    several: bool = False  # others have opened too


@dataclass(frozen=True, slots=True)
class AnsweredSoFar:
    """All that is shown of a consultation until its results are counted: how many have answered, by
    ward. ``exporting`` says that an export was asked for, ``counted_from`` from when on the results
    can be counted, where it has closed."""

    consultation: Consultation
    code: int
    answered: AnsweredByWard
    several: bool = False  # others have opened too
    exporting: bool = False
    counted_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class ResultsList:
    """The consultations whose results can be looked at or exported: those that have opened."""

    rows: tuple[tuple[int, Consultation, Phase], ...]
    exporting: bool = False


async def begin(
    tx: Transaction, world: World, person: Person
) -> ResultsList | Results | AnsweredSoFar:
    """/results: ask which consultation, or show the only one. Raises StaffOnly."""
    found = choose(world, person)
    return await show(tx, world, person, found.rows[0][0]) if len(found.rows) == 1 else found


def choose(world: World, person: Person, *, exporting: bool = False) -> ResultsList:
    """Ask which consultation, for its results or an export. Raises StaffOnly."""
    check_sees_all(person.staff, MAY_SEE_RESULTS)
    now = world.now()
    return ResultsList(
        rows=tuple(
            (world.loaded.consultation_codes[c.slug], c, phase(c, now))
            for c in sorted(world.all_consultations, key=lambda c: (c.opens_at, c.slug))
            if phase(c, now) is not Phase.UPCOMING
        ),
        exporting=exporting,
    )


async def show(tx: Transaction, world: World, person: Person, code: int) -> Results | AnsweredSoFar:
    """Show results to an officer, and audit that. Raises StaffOnly, OldButton, and WaitsForElection
    for those of a consultation that has closed: how many have answered isn't publicity."""
    member = check_sees_all(person.staff, MAY_SEE_RESULTS)
    found = world.consultation_coded(code).consultation
    if phase(found, world.now()) is Phase.CLOSED:
        check_may_show(world, found.wards or world.library.wards)
    await deployment.note(
        tx, "saw-results", staff_id=member.id, subject=found.slug, now=world.now()
    )
    several = len(choose(world, person).rows) > 1
    return replace(await results_for(tx, world, found), several=several)


async def results_for(
    tx: Transaction, world: World, consultation: Consultation
) -> Results | AnsweredSoFar:
    """The results, which nobody sees before the close, nor while answers that count may still come
    in; until then, how many have answered.

    They are counted once, at the first look after that, so that no two looks differ. If the
    consultation was opened again since, they are counted again at its later close; but not for a
    few more people, whose answers the two tables together would tell.
    """
    code = world.loaded.consultation_codes[consultation.slug]
    now = world.now()
    if phase(consultation, now) is not Phase.CLOSED:
        return await _so_far(tx, world, consultation, code)
    is_counted = await late.is_counted(tx, consultation)
    if not is_counted and not await late.is_all_in(tx, world, consultation):
        shown = await _so_far(tx, world, consultation, code)
        return replace(shown, counted_from=consultation.closes_at + SETTLES_AFTER)
    last = await deployment.last_shown(tx, consultation.slug)
    kept = _kept(world, last[1]) if last is not None else None
    if last is not None and kept is not None and is_counted:
        return Results(consultation, code, kept.published, last[2], _late(world, kept))
    exact = await _count(tx, world, consultation)
    if last is not None and kept is not None:
        few = abs(exact.people - last[0]) < world.thresholds.smallest_cell
        if few:
            people, body, _ = last
            await deployment.keep_shown(tx, consultation.slug, people=people, body=body, now=now)
            return Results(consultation, code, kept.published, now, _late(world, kept))
    after = shown_number(await count_late(tx, consultation.slug), world.thresholds).about
    counted_now = Kept(
        published(exact, world.thresholds), world.thresholds.model_dump(), final=True, late=after
    )
    body = _KEPT.dump_python(counted_now, mode="json")
    await deployment.keep_shown(tx, consultation.slug, people=exact.people, body=body, now=now)
    return Results(consultation, code, counted_now.published, now, _late(world, counted_now))


def _late(world: World, kept: Kept) -> ShownNumber:
    """The number as it was kept: a number that is rounded already stays as it is."""
    return shown_number(kept.late or 0, world.thresholds)


async def _so_far(
    tx: Transaction, world: World, consultation: Consultation, code: int
) -> AnsweredSoFar:
    by_ward, _ = await _people(tx, consultation)
    wards = dict.fromkeys((*wards_of(world, consultation), *by_ward))
    answered = answered_so_far({w: by_ward.get(w, 0) for w in wards}, world.thresholds)
    return AnsweredSoFar(consultation, code, answered)


def wards_of(world: World, consultation: Consultation) -> Iterable[str]:
    """All wards whose people may answer. If none is listed, these are all there are and were, so
    that no ward stands there because somebody has answered."""
    before = (code for code, ward in world.known_wards.items() if ward.vintage <= world.vintage)
    return consultation.wards or dict.fromkeys((*world.library.wards, *before))


def _kept(world: World, body: object) -> Kept | None:
    """The stored results; None if they were counted before the close, can't be read, or the
    thresholds have changed since."""
    try:
        found = _KEPT.validate_python(body)
    except ValidationError:
        return None
    return found if found.final and found.by == world.thresholds.model_dump() else None


async def _count(tx: Transaction, world: World, consultation: Consultation) -> Counts:
    by_ward, answered = await _people(tx, consultation)
    chosen = await counts.count_chosen(tx, consultation.slug)
    wards = wards_of(world, consultation)
    return counted(consultation, wards=wards, by_ward=by_ward, answered=answered, chosen=chosen)


async def _people(
    tx: Transaction, consultation: Consultation
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many people answered, by ward and by question: those of whom an export has an answer. Of
    who wrote nothing but words of danger, or has deleted their words, it has none, with a comment
    or without, as if they had skipped; counted beside the rows they would stand out."""
    by_ward = Counter(await counts.count_wards(tx, consultation.slug))
    answered = Counter(await counts.count_answered(tx, consultation.slug))
    texts = [q.key for q in consultation.questions if q.kind is QuestionKind.TEXT]
    for one in await counts.answered_only_in_words(tx, consultation.slug, texts):
        if all(not text or holds_danger(text) for text in one.texts.values()):
            by_ward[one.ward] -= 1
            answered.subtract(one.texts.keys())
    return +by_ward, +answered  # without the wards of which nobody is left
