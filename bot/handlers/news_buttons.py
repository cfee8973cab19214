"""What can be typed under a broadcast: the labels of its buttons, and answers to its polls."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers import typed_words
from bot.handlers.reply import localiser
from bot.handlers.typed_to_poll import read_polls
from bot.views.broadcast_message import together
from usecases.broadcasts import replies


async def words(update: Update, context: Context) -> None:
    """Text that isn't a command."""
    await _read_buttons(context)
    await read_polls(context)
    await typed_words.words(update, context)


async def _read_buttons(context: Context) -> None:
    """Note the buttons of the newest broadcast in the chat, if it asks for something. One that was
    tapped may be another screen by now."""
    turn = context.turn
    if turn.news is None or any(s.message_id == turn.news for s in turn.shown):
        return
    asked = await replies.asking(context.tx, context.world, context.person, turn.news)
    if asked:
        rows = together(localiser(context), asked).rows
        turn.news_buttons = {b.name or b.label: b.data for row in rows for b in row}
