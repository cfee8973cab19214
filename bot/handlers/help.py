"""/help, and the setting under it: a new message for each question."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.conversation import menu


async def help_(update: Update, context: Context) -> None:
    """/help. Somebody in danger gets no list of commands."""
    if context.turn.signposts is not None:
        return
    show(context, menu.menu(context.person))


async def new_messages(update: Update, context: Context) -> None:
    """Choose a new message for each question, or one message that is edited."""
    (wanted,) = tapped(context, 1)
    show(
        context,
        await menu.want_new_messages(context.tx, context.person, wanted=wanted == 1),
    )
