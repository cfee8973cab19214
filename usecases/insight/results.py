"""/results: a consultation's results after disclosure control, as they were released."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Consultation, Question, QuestionKind
from engagement.consultations.late import SETTLES_AFTER
from engagement.consultations.lifecycle import Phase, has_begun, phase
from engagement.errors import OldButton
from engagement.insight.counted_places import IN
from engagement.insight.disclosure import Published, PublishedQuestion
from engagement.insight.released_table import ReleasedTable
from engagement.insight.ward_numbers import AnsweredByWard, answered_so_far
from engagement.staff.rights import MAY_SEE_RESULTS, check_sees_all
from storage.operations import deployment
from usecases.broadcasts.before_election import check_may_show
from usecases.people.identify import Person
from usecases.release import counting, register
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a consultation that has closed, as they were released, with its questions as
    they were answered. ``earlier_close`` is set where the numbers are those of an earlier close,
    because too few people have done anything since."""

    consultation: Consultation
    code: int
    table: ReleasedTable
    table_hash: str
    released_at: datetime
    several: bool = False  # others have opened too
    earlier_close: datetime | None = None
    themselves: ReleasedTable | None = None  # what people said of themselves
    on_a_map: tuple[int, ...] = ()  # the questions whose squares can be drawn, counted from 0

    @property
    def published(self) -> Published:
        """What may be shown of the answers."""
        return self.table.published


@dataclass(frozen=True, slots=True)
class AnsweredSoFar:
    """All that is shown of a consultation until its results are counted: how many have answered, by
    ward. ``exporting`` says that an export was asked for, ``counted_from`` from when on the results
    can be counted, where it has closed. If it was ``withdrawn``, they never are."""

    consultation: Consultation
    code: int
    answered: AnsweredByWard
    several: bool = False  # others have opened too
    exporting: bool = False
    counted_from: datetime | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ResultsList:
    """The consultations whose results can be looked at or exported: those that have opened.
    ``of_wards``: each is shown for one ward, next to the whole area."""

    rows: tuple[tuple[int, Consultation, Phase], ...]
    exporting: bool = False
    of_wards: bool = False


async def begin(
    tx: Transaction, world: World, person: Person
) -> ResultsList | Results | AnsweredSoFar:
    """/results for officers: ask which consultation, or show the only one. Raises StaffOnly."""
    found = choose(world, person)
    return await show(tx, world, person, found.rows[0][0]) if len(found.rows) == 1 else found


def choose(world: World, person: Person, *, exporting: bool = False) -> ResultsList:
    """Ask which consultation, for its results or an export. Raises StaffOnly."""
    check_sees_all(person.staff, MAY_SEE_RESULTS)
    return ResultsList(begun(world, world.all_consultations), exporting=exporting)


def begun(
    world: World, consultations: Iterable[Consultation]
) -> tuple[tuple[int, Consultation, Phase], ...]:
    """Those of them that have opened, the first to open first: the rows of a list."""
    now = world.now()
    return tuple(
        (world.loaded.consultation_codes[c.slug], c, phase(c, now))
        for c in sorted(consultations, key=lambda c: (c.opens_at, c.slug))
        if has_begun(c, now)
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


@dataclass(frozen=True, slots=True)
class Themselves:
    """What people said of themselves, of all wards together, as it was released."""

    results: Results
    table: ReleasedTable


async def show_themselves(tx: Transaction, world: World, person: Person, code: int) -> Themselves:
    """Show that to an officer. Raises what ``show`` raises, and OldButton where nothing was
    released of it."""
    found = await show(tx, world, person, code)
    if isinstance(found, AnsweredSoFar) or found.themselves is None:
        raise OldButton
    return Themselves(found, found.themselves)


@dataclass(frozen=True, slots=True)
class PlacesOnMap:
    """What was released of one question for a place, to be drawn."""

    results: Results
    question: Question
    shown: PublishedQuestion


async def show_map(
    tx: Transaction, world: World, person: Person, code: int, number: int
) -> PlacesOnMap:
    """Show the squares of a question to an officer. Raises what ``show`` raises, and OldButton
    where the question asks for no place or nothing was released that can be drawn."""
    asked = await show(tx, world, person, code)
    if isinstance(asked, AnsweredSoFar) or number not in asked.on_a_map:
        raise OldButton
    question = asked.consultation.questions[number]
    return PlacesOnMap(asked, question, asked.published.questions[number])


def _on_a_map(world: World, found: Results) -> tuple[int, ...]:
    """The questions of which a square has a number, if there are outlines to draw it over."""
    if world.library.outlines is None:
        return ()
    asked = zip(found.consultation.questions, found.published.questions, strict=False)
    return tuple(
        number
        for number, (question, shown) in enumerate(asked)
        if question.kind is QuestionKind.PLACE and any(IN in o.keys[0] for o in shown.options)
    )


async def results_for(
    tx: Transaction, world: World, consultation: Consultation
) -> Results | AnsweredSoFar:
    """The results, which nobody sees before the close, nor while answers that count may still come
    in; until then, how many have answered. All that is shown of them is what was released."""
    code = world.loaded.consultation_codes[consultation.slug]
    made = await register.release(tx, world, consultation)
    if made is not None:
        shown = Results(made.consultation, code, made.table, made.table_hash, made.released_at)
        themselves = await register.equality_table(tx, made.consultation)
        on_a_map = _on_a_map(world, shown)
        return replace(
            shown, earlier_close=made.earlier_close, themselves=themselves, on_a_map=on_a_map
        )
    by_ward = await counting.people_by_ward(tx, world, consultation)
    wards = dict.fromkeys((*counting.wards_of(world, consultation), *by_ward))
    answered = answered_so_far({w: by_ward.get(w, 0) for w in wards}, world.thresholds)
    so_far = AnsweredSoFar(consultation, code, answered)
    match phase(consultation, world.now()):
        case Phase.WITHDRAWN:
            return replace(so_far, withdrawn=True)
        case Phase.CLOSED:
            return replace(so_far, counted_from=consultation.closes_at + SETTLES_AFTER)
        case _:
            return so_far
