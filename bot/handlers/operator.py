"""An operator's /status."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show
from usecases.operations import status as act


async def status(update: Update, context: Context) -> None:
    """/status: what is wrong, and what waits."""
    show(context, await act.status(context.tx, context.world, context.person))
