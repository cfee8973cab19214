"""Forwarded texts: they are nobody's own words."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import words_of
from bot.handlers.typed_words import words
from engagement.errors import NotOwnWords
from usecases.conversation.typed_words import Waiting, waiting_for


async def forwarded(update: Update, context: Context) -> None:
    """A forwarded text. Only a member of staff who writes a broadcast may use one: they see it
    before it is sent. Raises NotOwnWords."""
    waits = await waiting_for(context.tx, context.world, context.person)
    if waits.what is not Waiting.BROADCAST or not words_of(update):
        raise NotOwnWords
    await words(update, context)
