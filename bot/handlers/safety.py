"""The button under the signposts that removes the words, and the signposts, from the chat."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, tapped
from bot.views import safety as views


async def remove(update: Update, context: Context) -> None:
    """Remove both messages from the chat at Telegram. Nothing changes here."""
    (theirs,) = tapped(context, 1)
    turn = context.turn
    named = (s.message_id for s in turn.shown if turn.pressed in s.buttons.values())
    ours = turn.parsed.tapped or next(named, None)
    context.reply(views.removal(localiser(context), theirs=theirs, ours=ours))
