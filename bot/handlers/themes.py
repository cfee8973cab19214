"""/themes: the themes a resident follows."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.plans import follow_themes


async def themes(update: Update, context: Context) -> None:
    """/themes."""
    show(context, await follow_themes.ask(context.tx, context.world, context.person))


async def tick(update: Update, context: Context) -> None:
    """Tick or untick a theme."""
    (number,) = tapped(context, 1)
    show(context, await follow_themes.tick(context.tx, context.world, context.person, number))


async def done(update: Update, context: Context) -> None:
    """The "Done" button."""
    show(context, await follow_themes.done(context.tx, context.world, context.person))
