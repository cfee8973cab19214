"""Typed words: a button's label, or a reply to what the bot is waiting for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press, typed_label
from bot.handlers.help import help_
from bot.handlers.leaving import stop
from bot.handlers.other_messages import not_understood
from bot.handlers.reply import Handler, localiser, show, words_of
from bot.views import help as help_views
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.questions import question_topic
from bot.views.wards import WARD_BUTTONS
from usecases.broadcasts import compose
from usecases.broadcasts.replies import is_news
from usecases.consultations import answer
from usecases.conversation.typed_words import (
    CELEBRATED,
    Request,
    Waiting,
    WaitingFor,
    request_in,
    waiting_for,
)
from usecases.insight import celebrate
from usecases.people import choose_ward, join
from usecases.people.find_ward import Purpose

REQUESTS: Mapping[Request, Handler] = {Request.STOP: stop, Request.HELP: help_}


async def words(update: Update, context: Context) -> None:
    """Text that isn't a command: a reply to what the bot is waiting for, or a button's label.

    A label in a message newer than the one that waits comes first: the person used the newest
    message last.
    """
    tx, world, person, text = context.tx, context.world, context.person, words_of(update)
    waits = await waiting_for(tx, world, person)
    request = request_in(text, waits)
    if request is not None:
        await REQUESTS[request](update, context)
        return
    replied_to = context.turn.parsed.replied_to
    if replied_to is not None and await is_news(tx, person, replied_to):
        context.reply(help_views.reply_not_kept(localiser(context)))
        return
    topic = _topic(waits)
    below = typed_label(context, text, below=topic) if topic else None
    if below is not None:
        await _press(update, context, below)
        return
    match waits.what:
        case Waiting.BROADCAST:
            await _press_or(
                update, context, typed_label(context, text, topic=topic), compose.type_here
            )
        case Waiting.OTHER_WARD:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, choose_ward.type_here)
        case Waiting.JOINING:
            await _press_or(update, context, typed_label(context, text), join.type_here)
        case Waiting.CELEBRATION:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, celebrate.type_here)
        case Waiting.QUESTION:
            show(context, await answer.type_here(tx, world, person, waits.slug, text))
        case _:
            label = typed_label(context, text)
            if label is None:
                not_understood(context)
            else:
                await _press(update, context, label)


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
