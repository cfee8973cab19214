"""/news."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.plans import news as act


async def news(update: Update, context: Context) -> None:
    """/news."""
    show(context, await act.read(context.tx, context.world, context.person))


async def older(update: Update, context: Context) -> None:
    """Older news."""
    (page,) = tapped(context, 1)
    show(context, await act.read(context.tx, context.world, context.person, page))
