"""/mydata: everything we hold about the person who asks."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.screens import numbers_in
from bot.views import voice_notes as views
from usecases.consultations import voice_answers
from usecases.operations import my_data


async def send(update: Update, context: Context) -> None:
    """/mydata."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await my_data.my_data(tx, world, person))
    own = await voice_answers.own_notes(tx, world, person)
    if own.sounds:
        show(context, own)


async def send_voices(update: Update, context: Context) -> None:
    """The voice notes that we hold of somebody go back to them, a turn at a time."""
    (after,) = tapped(context, 1) if numbers_in(context.turn.pressed) else (0,)
    tx, world, person = context.tx, context.world, context.person
    found = await voice_answers.own_notes(tx, world, person, after=after)
    context.reply(*views.own_notes(localiser(context), found))
