"""The message in the chat that waits for words: its topic, and whether anything is below it."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.newest_screen import stands_below
from bot.views import complaints as complaint_views
from bot.views import managing as managing_views
from bot.views import reading as reading_views
from bot.views import requests as request_views
from bot.views import safety as safety_views
from bot.views import submissions as submission_views
from bot.views.asked_polls import STOP_TOPIC
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.questions import question_topic
from bot.views.wards import WARD_BUTTONS
from usecases.conversation import doubted_words, receive
from usecases.conversation.chat import WHY
from usecases.conversation.typed_words import CELEBRATED, Waiting, WaitingFor
from usecases.people import words_in_hand
from usecases.people.find_ward import Purpose


def topic_of(waits: WaitingFor) -> str:
    """The topic of the message that waits for words."""
    topics = {
        Waiting.BROADCAST: SENDING,
        Waiting.COMPLAINT: complaint_views.TOPIC,
        Waiting.READING: reading_views.TOPIC,
        Waiting.STOPPING: STOP_TOPIC,
        Waiting.SUBMISSION: submission_views.TOPIC,
        Waiting.DECIDING: managing_views.TOPIC,
        Waiting.OUTCOME: complaint_views.DESK,
        Waiting.REQUEST: request_views.TOPIC,
        Waiting.ALERT: safety_views.CLOSING,
        Waiting.OTHER_WARD: WARD_BUTTONS[Purpose.MOVE].topic,
        Waiting.CELEBRATION: CELEBRATED,
        Waiting.QUESTION: question_topic(waits.slug),
        Waiting.REASON: f"{WHY}{waits.slug}",
    }
    return topics.get(waits.what, "")


async def note_coming(context: Context, waits: WaitingFor) -> None:
    """Note whether the message that waits isn't in the chat yet: it is on its way, and will be the
    newest. One that isn't there though no reply is pending was changed into something else."""
    if _is_missing(context, waits):
        tx, world, person = context.tx, context.world, context.person
        context.turn.coming = await receive.is_reply_pending(tx, world, person)


def comes(context: Context, waits: WaitingFor) -> bool:
    """Whether the message that waits is on its way."""
    return context.turn.coming and _is_missing(context, waits)


def _is_missing(context: Context, waits: WaitingFor) -> bool:
    topic = topic_of(waits)
    return bool(topic) and all(s.topic != topic for s in context.turn.shown)


def is_old(context: Context, waits: WaitingFor) -> bool:
    """Whether a complaint was begun more than a day ago: its author may have forgotten it."""
    lately = words_in_hand.is_lately(waits.touched, context.world.now())
    return waits.what is Waiting.COMPLAINT and not lately


def is_overlaid(context: Context, waits: WaitingFor) -> bool:
    """Whether what waits takes own words, and something newer is below it."""
    if not doubted_words.may_be(context.person, waits.what):
        return False
    if _is_missing(context, waits) and not context.turn.coming:
        return context.chat.newest is not None
    return stands_below(context, (topic_of(waits),)) is not None or is_old(context, waits)


def others_may_be_meant(context: Context, waits: WaitingFor) -> bool:
    """Whether words may be for what a newer list shows, or for nothing."""
    return waits.what in (Waiting.NOTHING, Waiting.QUESTION) or is_overlaid(context, waits)
