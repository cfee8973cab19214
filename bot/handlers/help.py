"""/help, and the setting under it: a new message for each question."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.conversation import menu, safety
from usecases.people import guests


async def help_(update: Update, context: Context) -> None:
    """/help. Somebody in danger gets no list of commands."""
    if context.turn.signposts is not None:
        return
    again = await safety.again(context.tx, context.world, context.person)
    tx, world, person = context.tx, context.world, context.person
    guest = guests.here(world, person)
    show(context, again or guest or await menu.menu(tx, world, person))


async def new_messages(update: Update, context: Context) -> None:
    """Choose a new message for each question, or one message that is edited."""
    (wanted,) = tapped(context, 1)
    show(
        context,
        await menu.want_new_messages(context.tx, context.world, context.person, wanted=wanted == 1),
    )
