"""/mydata: everything we hold about the person who asks."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show
from usecases.operations import my_data


async def send(update: Update, context: Context) -> None:
    """/mydata."""
    show(context, await my_data.my_data(context.tx, context.world, context.person))
