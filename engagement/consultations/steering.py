"""What staff have decided about a consultation since its file was loaded: opened, extended, paused,
closed early, withdrawn, reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

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
    UNREPORTED = "unreported"  # they have not: that was noted by mistake


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
        return replace(self, **_CHANGES[step.act](step))

    def is_paused(self, now: datetime) -> bool:
        """Whether it is paused at ``now``. A pause ends by itself."""
        pause = self.paused
        return pause is not None and pause.until is not None and pause.at <= now < pause.until


_CHANGES: Mapping[SteeringAct, Callable[[SteeringStep], dict[str, Any]]] = {
    SteeringAct.ASKED: lambda step: {"asked": step, "declined": None},
    SteeringAct.DECLINED: lambda step: {"asked": None, "declined": step},
    SteeringAct.OPENED: lambda step: {"asked": None, "opened_at": step.at},
    SteeringAct.VOIDED: lambda _: {"asked": None, "opened_at": None, "closes_at": None},
    SteeringAct.EXTENDED: lambda step: {"closes_at": step.until},
    SteeringAct.PAUSED: lambda step: {"paused": step},
    SteeringAct.RESUMED: lambda _: {"paused": None},
    SteeringAct.CLOSED: lambda step: {"closes_at": step.at, "paused": None},
    SteeringAct.WITHDRAWN: lambda step: {"withdrawn": step, "paused": None},
    SteeringAct.REPORTED: lambda step: {"reported": step},
    SteeringAct.UNREPORTED: lambda _: {"reported": None},
}


class Steered(Consultation):
    """A consultation with the dates that are in force, where the decisions leave it, and as its
    author wrote it."""

    steering: Steering
    authored: Consultation


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
    return Steered.model_construct(
        **{**authored, **dates}, steering=found, authored=authored_of(consultation)
    )


def as_decided(file: Consultation, before: Consultation) -> Consultation:
    """An edited file with the decisions on top that are on top of ``before``."""
    found = steering_of(before)
    return file if found is None else steered(file, found)


def edited_in_vain(file: Consultation, before: Consultation) -> tuple[str, ...]:
    """The dates that an edit of the file has changed to no effect, because staff have decided
    otherwise: "opens_at" and "closes_at". ``before`` is what is in force as the file was so far."""
    was, now = authored_of(before), as_decided(file, before)
    return tuple(
        name
        for name in ("opens_at", "closes_at")
        if getattr(file, name) != getattr(was, name) and getattr(now, name) != getattr(file, name)
    )


def steering_of(consultation: Consultation) -> Steering | None:
    """The decisions about it; None for one that is as its author wrote it."""
    return consultation.steering if isinstance(consultation, Steered) else None


def authored_of(consultation: Consultation) -> Consultation:
    """The consultation as its author wrote it, with the dates of its file."""
    return consultation.authored if isinstance(consultation, Steered) else consultation


def paused_until(consultation: Consultation, now: datetime) -> datetime | None:
    """Until when it takes no answers; None if it isn't paused."""
    found = steering_of(consultation)
    if found is None or found.paused is None or not found.is_paused(now):
        return None
    return found.paused.until


def why_withdrawn(consultation: Consultation) -> str | None:
    """Why it was withdrawn; None if it wasn't."""
    found = steering_of(consultation)
    return found.withdrawn.reason if found is not None and found.withdrawn is not None else None


def how_told(consultation: Consultation) -> str:
    """How people have heard what came of it, if not by an outcome that was sent; empty where nobody
    has noted that."""
    found = steering_of(consultation)
    return found.reported.reason if found is not None and found.reported is not None else ""


def hears_after_decision(consultation: Consultation) -> bool:
    """Whether people may hear the results only after the day on which a decision is due."""
    due = consultation.decision_due
    return due is not None and consultation.hear_by > due
