"""What somebody has just decided, for colleagues whose screens still ask for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from engagement.broadcasts.lifecycle import BroadcastState
from engagement.staff.approvals import Verdict
from usecases.broadcasts.decline_reason import Decided
from usecases.broadcasts.declined import FileName, OpeningName
from usecases.broadcasts.over import Over, over
from usecases.broadcasts.progress import Progress, by_code
from usecases.consultations.managing import Managed
from usecases.consultations.opening_over import OpeningOver, opening_over
from usecases.insight import export_approval
from usecases.insight.export_approval import FileDecided
from usecases.operations import close_alert, complaints, end_request
from usecases.operations.close_alert import ClosedAlert, ClosedElsewhere
from usecases.operations.complaints import ComplaintDone, ComplaintShown, OutcomeKept
from usecases.operations.end_request import NoRequest, RequestDone
from usecases.operations.requests import RequestShown
from usecases.world import Transaction, World


class Subject(StrEnum):
    """What several members of staff may decide, the first of them for all."""

    BROADCAST = "broadcast"  # a message that waits for approval
    OPENING = "opening"  # a consultation that waits for approval
    EXPORT = "export"  # a file of answers that waits for approval
    ALERT = "alert"  # words of danger
    COMPLAINT = "complaint"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that was decided: the number of its subject, as buttons carry it. ``gone`` is what
    was said of it, where nothing of it is left to read."""

    subject: Subject
    number: int
    gone: NoRequest | None = None


def decision_in(value: Any) -> Decision | None:
    """What the reply to a member of staff says they have just decided; None for any other reply."""
    match value:
        case Decided(reason=None, name=OpeningName()):
            return Decision(Subject.OPENING, value.code)
        case Decided(reason=None, name=FileName()):
            return Decision(Subject.EXPORT, value.code)
        case FileDecided() if value.author:
            return Decision(Subject.EXPORT, value.code)
        case Decided(reason=None):
            return Decision(Subject.BROADCAST, value.code)
        case Progress(state=BroadcastState.CANCELLED):
            return Decision(Subject.BROADCAST, value.code)
        case Managed(ends_asking=True):
            return Decision(Subject.OPENING, value.code)
        case _:
            return _ended_in(value)


def _ended_in(value: Any) -> Decision | None:
    """The same of what a person's words or rights began: alerts, complaints, requests."""
    match value:
        case ClosedAlert():
            return Decision(Subject.ALERT, value.alert.id)
        case ComplaintShown(just_acknowledged=True):
            return Decision(Subject.COMPLAINT, value.line.id)
        case OutcomeKept():
            return Decision(Subject.COMPLAINT, value.id)
        case RequestShown(answered=True):
            return Decision(Subject.REQUEST, value.line.id)
        case NoRequest():
            return Decision(Subject.REQUEST, value.id, gone=value)
        case _:
            return None


Elsewhere = (
    Over | OpeningOver | FileDecided | ClosedElsewhere | ComplaintDone | RequestDone | NoRequest
)


async def for_colleagues(
    tx: Transaction, world: World, decision: Decision, who: str
) -> Elsewhere | None:
    """What colleagues see of it, decided by ``who``; None if it is not decided any more."""
    match decision.subject:
        case Subject.BROADCAST:
            found = await by_code(tx, decision.number)
            if found.state is BroadcastState.AWAITING_APPROVAL:
                return None
            return await over(tx, world, found, decision.number)
        case Subject.EXPORT:
            request = await export_approval.by_code(tx, decision.number)
            if request.state is Verdict.WAITING:
                return None
            return await export_approval.decided(tx, world, request)
        case Subject.OPENING:
            return await opening_over(tx, world, decision.number)
        case Subject.ALERT:
            return await close_alert.closed_elsewhere(tx, decision.number)
        case Subject.COMPLAINT:
            return await complaints.done_by(tx, decision.number)
        case Subject.REQUEST if decision.gone is not None:
            return replace(decision.gone, who=who)
        case Subject.REQUEST:
            return await end_request.done_by(tx, decision.number)
