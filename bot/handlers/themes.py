"""/themes: the themes a resident follows."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, ticks
from usecases.plans import follow_themes


async def themes(update: Update, context: Context) -> None:
    """/themes."""
    show(context, await follow_themes.ask(context.tx, context.world, context.person))


async def tick(update: Update, context: Context) -> None:
    """Tick or untick a theme."""
    (number,), on = ticks(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await follow_themes.tick(tx, world, person, number, on=on))


async def done(update: Update, context: Context) -> None:
    """The "Done" button."""
    show(context, await follow_themes.done(context.tx, context.world, context.person))
