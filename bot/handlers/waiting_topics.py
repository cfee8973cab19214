"""The topics of the messages that wait for words."""

from __future__ import annotations

from bot.views import complaints as complaint_views
from bot.views import requests as request_views
from bot.views import safety as safety_views
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.questions import question_topic
from bot.views.wards import WARD_BUTTONS
from usecases.conversation.chat import WHY
from usecases.conversation.typed_words import CELEBRATED, Waiting, WaitingFor
from usecases.people.find_ward import Purpose


def topic_of(waits: WaitingFor) -> str:
    """The topic of the message that waits for words."""
    topics = {
        Waiting.BROADCAST: SENDING,
        Waiting.COMPLAINT: complaint_views.TOPIC,
        Waiting.OUTCOME: complaint_views.DESK,
        Waiting.REQUEST: request_views.TOPIC,
        Waiting.ALERT: safety_views.CLOSING,
        Waiting.OTHER_WARD: WARD_BUTTONS[Purpose.MOVE].topic,
        Waiting.CELEBRATION: CELEBRATED,
        Waiting.QUESTION: question_topic(waits.slug),
        Waiting.REASON: f"{WHY}{waits.slug}",
    }
    return topics.get(waits.what, "")
