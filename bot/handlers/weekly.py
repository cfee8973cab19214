"""How many messages a week somebody wants."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from engagement.broadcasts.gate import Weekly
from usecases.people import weekly


async def choose(update: Update, context: Context) -> None:
    """One a week, or as many as there are."""
    (one,) = tapped(context, 1)
    context.turn.broadcasts_changed = True
    choice = Weekly.ONE if one else Weekly.ALL
    show(context, await weekly.choose(context.tx, context.person, choice))
