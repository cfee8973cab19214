"""A location that somebody shares: while they choose a ward, or as the answer to a question."""

from __future__ import annotations

from telegram import Location, Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.older_screens import comes_before_reading, question_replied_to
from bot.handlers.reply import show
from bot.handlers.second_place import place_just_given
from content.schema.consultation import QuestionKind
from engagement.consultations.refusals import MovingPlace
from engagement.errors import NoPlaceNeeded
from engagement.people.redaction import LIVE
from usecases.consultations import place_again, places, voice_answers
from usecases.conversation.typed_words import Waiting, WaitingFor, waiting_for
from usecases.people import choose_ward, join


async def location(update: Update, context: Context) -> None:
    """Find the ward at a shared location, or take it as an answer: to the question it replies to,
    to the open one, or in the place of one sent just before. Raises NoPlaceNeeded if neither a ward
    nor a place is asked for, and MovingPlace for a live location as an answer."""
    message = update.effective_message
    place = message.location if message is not None else None
    waits = await waiting_for(context.tx, context.world, context.person)
    moves = message is not None and message.api_kwargs.get(LIVE) is True
    if place is not None and await _answers(context, waits, place, moves=moves):
        return
    if place is None or waits.what not in (Waiting.JOINING, Waiting.OTHER_WARD):
        raise NoPlaceNeeded
    act = join.take_location if waits.what is Waiting.JOINING else choose_ward.take_location
    show(context, act(context.world, context.person, place.latitude, place.longitude))


async def _answers(context: Context, waits: WaitingFor, place: Location, *, moves: bool) -> bool:
    """Whether a location is an answer, which is taken."""
    tx, world, person = context.tx, context.world, context.person
    degrees = {"latitude": place.latitude, "longitude": place.longitude}
    replied = question_replied_to(context)
    if comes_before_reading(context, waits, replied, QuestionKind.PLACE):
        # They haven't read yet which place is asked for, and that it isn't their home.
        show(context, await voice_answers.ask_again(tx, world, person, waits.slug))
        return True
    code, at = replied or (None, None)
    if code is None and waits.question is not None and waits.question.kind is QuestionKind.PLACE:
        code = world.loaded.consultation_codes[waits.slug]
    if code is not None:
        if moves:
            raise MovingPlace
        await show_on(context, await places.send_here(tx, world, person, code, place=at, **degrees))
        return True
    if moves or waits.what not in (Waiting.QUESTION, Waiting.NOTHING):
        return False
    given = await place_just_given(context)
    if given is None:
        return False
    done = await place_again.send_again(tx, world, person, given, **degrees)
    if done is not None:
        await show_on(context, done)
    return done is not None
