"""Who may answer a consultation, and when."""

from __future__ import annotations

from datetime import datetime

from content.schema.consultation import Consultation
from engagement.consultations.late import Timing
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.refusals import IsPaused, WasWithdrawn
from engagement.consultations.steering import paused_until, why_withdrawn
from engagement.errors import HasClosed, NoSuchConsultation, NotInWard, NotOpenYet, Refusal


def check_may_answer(
    consultation: Consultation,
    *,
    ward: str,
    answered_from: str | None,
    now: datetime,
    timing: Timing = Timing.CLOSED,
) -> None:
    """Return if an answer can be accepted; otherwise raise the refusal that applies. ``timing``
    says how it counts if the consultation has closed by ``now``.

    A response keeps the ward of its first answer (``answered_from``), so someone who has moved
    house can finish a response they started in their former ward.

    Raises NotInWard, NoSuchConsultation, NotOpenYet, IsPaused, HasClosed, WasWithdrawn.
    """
    found = phase(consultation, now)
    if found is Phase.CHECKED:
        # Nobody has approved it: to residents it doesn't exist.
        raise NoSuchConsultation
    if not consultation.is_for(answered_from or ward):
        raise NotInWard(title=consultation.title)
    match found:
        case Phase.PAUSED:
            raise paused(consultation, now)
        case Phase.WITHDRAWN:
            raise withdrawn(consultation)
        case Phase.UPCOMING:
            raise NotOpenYet(title=consultation.title)
        case Phase.CLOSED if timing is Timing.CLOSED:
            raise HasClosed(title=consultation.title, closes=consultation.closes_at)
        case _:
            return


def paused(consultation: Consultation, now: datetime) -> IsPaused:
    """The refusal of answers to what is paused."""
    opens = paused_until(consultation, now) or consultation.closes_at
    return IsPaused(title=consultation.title, opens=opens)


def withdrawn(consultation: Consultation) -> WasWithdrawn:
    """The refusal of answers to what was withdrawn, with the reason that staff gave."""
    return WasWithdrawn(title=consultation.title, reason=why_withdrawn(consultation) or "")


def not_open(consultation: Consultation, now: datetime) -> Refusal:
    """Why an answer to what isn't open, and has been, can't be changed now."""
    match phase(consultation, now):
        case Phase.PAUSED:
            return paused(consultation, now)
        case Phase.WITHDRAWN:
            return withdrawn(consultation)
        case _:
            return HasClosed(title=consultation.title, closes=consultation.closes_at)
