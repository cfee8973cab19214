"""Who may answer a consultation, and when."""

from __future__ import annotations

from datetime import datetime

from content.schema.consultation import Consultation
from engagement.consultations.late import Timing
from engagement.consultations.lifecycle import Phase, phase
from engagement.errors import HasClosed, NotInWard, NotOpenYet


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

    Raises NotInWard, NotOpenYet, HasClosed.
    """
    if not consultation.is_for(answered_from or ward):
        raise NotInWard(title=consultation.title)
    match phase(consultation, now):
        case Phase.UPCOMING:
            raise NotOpenYet(title=consultation.title)
        case Phase.CLOSED if timing is Timing.CLOSED:
            raise HasClosed(title=consultation.title, closes=consultation.closes_at)
        case _:
            return
