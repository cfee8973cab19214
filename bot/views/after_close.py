"""What people read above a question or a receipt that is shown after the close."""

from __future__ import annotations

from bot.views.localiser import Localiser
from content.schema.consultation import Consultation
from content.words import Html
from engagement.consultations.late import AfterClose, Timing


def came(say: Localiser, consultation: Consultation, after: AfterClose) -> Html:
    """When it closed, and how the answer that was just sent counts."""
    key = "after-close"
    if after.given:
        key = "after-close-late" if after.timing is Timing.LATE else "after-close-in-time"
    return say.html(key, closes=say.closes(consultation.closes_at))


def came_late(after: AfterClose | None) -> bool:
    """Whether an answer was just kept as late: nothing that counts was changed or added to."""
    return after is not None and after.given and after.timing is Timing.LATE


def above_question(say: Localiser, consultation: Consultation, after: AfterClose) -> list[Html]:
    """The lines above a question that is shown after the close."""
    lines = [came(say, consultation, after)]
    if after.next is Timing.IN_TIME:
        lines.append(say.html("after-close-next-counts"))
    elif not came_late(after):
        lines.append(say.html("after-close-next-late"))
    return lines
