"""Typed words go to whatever is waited for; what fits nothing is told what can be done."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.handlers.pressing import press, typed_label
from bot.handlers.saying import show, spoken, words_of
from bot.screens import Screen
from bot.views.answering import question_topic
from bot.views.celebrating import TOPIC as CELEBRATE
from bot.views.here import menu
from bot.views.joining import VERBS
from content.words import Html
from engagement.errors import PrivateChatOnly, WrongKind
from engagement.survey import folded
from usecases import answer, celebrate, choose_ward, compose, join, where
from usecases.place import Purpose
from usecases.waiting import Waiting, waiting_for


async def words(update: Update, context: Context) -> None:
    """Text that is no command: for whatever waits and was touched last, or a button's label."""
    tx, world, person, text = context.tx, context.world, context.person, words_of(update)
    waits = await waiting_for(tx, world, person)
    match waits.what:
        case Waiting.BROADCAST:
            label = typed_label(context, text)
            if label is not None and label.startswith(("s", "y", "t")):
                await _press(update, context, label)
            else:
                show(context, await compose.type_here(tx, world, person, text))
        case Waiting.OTHER_WARD:
            # Only of the ward's own message: a number may stand under an open question too.
            label = typed_label(context, text, topic=VERBS[Purpose.MOVE].topic)
            if label is not None:
                await _press(update, context, label)
            else:
                show(context, await choose_ward.type_here(tx, world, person, text))
        case Waiting.JOINING:
            label = typed_label(context, text)
            if label is not None:
                await _press(update, context, label)
            else:
                show(context, await join.type_here(tx, world, person, text))
        case Waiting.QUESTION if not _labels_something_newer(context, waits.slug, text):
            label = typed_label(context, text, topic=question_topic(waits.slug))
            if label is not None and label.startswith("g"):
                # Back, skip and done, in whatever language they stand there.
                await _press(update, context, label)
            else:
                show(context, await answer.type_here(tx, world, person, waits.slug, text))
        case _:
            await _unasked(update, context, text)


async def _unasked(update: Update, context: Context, text: str) -> None:
    """Words nothing waits for: a button's label, or a ward under the list of those to celebrate."""
    label = typed_label(context, text)
    if label is not None:
        await _press(update, context, label)
    elif _newest_topic(context) == CELEBRATE:
        found = await celebrate.type_here(context.tx, context.world, context.person, text)
        show(context, found)
    else:
        not_understood(context)


async def _press(update: Update, context: Context, data: str) -> None:
    context.turn.pressed = data
    await press(update, context)


def _newest_topic(context: Context) -> str:
    """What the newest of our messages with buttons is about."""
    shown = [s for s in context.turn.shown if s.buttons]
    return max(shown, key=lambda s: s.message_id).topic if shown else ""


def _labels_something_newer(context: Context, slug: str, text: str) -> bool:
    """Whether the words are a label under a message that came below the open question."""
    shown = {s.topic: s.message_id for s in context.turn.shown}
    question = shown.get(question_topic(slug), 0)
    newer = [s for s in context.turn.shown if s.message_id > question and s.buttons]
    return any(folded(text) in {folded(label) for label in s.buttons} for s in newer)


async def unknown_command(update: Update, context: Context) -> None:
    """A command we do not have."""
    not_understood(context)


def not_understood(context: Context) -> None:
    """Say so, and what can be done here."""
    say = spoken(context)
    shown = menu(say, where.menu(context.person))
    text = Html(say.html("nothing-to-do") + "\n\n" + shown.text)
    context.reply(Screen(text, shown.rows, shown.topic))


async def location(update: Update, context: Context) -> None:
    """A place, shared by somebody who is choosing a ward; to anybody else it says nothing."""
    message = update.effective_message
    place = message.location if message is not None else None
    waits = await waiting_for(context.tx, context.world, context.person)
    if place is None or waits.what not in (Waiting.JOINING, Waiting.OTHER_WARD):
        raise WrongKind
    act = join.locate if waits.what is Waiting.JOINING else choose_ward.locate
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
    show(context, await where.here(context.tx, context.world, context.person))
