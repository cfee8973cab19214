"""What staff have decided about a consultation since its file was loaded: opened, extended, paused,
closed early, withdrawn, reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from content.schema.consultation import Consultation


class SteeringAct(StrEnum):
    """One thing that is decided about a consultation."""

    ASKED = "asked"  # a second person was asked to approve its opening
    DECLINED = "declined"  # that person said no
    OPENED = "opened"  # that person said yes: it opens at its date
    VOIDED = "voided"  # it was edited, or taken back, before it opened
    EXTENDED = "extended"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOSED = "closed"  # earlier than its file says
    WITHDRAWN = "withdrawn"
    REPORTED = "reported"  # people have heard what came of it


@dataclass(frozen=True, slots=True)
class SteeringStep:
    """One decision: when, by whom, and why. ``until`` is the new close of an extension, or the end
    of a pause. Without ``staff_id`` it came from the command line."""

    act: SteeringAct
    at: datetime
    staff_id: int | None = None
    until: datetime | None = None
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Steering:
    """Where all decisions so far leave a consultation.

    ``asked`` is set while its opening waits for a second person, ``opened_at`` once they have
    approved. ``closes_at`` is set where it differs from the file.
    """

    asked: SteeringStep | None = None
    declined: SteeringStep | None = None
    opened_at: datetime | None = None
    closes_at: datetime | None = None
    paused: SteeringStep | None = None
    withdrawn: SteeringStep | None = None
    reported: SteeringStep | None = None

    def after(self, step: SteeringStep) -> Steering:
        """The same after one more decision."""
        match step.act:
            case SteeringAct.ASKED:
                return replace(self, asked=step, declined=None)
            case SteeringAct.DECLINED:
                return replace(self, asked=None, declined=step)
            case SteeringAct.OPENED:
                return replace(self, asked=None, opened_at=step.at)
            case SteeringAct.VOIDED:
                return replace(self, asked=None, opened_at=None)
            case SteeringAct.EXTENDED:
                return replace(self, closes_at=step.until)
            case SteeringAct.PAUSED:
                return replace(self, paused=step)
            case SteeringAct.RESUMED:
                return replace(self, paused=None)
            case SteeringAct.CLOSED:
                return replace(self, closes_at=step.at, paused=None)
            case SteeringAct.WITHDRAWN:
                return replace(self, withdrawn=step, paused=None)
            case SteeringAct.REPORTED:
                return replace(self, reported=step)

    def is_paused(self, now: datetime) -> bool:
        """Whether it is paused at ``now``. A pause ends by itself."""
        pause = self.paused
        return pause is not None and pause.until is not None and pause.at <= now < pause.until


class Steered(Consultation):
    """A consultation with the dates that are in force, and where the decisions leave it."""

    steering: Steering


def steering(steps: Iterable[SteeringStep]) -> Steering:
    """Where these decisions, the oldest first, leave a consultation."""
    found = Steering()
    for step in steps:
        found = found.after(step)
    return found


def steered(consultation: Consultation, found: Steering) -> Steered:
    """The consultation as it is in force: it opens no earlier than it was approved, and closes when
    it was decided last. People hear of a later close by as many days later."""
    opens, closes, hear = consultation.opens_at, consultation.closes_at, consultation.hear_by
    if found.opened_at is not None:
        opens = max(opens, found.opened_at)
    if found.closes_at is not None:
        closes = found.closes_at
        hear += max(closes.date() - consultation.closes_at.date(), timedelta(0))
    if found.withdrawn is not None:
        closes = min(closes, found.withdrawn.at)
    authored = {name: getattr(consultation, name) for name in Consultation.model_fields}
    dates = {"opens_at": opens, "closes_at": closes, "hear_by": hear}
    # Not checked again: a close before the opening only means that nobody can answer.
    return Steered.model_construct(**{**authored, **dates}, steering=found)


def steering_of(consultation: Consultation) -> Steering | None:
    """The decisions about it; None for one that is as its author wrote it."""
    return consultation.steering if isinstance(consultation, Steered) else None
