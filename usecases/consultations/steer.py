"""What staff decide once a consultation may open: extend, pause, go on, close, withdraw, report."""

from __future__ import annotations

from datetime import datetime, timedelta

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.managing_refusals import (
    AfterDecision,
    AlreadyCounted,
    NobodyHasHeard,
    NotLater,
    NotNow,
    NotWithin,
    OpensInElection,
    ReasonNeeded,
)
from engagement.consultations.steering import SteeringAct
from engagement.staff.rights import StaffMember
from storage.broadcasts import deliveries, started
from storage.consultations import steps
from storage.operations import deployment
from usecases.broadcasts.before_election import held_until
from usecases.consultations.opening import wards_of
from usecases.people import words_in_hand
from usecases.release import register
from usecases.world import Transaction, World, steer

LONGEST_REASON = 120
"""Characters: the reason is shown where a tap is answered, which takes 200."""


async def extend(
    tx: Transaction,
    world: World,
    member: StaffMember | None,
    slug: str,
    until: datetime,
    reason: str,
) -> None:
    """Let it close later. What has closed opens again, unless its results have been counted: late
    answers then came in time.

    Raises NotNow, NotLater, AfterDecision, AlreadyCounted, OpensInElection, ReasonNeeded.
    """
    found = await _in(tx, world, slug, Stage.APPROVED, Stage.OPEN, Stage.PAUSED, Stage.CLOSED)
    if until <= max(found.closes_at, world.now()):
        raise NotLater(closes=found.closes_at)
    due, zone = found.decision_due, world.library.council.timezone
    if due is not None and due <= (local(until, zone) - timedelta(microseconds=1)).date():
        raise AfterDecision(day=due)
    if stage(found, world.now()) is Stage.CLOSED:
        if await register.is_released(tx, world, found):
            raise AlreadyCounted(title=found.title)
        day = held_until(world, wards_of(world, found))
        if day is not None:
            raise OpensInElection(day=day + timedelta(days=1))
    await _note(tx, world, member, slug, SteeringAct.EXTENDED, reason_of(reason), until)
    await words_in_hand.keep_for_later_close(tx, world, slug, until)


async def pause(
    tx: Transaction,
    world: World,
    member: StaffMember | None,
    slug: str,
    until: datetime,
    reason: str,
) -> None:
    """Take no answers until then. Raises NotNow, NotWithin, ReasonNeeded."""
    found = await _in(tx, world, slug, Stage.OPEN)
    if not world.now() < until < found.closes_at:
        raise NotWithin(closes=found.closes_at)
    await _note(tx, world, member, slug, SteeringAct.PAUSED, reason_of(reason), until)


async def resume(tx: Transaction, world: World, member: StaffMember | None, slug: str) -> None:
    """End the pause. Raises NotNow."""
    await _in(tx, world, slug, Stage.PAUSED)
    await _note(tx, world, member, slug, SteeringAct.RESUMED)
    await deliveries.look_again_after_pause(tx)


async def close(
    tx: Transaction, world: World, member: StaffMember | None, slug: str, reason: str
) -> None:
    """Close it now, before its date. Raises NotNow, ReasonNeeded."""
    await _in(tx, world, slug, Stage.OPEN, Stage.PAUSED)
    await _note(tx, world, member, slug, SteeringAct.CLOSED, reason_of(reason))
    await deliveries.look_again_at_invitations(tx, slug)


async def withdraw(
    tx: Transaction, world: World, member: StaffMember | None, slug: str, reason: str
) -> None:
    """End it: nothing comes of its answers. Before it has opened only its approval is taken back,
    and it can be approved again. Raises NotNow, ReasonNeeded."""
    stages = Stage.ASKED, Stage.APPROVED, Stage.OPEN, Stage.PAUSED
    found = await _in(tx, world, slug, *stages)
    has_opened = stage(found, world.now()) in (Stage.OPEN, Stage.PAUSED)
    act = SteeringAct.WITHDRAWN if has_opened else SteeringAct.VOIDED
    await _note(tx, world, member, slug, act, reason_of(reason))
    await deliveries.look_again_at_invitations(tx, slug)


async def report(
    tx: Transaction, world: World, member: StaffMember | None, slug: str, how: str = ""
) -> None:
    """Note that people have heard what came of it: by its outcome, or as ``how`` says. Raises
    NotNow, NobodyHasHeard, ReasonNeeded."""
    await _in(tx, world, slug, Stage.CLOSED)
    if not how and not await started.outcomes_sent(tx, [slug]):
        raise NobodyHasHeard
    said = reason_of(how) if how else ""
    await _note(tx, world, member, slug, SteeringAct.REPORTED, said)


async def unreport(tx: Transaction, world: World, member: StaffMember | None, slug: str) -> None:
    """Note that people have not heard yet: the note was a mistake. Raises NotNow."""
    await _in(tx, world, slug, Stage.REPORTED)
    await _note(tx, world, member, slug, SteeringAct.UNREPORTED)


def reason_of(reason: str) -> str:
    """The reason in one line. Raises ReasonNeeded."""
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise ReasonNeeded(most=LONGEST_REASON)
    return said


async def _in(tx: Transaction, world: World, slug: str, *stages: Stage) -> Consultation:
    """The consultation as it is by now. Raises NotNow where it is at none of these stages."""
    await steer(tx, world)
    found = world.consultation(slug).consultation
    if stage(found, world.now()) not in stages:
        raise NotNow(title=found.title)
    return found


async def _note(
    tx: Transaction,
    world: World,
    member: StaffMember | None,
    slug: str,
    act: SteeringAct,
    reason: str = "",
    until: datetime | None = None,
) -> None:
    by, now = member.id if member is not None else None, world.now()
    await steps.add(tx, slug, act, at=now, staff_id=by, until=until, reason=reason)
    detail = {"reason": reason, **({"until": until.isoformat()} if until is not None else {})}
    await deployment.note(
        tx, f"consultation-{act}", staff_id=by, subject=slug, detail=detail, now=now
    )
    await steer(tx, world)
