"""Consultations at each stage at which staff decide about them, for the table of rights."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rights_people import Trial

from engagement.consultations.steering import SteeringAct
from engagement.staff.approvals import ApprovalSubject
from storage.consultations import steps
from storage.conversation import drafts, shown
from storage.conversation.drafts import Draft
from storage.conversation.shown import Shown
from storage.staff import approvals
from usecases.consultations.manage_choices import (
    CHOICES,
    DECIDING,
    Choice,
    counted_from,
    key_of,
)
from usecases.consultations.opening import content_hash
from usecases.world import steer

EXTEND, PAUSE, RESUME, CLOSE, WITHDRAW, REPORT, UNREPORT = (
    CHOICES.index(choice) for choice in Choice
)


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


async def asked_to_withdraw(trial: Trial) -> tuple[int, ...]:
    """One there that is open, and the yes to withdrawing it."""
    found = trial.world.consultation(trial.consultation).consultation
    await _deciding(trial, choice="withdraw", reason="mistake", until=None)
    return trial.consultation_code, WITHDRAW, key_of(found, Choice.WITHDRAW, "mistake")


async def asked_why_it_pauses(trial: Trial) -> None:
    """One there that is open, and the question why it pauses."""
    until = trial.world.now() + timedelta(days=1)
    await _deciding(trial, choice="pause", reason="", until=until.isoformat())
    if trial.person.id is not None:
        asked = Shown("manage", 900_000, "", {"-": "og"})
        await shown.remember_shown(trial.tx, trial.person.id, [asked], [])


async def _deciding(trial: Trial, **data: Any) -> None:
    if trial.person.contact is not None:
        draft = Draft(DECIDING, {"consultation": trial.consultation, **data})
        await drafts.keep(trial.tx, trial.person.contact.id, draft, trial.world.now())


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


async def to_unreport(trial: Trial) -> tuple[int, ...]:
    """One there that has closed and of which people have heard, and the choice to undo that."""
    await _decided(trial, SteeringAct.CLOSED)
    await _decided(trial, SteeringAct.REPORTED)
    return trial.consultation_code, UNREPORT


async def _decided(trial: Trial, act: SteeringAct, by: int | None = None) -> int:
    slug, now = trial.consultation, trial.world.now()
    made = await steps.add(trial.tx, slug, act, at=now, staff_id=by)
    await steer(trial.tx, trial.world)
    return made


def _other(trial: Trial) -> int:
    """Somebody else's staff number."""
    others = (trial.administrator, trial.officer)
    return next(number for number in others if number != trial.staff_id)
