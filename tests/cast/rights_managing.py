"""Consultations at each stage at which staff decide about them, for the table of rights."""

from __future__ import annotations

from datetime import timedelta

from rights_people import Trial

from engagement.consultations.steering import SteeringAct
from engagement.staff.approvals import ApprovalSubject
from storage.consultations import steps
from storage.staff import approvals
from usecases.consultations.manage_choices import CHOICES, Choice, counted_from
from usecases.consultations.opening import content_hash
from usecases.world import steer

EXTEND, PAUSE, RESUME, CLOSE, WITHDRAW, REPORT = (CHOICES.index(choice) for choice in Choice)


async def checked(trial: Trial) -> tuple[int]:
    """A consultation there that nobody has approved."""
    await _decided(trial, SteeringAct.VOIDED)
    return (trial.consultation_code,)


async def asked_for_opening(trial: Trial) -> tuple[int]:
    """One there that a colleague has asked to open, and this person is to approve."""
    (code,) = await checked(trial)
    asked = await _decided(trial, SteeringAct.ASKED, by=_other(trial))
    found = trial.world.consultation(trial.consultation).consultation
    await approvals.ask(
        trial.tx,
        ApprovalSubject.OPENING,
        found.slug,
        content_hash(found, asked),
        [trial.staff_id],
        expires_at=trial.world.now() + timedelta(days=7),
    )
    return (code,)


async def asked_by_themselves(trial: Trial) -> tuple[int]:
    """One there whose opening this person has asked for."""
    (code,) = await checked(trial)
    await _decided(trial, SteeringAct.ASKED, by=trial.staff_id)
    return (code,)


async def to_pause(trial: Trial) -> tuple[int, ...]:
    """One there that is open, and the first way to pause it."""
    found = trial.world.consultation(trial.consultation).consultation
    return trial.consultation_code, PAUSE, 0, 0, counted_from(trial.world, found, Choice.PAUSE)


async def to_withdraw(trial: Trial) -> tuple[int, ...]:
    """One there that is open, and the first reason to withdraw it."""
    return trial.consultation_code, WITHDRAW, 0, 0, 0


async def to_extend(trial: Trial) -> tuple[int, ...]:
    """One there that is open, and the choice of a later close."""
    return trial.consultation_code, EXTEND


async def to_resume(trial: Trial) -> tuple[int, ...]:
    """One there that is paused, and the choice to go on."""
    now = trial.world.now()
    await steps.add(
        trial.tx,
        trial.consultation,
        SteeringAct.PAUSED,
        at=now,
        until=now + timedelta(days=1),
        reason="looked-at",
    )
    await steer(trial.tx, trial.world)
    return trial.consultation_code, RESUME


async def _decided(trial: Trial, act: SteeringAct, by: int | None = None) -> int:
    slug, now = trial.consultation, trial.world.now()
    made = await steps.add(trial.tx, slug, act, at=now, staff_id=by)
    await steer(trial.tx, trial.world)
    return made


def _other(trial: Trial) -> int:
    """Somebody else's staff number."""
    others = (trial.administrator, trial.officer)
    return next(number for number in others if number != trial.staff_id)
