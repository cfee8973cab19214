"""/plan: a plan's commitments by theme, ward and status, with how they are measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from content.schema.council import Ward
from content.schema.plan import Commitment, CommitmentStatus, Plan, Report
from engagement.errors import OldButton
from engagement.plans.commitments import Part, by_status, fitting, next_report, parts
from usecases.people.identify import Person
from usecases.plans import news
from usecases.world import Transaction, World

PAGE = 4
STATES = tuple(CommitmentStatus)


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """Which plan?"""

    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """One plan: its ``parts`` with the number of commitments in each, and a count by status."""

    place: int
    plan: Plan
    parts: tuple[tuple[Part, int], ...]
    states: Mapping[CommitmentStatus, int]
    report: tuple[date, Report] | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the progress of one plan is reported."""

    place: int
    plan: Plan


@dataclass(frozen=True, slots=True)
class Look:
    """A view of a plan: which part (by position), how it is filtered, and which page."""

    plan: int
    part: int = 0
    here: bool = False
    state: int = 0  # 0 for any, otherwise the position of a status in STATES, from 1
    page: int = 0

    @property
    def status(self) -> CommitmentStatus | None:
        """The status it is filtered by."""
        return STATES[self.state - 1] if self.state else None


@dataclass(frozen=True, slots=True)
class PartShown:
    """A page of one part. ``wards`` are the reader's; ``states`` those it can be filtered by."""

    look: Look
    plan: Plan
    part: Part
    commitments: tuple[Commitment, ...]
    count: int
    wards: tuple[Ward, ...]
    narrows: bool  # whether some of the part is for other wards than the reader's
    states: tuple[int, ...]

    @property
    def first(self) -> int:
        """The number of the first commitment on the page."""
        return self.look.page * PAGE + 1


def begin(world: World) -> PlanQuestion | PlanShown:
    """/plan: the question which plan, or the plan itself if there is only one.

    Anybody may read plans.
    """
    plans = world.library.plans
    return show(world, 0) if len(plans) == 1 else PlanQuestion(plans)


def show(world: World, place: int) -> PlanShown:
    """Show plan ``place``, from 0. Raises OldButton."""
    plan = _plan(world, place)
    today = local(world.now(), world.library.council.timezone).date()
    return PlanShown(
        place=place,
        plan=plan,
        parts=tuple((part, len(fitting(plan, part))) for part in parts(plan)),
        states=by_status(plan.commitments),
        report=next_report(plan, today),
    )


def calendar(world: World, place: int) -> Calendar:
    """The reporting calendar of plan ``place``, from 0. Raises OldButton."""
    return Calendar(place, _plan(world, place))


async def look(tx: Transaction, world: World, person: Person, at: Look) -> PartShown:
    """A page of one part of a plan. Raises OldButton."""
    plan = _plan(world, at.plan)
    known = parts(plan)
    if not (0 <= at.part < len(known) and 0 <= at.state <= len(STATES)):
        raise OldButton
    part = known[at.part]
    wards = await news.wards_of(tx, world, person) if person.has_joined else ()
    codes = [ward.code for ward in wards] if at.here and wards else None
    found = fitting(plan, part, wards=codes, status=at.status)
    begin_at = at.page * PAGE
    if begin_at and begin_at >= len(found):
        raise OldButton
    return PartShown(
        look=at,
        plan=plan,
        part=part,
        commitments=found[begin_at : begin_at + PAGE],
        count=len(found),
        wards=wards,
        narrows=len(fitting(plan, part, wards=[w.code for w in wards])) < len(fitting(plan, part)),
        states=tuple(STATES.index(status) + 1 for status in by_status(fitting(plan, part))),
    )


def _plan(world: World, place: int) -> Plan:
    if not 0 <= place < len(world.library.plans):
        raise OldButton
    return world.library.plans[place]
