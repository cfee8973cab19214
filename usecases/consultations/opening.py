"""Opening a consultation: somebody asks, and a second person approves what its file says then."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.managing_refusals import (
    NobodyApproves,
    NotNow,
    NotReady,
    OpensInElection,
    OtherWards,
    OwnOpening,
)
from engagement.consultations.opening import Readiness, readiness
from engagement.consultations.steering import SteeringAct, SteeringStep, steering_of
from engagement.errors import OldButton
from engagement.staff.approvals import (
    ANSWER_WITHIN,
    Approval,
    ApprovalSubject,
    Verdict,
    hash_of,
    verdict,
)
from engagement.staff.rights import StaffMember, check_manages, may_open
from storage.consultations import steps, versions
from storage.operations import deployment
from storage.staff import approvals
from usecases.broadcasts.before_election import held_until
from usecases.broadcasts.waiting import reachable_staff
from usecases.world import Transaction, World, steer


def wards_of(world: World, consultation: Consultation) -> Collection[str]:
    """The wards for which somebody has to have a role to decide about it."""
    return consultation.wards or world.library.wards.keys()


def covers(world: World, member: StaffMember, consultation: Consultation) -> bool:
    """Whether this member's role covers every ward of it."""
    wards = wards_of(world, consultation)
    return member.every_ward or len(member.own(wards)) == len(wards)


def check_may_steer(
    world: World, member: StaffMember | None, consultation: Consultation
) -> StaffMember:
    """The member, if they may decide about it. Raises StaffOnly, OtherWards."""
    allowed = check_manages(member)
    if not covers(world, allowed, consultation):
        raise OtherWards
    return allowed


def readiness_of(world: World, consultation: Consultation) -> Readiness:
    """What it lacks for opening now."""
    return readiness(
        consultation,
        now=world.now(),
        zone=world.library.council.timezone,
        story=world.story,
        boundaries=world.loaded.boundaries is not None,
    )


def asked_step(consultation: Consultation) -> SteeringStep | None:
    """The asking that waits for a second person; None if nobody is asked."""
    found = steering_of(consultation)
    return found.asked if found is not None else None


async def ask(tx: Transaction, world: World, member: StaffMember | None, slug: str) -> None:
    """Ask a second person to approve that it opens at its date, as its file is now. ``member`` is
    None for somebody on the command line.

    Raises NotNow, NotReady, OpensInElection, NobodyApproves.
    """
    await steer(tx, world)
    found, now = world.consultation(slug).consultation, world.now()
    if stage(found, now) is not Stage.CHECKED and not await has_expired(tx, world, found):
        raise NotNow(title=found.title)
    await _check_newest(tx, world, found)
    check_ready(world, found)
    approvers = [
        m
        for m in await reachable_staff(tx)
        if may_open(m, wards_of(world, found)) and (member is None or m.id != member.id)
    ]
    if not approvers:
        raise NobodyApproves
    by = member.id if member is not None else None
    asked = await steps.add(tx, slug, SteeringAct.ASKED, at=now, staff_id=by)
    await approvals.ask(
        tx,
        ApprovalSubject.OPENING,
        slug,
        content_hash(found, asked),
        [m.id for m in approvers],
        expires_at=now + ANSWER_WITHIN,
    )
    await deployment.note(tx, "asked-to-open", staff_id=by, subject=slug, now=now)
    await steer(tx, world)


def check_ready(world: World, found: Consultation) -> None:
    """Raise NotReady for what may not open as it is, and OpensInElection where an election is near
    on the day on which it would open."""
    if not readiness_of(world, found).is_ready:
        raise NotReady(title=found.title)
    opens = max(found.opens_at, world.now())
    day = held_until(world, wards_of(world, found), opens)
    if day is not None:
        raise OpensInElection(day=day + timedelta(days=1))


async def _check_newest(tx: Transaction, world: World, found: Consultation) -> None:
    """Raise NotNow where newer files wait to be read: the approval would be taken for theirs."""
    if await versions.in_force(tx, found.slug) != world.consultation(found.slug).version_id:
        raise NotNow(title=found.title)


async def asked_about(tx: Transaction, found: Consultation) -> list[Approval]:
    """Everybody who is asked to approve that it opens as it is now."""
    asked = asked_step(found)
    if asked is None:
        return []
    content = content_hash(found, asked.id)
    every = await approvals.of(tx, ApprovalSubject.OPENING, found.slug)
    return [one for one in every if one.content_hash == content]


async def has_expired(tx: Transaction, world: World, found: Consultation) -> bool:
    """Whether a second person was asked, and nobody has answered in time."""
    if stage(found, world.now()) is not Stage.ASKED:
        return False
    asked = await asked_about(tx, found)
    content = asked[0].content_hash if asked else ""
    said = verdict(asked, content_hash=content, now=world.now())
    return said in (Verdict.EXPIRED, Verdict.NOT_ASKED)


async def decide(
    tx: Transaction, world: World, member: StaffMember, slug: str, *, says_yes: bool
) -> None:
    """The second person approves that it opens, or declines.

    Raises NotNow, also where nobody answered in time, OwnOpening, OldButton, NotReady and
    OpensInElection.
    """
    await steer(tx, world)
    found, now = world.consultation(slug).consultation, world.now()
    asked = asked_step(found)
    if asked is None or stage(found, now) is not Stage.ASKED:
        raise NotNow(title=found.title)
    if asked.staff_id == member.id:
        raise OwnOpening
    mine = await asked_about(tx, found)
    if not any(one.staff_id == member.id for one in mine):
        raise OldButton
    if verdict(mine, content_hash=mine[0].content_hash, now=now) is Verdict.EXPIRED:
        raise NotNow(title=found.title)
    if says_yes:
        await _check_newest(tx, world, found)
        check_ready(world, found)
    about = ApprovalSubject.OPENING, slug
    await approvals.note_verdict(tx, *about, member.id, said_yes=says_yes, now=now)
    act = SteeringAct.OPENED if says_yes else SteeringAct.DECLINED
    await steps.add(tx, slug, act, at=now, staff_id=member.id)
    noted = "approved-opening" if says_yes else "declined-opening"
    await deployment.note(tx, noted, staff_id=member.id, subject=slug, now=now)
    await steer(tx, world)


def content_hash(found: Consultation, asked: int) -> str:
    """The hash of what a second person approves: all that the file says, in one asking."""
    authored = found.model_dump(mode="json", include=set(Consultation.model_fields))
    return hash_of({"consultation": authored, "asked": asked})
