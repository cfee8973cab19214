"""A location that somebody shares while they choose a ward."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show
from engagement.errors import NoPlaceNeeded
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people import choose_ward, join


async def location(update: Update, context: Context) -> None:
    """Find the ward at a shared location. Raises NoPlaceNeeded if no ward is being chosen."""
    message = update.effective_message
    place = message.location if message is not None else None
    waits = await waiting_for(context.tx, context.world, context.person)
    if place is None or waits.what not in (Waiting.JOINING, Waiting.OTHER_WARD):
        raise NoPlaceNeeded
    act = join.take_location if waits.what is Waiting.JOINING else choose_ward.take_location
    show(context, act(context.world, context.person, place.latitude, place.longitude))
