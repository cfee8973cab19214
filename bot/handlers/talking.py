"""Typed words go to whatever is waited for; what fits nothing is told what can be done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.handlers.pressing import press, typed_label
from bot.handlers.saying import show, spoken, words_of
from bot.screens import Screen
from bot.views.answering import question_topic
from bot.views.board import TOPIC as SENDING
from bot.views.here import menu
from bot.views.joining import VERBS
from content.words import Html
from engagement.errors import PrivateChatOnly, WrongKind
from usecases.broadcasts import compose
from usecases.consultations import answer
from usecases.conversation import current_screen
from usecases.conversation.typed_words import CELEBRATED, Waiting, WaitingFor, waiting_for
from usecases.insight import celebrate
from usecases.people import choose_ward, join
from usecases.people.locate import Purpose


async def words(update: Update, context: Context) -> None:
    """Text that is no command: for whatever was touched last, or a button's label.

    A label under a message that came below what waits is meant before all else: what stands
    lowest was touched last.
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
            label = typed_label(context, text, topic=topic)
            if label is not None and label.startswith("g"):
                # Back, skip and done, in whatever language they stand there.
                await _press(update, context, label)
            else:
                show(context, await answer.type_here(tx, world, person, waits.slug, text))
        case _:
            label = typed_label(context, text)
            if label is None:
                not_understood(context)
            else:
                await _press(update, context, label)


def _topic(waits: WaitingFor) -> str:
    """The message in which what waits stands."""
    topics = {
        Waiting.BROADCAST: SENDING,
        Waiting.OTHER_WARD: VERBS[Purpose.MOVE].topic,
        Waiting.CELEBRATION: CELEBRATED,
        Waiting.QUESTION: question_topic(waits.slug),
    }
    return topics.get(waits.what, "")


async def _press_or(
    update: Update, context: Context, label: str | None, act: Callable[..., Awaitable[Any]]
) -> None:
    """The button whose label was typed; without one, what the words are for."""
    if label is not None:
        await _press(update, context, label)
        return
    show(context, await act(context.tx, context.world, context.person, words_of(update)))


async def _press(update: Update, context: Context, data: str) -> None:
    context.turn.pressed = data
    await press(update, context)


async def unknown_command(update: Update, context: Context) -> None:
    """A command we do not have."""
    not_understood(context)


def not_understood(context: Context) -> None:
    """Say so, and what can be done here."""
    say = spoken(context)
    shown = menu(say, current_screen.menu(context.person))
    text = Html(say.html("nothing-to-do") + "\n\n" + shown.text)
    context.reply(Screen(text, shown.rows, shown.topic))


async def location(update: Update, context: Context) -> None:
    """A place, shared by somebody who is choosing a ward; to anybody else it says nothing."""
    message = update.effective_message
    place = message.location if message is not None else None
    waits = await waiting_for(context.tx, context.world, context.person)
    if place is None or waits.what not in (Waiting.JOINING, Waiting.OTHER_WARD):
        raise WrongKind
    act = join.take_location if waits.what is Waiting.JOINING else choose_ward.take_location
    show(context, act(context.world, context.person, place.latitude, place.longitude))


async def other_kind(update: Update, context: Context) -> None:
    """A photo, voice note, sticker, card or place where words or a tap were asked."""
    raise WrongKind


async def elsewhere(update: Update, context: Context) -> None:
    """A group or channel: nothing personal is ever said there."""
    if update.effective_chat and update.effective_chat.type != ChatType.CHANNEL:
        raise PrivateChatOnly(bot=context.bot.username)


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing: the open question is answered by a new one."""
    show(context, await current_screen.here(context.tx, context.world, context.person))
