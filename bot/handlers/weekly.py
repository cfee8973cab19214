"""How many messages a week somebody wants."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from bot.views.weekly import NUMBERS
from engagement.errors import OldButton
from usecases.people import weekly


async def choose(update: Update, context: Context) -> None:
    """One a week, up to three, or only questions."""
    (number,) = tapped(context, 1)
    if number >= len(NUMBERS):
        raise OldButton
    context.turn.broadcasts_changed = True
    show(context, await weekly.choose(context.tx, context.person, NUMBERS[number]))
