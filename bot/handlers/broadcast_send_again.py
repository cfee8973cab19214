"""Sending a broadcast again to those it may not have reached."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.broadcasts import send_again


async def ask(update: Update, context: Context) -> None:
    """Show the author the message, and the number of people who would get it again."""
    (code,) = tapped(context, 1)
    show(context, await send_again.ask(context.tx, context.world, context.person, code))


async def not_now(update: Update, context: Context) -> None:
    """Not now: show the report again."""
    (code,) = tapped(context, 1)
    show(context, await send_again.leave(context.tx, context.world, context.person, code))


async def yes(update: Update, context: Context) -> None:
    """Send it again to those it may not have reached."""
    (code,) = tapped(context, 1)
    context.turn.broadcasts_changed = True
    show(context, await send_again.yes(context.tx, context.world, context.person, code))
