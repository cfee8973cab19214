"""Typed words: a button's label, or a reply to what the bot is waiting for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press, typed_label
from bot.handlers.other_messages import not_understood
from bot.handlers.reply import marks_of, show, words_of
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.questions import question_topic
from bot.views.wards import WARD_BUTTONS
from engagement.errors import NotOwnWords
from usecases.broadcasts import compose
from usecases.consultations import answer
from usecases.conversation.typed_words import CELEBRATED, Waiting, WaitingFor, waiting_for
from usecases.insight import celebrate
from usecases.people import choose_ward, join
from usecases.people.find_ward import Purpose


async def words(update: Update, context: Context) -> None:
    """Text that isn't a command: a reply to what the bot is waiting for, or a button's label.

    A label in a message newer than the one that waits comes first: the person used the newest
    message last.
    """
    tx, world, person, text = context.tx, context.world, context.person, words_of(update)
    waits = await waiting_for(tx, world, person)
    topic = _topic(waits)
    below = typed_label(context, text, below=topic) if topic else None
    if below is not None:
        await _press(update, context, below)
        return
    match waits.what:
        case Waiting.BROADCAST:
            label = typed_label(context, text, topic=topic)
            write = partial(compose.type_here, marks=marks_of(update))
            await _press_or(update, context, label, write)
        case Waiting.OTHER_WARD:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, choose_ward.type_here)
        case Waiting.JOINING:
            await _press_or(update, context, typed_label(context, text), join.type_here)
        case Waiting.CELEBRATION:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, celebrate.type_here)
        case Waiting.QUESTION:
            label = typed_label(context, text, topic=topic)
            if label is not None and label.startswith("g"):
                # Back, skip and done, in the language of the buttons.
                await _press(update, context, label)
            else:
                show(context, await answer.type_here(tx, world, person, waits.slug, text))
        case _:
            label = typed_label(context, text)
            if label is None:
                not_understood(context)
            else:
                await _press(update, context, label)


async def forwarded(update: Update, context: Context) -> None:
    """A forwarded text. Only a member of staff who writes a broadcast may use one: they see it
    before it is sent. Raises NotOwnWords."""
    waits = await waiting_for(context.tx, context.world, context.person)
    if waits.what is not Waiting.BROADCAST or not words_of(update):
        raise NotOwnWords
    await words(update, context)


def _topic(waits: WaitingFor) -> str:
    """The topic of the message that waits for words."""
    topics = {
        Waiting.BROADCAST: SENDING,
        Waiting.OTHER_WARD: WARD_BUTTONS[Purpose.MOVE].topic,
        Waiting.CELEBRATION: CELEBRATED,
        Waiting.QUESTION: question_topic(waits.slug),
    }
    return topics.get(waits.what, "")


async def _press_or(
    update: Update, context: Context, label: str | None, act: Callable[..., Awaitable[Any]]
) -> None:
    """Press the button whose label was typed; without one, give the words to ``act``."""
    if label is not None:
        await _press(update, context, label)
        return
    show(context, await act(context.tx, context.world, context.person, words_of(update)))


async def _press(update: Update, context: Context, data: str) -> None:
    context.turn.pressed = data
    await press(update, context)
