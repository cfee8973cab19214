"""A location that somebody shares: while they choose a ward, or as the answer to a question."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.reply import show
from content.schema.consultation import QuestionKind
from engagement.errors import NoPlaceNeeded
from engagement.people.redaction import LIVE
from usecases.consultations import places, voice_answers
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people import choose_ward, join


async def location(update: Update, context: Context) -> None:
    """Find the ward at a shared location, or take it as an answer. Raises NoPlaceNeeded if neither
    a ward nor a place is asked for."""
    message = update.effective_message
    place = message.location if message is not None else None
    waits = await waiting_for(context.tx, context.world, context.person)
    asked = waits.question
    if message and place and asked is not None and asked.kind is QuestionKind.PLACE:
        if waits.learning:
            # They haven't read yet which place is asked for, and that it isn't their home.
            tx, world, person = context.tx, context.world, context.person
            show(context, await voice_answers.ask_again(tx, world, person, waits.slug))
            return
        done = await places.send_here(
            context.tx,
            context.world,
            context.person,
            waits.slug,
            latitude=place.latitude,
            longitude=place.longitude,
            moves=message.api_kwargs.get(LIVE) is True,
        )
        await show_on(context, done)
        return
    if place is None or waits.what not in (Waiting.JOINING, Waiting.OTHER_WARD):
        raise NoPlaceNeeded
    act = join.take_location if waits.what is Waiting.JOINING else choose_ward.take_location
    show(context, act(context.world, context.person, place.latitude, place.longitude))
