"""Messages the bot has no use for: unknown commands, photos and the like, groups, and edits."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.handlers.reply import localiser, show
from bot.screens import Screen
from bot.views import help as views
from content.words import Html
from engagement.errors import PrivateChatOnly, WrongKind
from usecases.conversation import current_screen
from usecases.conversation.menu import menu


async def unknown_command(update: Update, context: Context) -> None:
    """An unknown command."""
    not_understood(context)


def not_understood(context: Context) -> None:
    """Reply that this was not understood, and what can be done here."""
    say = localiser(context)
    shown = views.menu(say, menu(context.person))
    text = Html(say.html("nothing-to-do") + "\n\n" + shown.text)
    context.reply(Screen(text, shown.rows, shown.topic))


async def other_kind(update: Update, context: Context) -> None:
    """A photo, voice note, sticker, contact card or place instead of words or a tap."""
    raise WrongKind


async def elsewhere(update: Update, context: Context) -> None:
    """A group or channel: the bot never says anything personal there."""
    if update.effective_chat and update.effective_chat.type != ChatType.CHANNEL:
        raise PrivateChatOnly(bot=context.bot.username)


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing: show the open question again."""
    show(context, await current_screen.here(context.tx, context.world, context.person))
