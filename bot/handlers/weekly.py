"""How many messages a week somebody wants."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from bot.views.weekly import NUMBERS
from engagement.errors import OldButton
from usecases.consultations import asked_at_the_end


async def choose(update: Update, context: Context) -> None:
    """One a week, up to three, or only questions."""
    (number,) = tapped(context, 1)
    if number >= len(NUMBERS):
        raise OldButton
    context.turn.broadcasts_changed = True
    tx, world, person = context.tx, context.world, context.person
    show(context, await asked_at_the_end.choose_weekly(tx, world, person, NUMBERS[number]))
