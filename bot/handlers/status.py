"""/status, for operators."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show
from usecases.operations import status as act


async def status(update: Update, context: Context) -> None:
    """/status: alarms, the last backup, and what is waiting."""
    show(context, await act.status(context.tx, context.world, context.person))
