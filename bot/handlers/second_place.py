"""A second place, sent right under the question after the one that asked for a place."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.newest_screen import below_question
from content.schema.consultation import Question
from usecases.consultations import place_again


async def place_just_given(context: Context) -> tuple[str, Question] | None:
    """The consultation and the question that were answered with a place a moment ago, if nothing
    else is below them in the chat."""
    given = await place_again.just_given(context.tx, context.world, context.person)
    return given if given is not None and below_question(context, given[0]) is None else None


async def typed_again(context: Context, text: str) -> bool:
    """Whether words are only a postcode that puts such a place right, which is done."""
    given = await place_just_given(context)
    if given is None:
        return False
    done = await place_again.type_again(context.tx, context.world, context.person, given, text)
    if done is not None:
        await show_on(context, done)
    return done is not None
