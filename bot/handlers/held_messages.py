"""/held, for the monitoring officer: what waits because of an election."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.broadcasts import election_hold


async def held(update: Update, context: Context) -> None:
    """/held: the list."""
    show(context, await election_hold.waiting(context.tx, context.world, context.person))


async def show_one(update: Update, context: Context) -> None:
    """One message that waits."""
    (code,) = tapped(context, 1)
    show(context, await election_hold.show(context.tx, context.world, context.person, code))


async def decide(update: Update, context: Context) -> None:
    """Release or drop it."""
    code, release = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    context.turn.broadcasts_changed = True
    show(context, await election_hold.decide(tx, world, person, code, release=bool(release)))
