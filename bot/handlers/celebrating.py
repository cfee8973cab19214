"""/celebrate: what has changed in a ward, as a message or as a picture."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.views.celebration_card import picture
from usecases.insight import celebrate as act


async def celebrate(update: Update, context: Context) -> None:
    """/celebrate."""
    show(context, await act.begin(context.tx, context.world, context.person))


async def more_wards(update: Update, context: Context) -> None:
    """Another page of wards."""
    (page,) = tapped(context, 1)
    show(context, await act.begin(context.tx, context.world, context.person, page))


async def choose_ward(update: Update, context: Context) -> None:
    """Choose a ward."""
    (code,) = tapped(context, 1)
    show(context, await act.choose(context.tx, context.world, context.person, code))


async def card(update: Update, context: Context) -> None:
    """The picture to share."""
    (code,) = tapped(context, 1)
    found = await act.choose(context.tx, context.world, context.person, code)
    if isinstance(found, act.Celebration) and not found.changed:
        context.reply(picture(localiser(context), found))
    else:
        show(context, found)
