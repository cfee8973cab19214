"""Reading what there is to learn before a question, and listening, by buttons."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.reply import Handler, show, tapped
from bot.views.learning import LISTEN, TURN
from usecases.consultations import learning


async def turn(update: Update, context: Context) -> None:
    """Next or Back."""
    tx, world, person = context.tx, context.world, context.person
    await show_on(context, await learning.turn(tx, world, person, *tapped(context, 3)))


async def listen(update: Update, context: Context) -> None:
    """Send a recording, and the question again below it."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await learning.listen(tx, world, person, *tapped(context, 3)))


BUTTONS: dict[str, Handler] = {TURN: turn, LISTEN: listen}
