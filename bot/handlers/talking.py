"""Typed words go to whatever is waited for; what fits nothing is told what can be done."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.handlers.saying import show, spoken, words_of
from bot.screens import Screen
from bot.views.here import menu
from content.words import Html
from engagement.errors import OldButton, PrivateChatOnly, WrongKind
from usecases import answer, choose_ward, compose, join, where


async def words(update: Update, context: Context) -> None:
    """Text that is no command. A draft comes before an open question; commands always win."""
    tx, world, person, text = context.tx, context.world, context.person, words_of(update)
    if person.draft is not None and person.draft.kind == compose.SENDING and person.staff:
        show(context, await compose.type_here(tx, world, person, text))
    elif person.draft is not None and person.draft.kind == choose_ward.MOVING:
        show(context, await choose_ward.type_here(tx, world, person, text))
    elif person.arrival is not None:
        show(context, await join.type_here(tx, world, person, text))
    elif (slug := await answer.open_question(tx, world, person)) is not None:
        show(context, await answer.type_here(tx, world, person, slug, text))
    else:
        not_understood(context)


async def unknown_command(update: Update, context: Context) -> None:
    """A command we do not have."""
    not_understood(context)


def not_understood(context: Context) -> None:
    """Say so, and what can be done here."""
    say = spoken(context)
    shown = menu(say, where.menu(context.person))
    text = Html(say.html("nothing-to-do") + "\n\n" + shown.text)
    context.reply(Screen(text, shown.rows, shown.topic))


async def other_kind(update: Update, context: Context) -> None:
    """A photo, voice note, sticker, card or place where words or a tap were asked."""
    raise WrongKind


async def old_button(update: Update, context: Context) -> None:
    """Data no button of ours carries."""
    raise OldButton


async def elsewhere(update: Update, context: Context) -> None:
    """A group or channel: nothing personal is ever said there."""
    if update.effective_chat and update.effective_chat.type != ChatType.CHANNEL:
        raise PrivateChatOnly(bot=context.bot.username)


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing: the open question is answered by a new one."""
    show(context, await where.here(context.tx, context.world, context.person))
