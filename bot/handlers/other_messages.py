"""Messages the bot has no use for: unknown commands, photos and the like, groups, and edits."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show
from bot.screens import Screen
from bot.views import help as views
from content.words import Html
from engagement.errors import NotPlainText, PrivateChatOnly, WrongKind
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
    """A photo, voice note, sticker or contact card instead of words or a tap."""
    raise WrongKind


async def rich_message(update: Update, context: Context) -> None:
    """A message with headings or tables, of which Telegram gives no plain text."""
    raise NotPlainText


async def elsewhere(update: Update, context: Context) -> None:
    """One of our commands in a group: the bot never says anything personal there."""
    raise PrivateChatOnly(bot=context.bot.username)


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing: show the open question again."""
    show(context, await current_screen.here(context.tx, context.world, context.person))
