"""/manage: the consultations of an officer's wards, where each is, and what can be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from content.schema.consultation import Consultation
from engagement.consultations.late import Gap
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.managing_refusals import NotNow
from engagement.consultations.opening import Readiness
from engagement.consultations.steering import SteeringAct, SteeringStep, steering_of
from engagement.staff.approvals import ApprovalSubject, Verdict, verdict
from engagement.staff.rights import StaffMember, check_manages
from storage.staff import members
from usecases.broadcasts import decline_reason
from usecases.broadcasts.decline_reason import Decided
from usecases.broadcasts.declined import reason_of
from usecases.consultations import opening
from usecases.consultations.opening_over import OpeningOver, opening_over
from usecases.people.identify import Person
from usecases.release import all_in
from usecases.world import Transaction, World, steer

LONG_GAP = timedelta(minutes=30)
LATELY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class ManagedList:
    """The consultations this officer may decide about, the next to open first. ``others`` are in
    some of their wards, and for officers of all the wards of each."""

    rows: tuple[tuple[int, Consultation, Stage], ...]
    others: tuple[Consultation, ...] = ()


@dataclass(frozen=True, slots=True)
class Managed:
    """One consultation for those who manage it.

    ``asks_me``: this person is asked to approve the opening; ``expired``: nobody did so in time.
    ``asked_by`` is who asked, empty for the command line. ``gap``: for so long the bot could not be
    reached lately, so an extension is offered.
    """

    consultation: Consultation
    code: int
    stage: Stage
    ready: Readiness
    asks_me: bool = False
    expired: bool = False
    asked_by: str = ""
    decision: SteeringStep | None = None  # the latest, as far as people see it
    declined_by: str = ""
    why: str = ""  # the reason of the person who declined its opening, if they gave one
    reported_by: str = ""  # who noted that people have heard
    gap: Gap | None = None
    ends_asking: bool = False  # what was done just now: nobody needs to approve it any more


def begin(world: World, person: Person) -> ManagedList:
    """/manage. Raises StaffOnly, ManagesForOfficers."""
    member = check_manages(person.staff)
    every = sorted(world.all_consultations, key=lambda c: (c.opens_at, c.slug))
    mine = [c for c in every if opening.covers(world, member, c)]
    theirs = [c for c in every if c not in mine and member.own(opening.wards_of(world, c))]
    return ManagedList(
        tuple((world.loaded.consultation_codes[c.slug], c, stage(c, world.now())) for c in mine),
        tuple(theirs),
    )


async def show(tx: Transaction, world: World, person: Person, code: int) -> Managed:
    """One of them. Raises StaffOnly, ManagesForOfficers, OtherWards, OldButton."""
    await steer(tx, world)
    found = world.consultation_coded(code).consultation
    member = opening.check_may_steer(world, person.staff, found)
    return await of(tx, world, member, found)


async def ask(tx: Transaction, world: World, person: Person, code: int) -> Managed:
    """Ask a second person to approve the opening. Raises what ``opening.ask`` raises."""
    found = world.consultation_coded(code).consultation
    member = opening.check_may_steer(world, person.staff, found)
    await opening.ask(tx, world, member, found.slug)
    return await of(tx, world, member, world.consultation(found.slug).consultation)


async def decide(
    tx: Transaction, world: World, person: Person, code: int, *, says_yes: bool
) -> Managed | Decided | OpeningOver:
    """Approve the opening, or decline it, and be asked why. Where a colleague was first, returns
    what they decided. Raises what ``opening.decide`` raises."""
    found = world.consultation_coded(code).consultation
    member = opening.check_may_steer(world, person.staff, found)
    try:
        await opening.decide(tx, world, member, found.slug, says_yes=says_yes)
    except NotNow:
        before = await _decided_before(tx, world, person, member, code)
        if before is None:
            raise
        return before
    if not says_yes:
        return await decline_reason.just_declined(tx, world, person, code)
    shown = await of(tx, world, member, world.consultation(found.slug).consultation)
    return replace(shown, ends_asking=True)


async def _decided_before(
    tx: Transaction, world: World, person: Person, member: StaffMember, code: int
) -> Managed | Decided | OpeningOver | None:
    """The result where somebody was first. Whose own tap that was sees again what they decided.
    None where nobody has decided."""
    over = await opening_over(tx, world, code)
    if over is None or over.staff_id != member.id:
        return over
    if over.act is SteeringAct.DECLINED:
        return await decline_reason.declined_before(tx, world, person, code) or over
    if over.act is SteeringAct.OPENED:
        return await of(tx, world, member, over.consultation)
    return over


async def of(tx: Transaction, world: World, member: StaffMember, found: Consultation) -> Managed:
    """What this member sees of it."""
    asked = opening.asked_step(found)
    now = world.now()
    mine = await opening.asked_about(tx, found)
    waits = bool(mine) and verdict(mine, content_hash=mine[0].content_hash, now=now)
    names = {m.id: m.label for m in await members.current_staff(tx)} if asked else {}
    at, decision = stage(found, now), _decision(found, now)
    declined_by, why = await _no_of(tx, found.slug, decision)
    return Managed(
        consultation=found,
        code=world.loaded.consultation_codes[found.slug],
        stage=at,
        ready=opening.readiness_of(world, found),
        asks_me=waits is Verdict.WAITING and any(one.staff_id == member.id for one in mine),
        expired=await opening.has_expired(tx, world, found),
        asked_by=names.get(asked.staff_id or 0, "") if asked else "",
        decision=decision,
        declined_by=declined_by,
        why=why,
        reported_by=await _reported_by(tx, found),
        gap=await _gap(tx, world) if at in (Stage.OPEN, Stage.CLOSED) else None,
    )


async def _no_of(tx: Transaction, slug: str, decision: SteeringStep | None) -> tuple[str, str]:
    """Who declined the opening, and why; empty where that isn't the latest decision."""
    if decision is None or decision.act is not SteeringAct.DECLINED or decision.staff_id is None:
        return "", ""
    who = await members.label_of(tx, decision.staff_id) or ""
    return who, await reason_of(tx, ApprovalSubject.OPENING, slug, decision.staff_id)


def _decision(found: Consultation, now: datetime) -> SteeringStep | None:
    """The latest that still holds: a pause that is over is none."""
    steering = steering_of(found)
    if steering is None:
        return None
    paused = steering.paused if steering.is_paused(now) else None
    return steering.withdrawn or steering.reported or paused or steering.declined


async def _reported_by(tx: Transaction, found: Consultation) -> str:
    steering = steering_of(found)
    if steering is None or steering.reported is None or steering.reported.staff_id is None:
        return ""
    return await members.label_of(tx, steering.reported.staff_id) or ""


async def _gap(tx: Transaction, world: World) -> Gap | None:
    """The last time in which nothing was received, if it was long and lately."""
    gap = await all_in.last_gap(tx)
    if gap is None or gap.ended - gap.began <= LONG_GAP or world.now() - gap.ended > LATELY:
        return None
    return gap


def lines_of(
    found: Consultation, ready: Readiness, now: datetime
) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    """Why it may not open yet and what should be looked at, as keys of sentences and what fills
    them; nothing for what has been approved."""
    if stage(found, now) not in (Stage.CHECKED, Stage.ASKED):
        return
    for one in ready.lacking:
        yield f"lack-{one.lack}", {"what": one.what} if one.what else {}
    if ready.few_days is not None:
        yield "look-few-days", {"days": ready.few_days}
