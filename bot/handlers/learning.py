"""Reading what there is to learn before a question, and listening, by buttons and by words."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.reply import Handler, show, tapped
from bot.screens import data
from bot.views.learning import LISTEN, OF_LEARN, OF_QUESTION, TURN
from content.learning_words import asks_to_listen
from engagement.consultations.typed_labels import option_named
from usecases.consultations import learning
from usecases.conversation.typed_words import WaitingFor


async def turn(update: Update, context: Context) -> None:
    """Next or Back."""
    tx, world, person = context.tx, context.world, context.person
    await show_on(context, await learning.turn(tx, world, person, *tapped(context, 3)))


async def listen(update: Update, context: Context) -> None:
    """Send a recording, and the question again below it."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await learning.listen(tx, world, person, *tapped(context, 3)))


def button_said(context: Context, waits: WaitingFor, text: str) -> str | None:
    """The button of the open question that these words press: the one that reads aloud what is on
    the screen, where there is a recording of it and no option is called so."""
    asked = waits.question
    if asked is None or not asks_to_listen(text) or option_named(asked, text) is not None:
        return None
    of_learn = waits.learning and asked.learn is not None
    if not (asked.learn.listen if of_learn and asked.learn else asked.listen):
        return None
    world = context.world
    every = world.consultation(waits.slug).consultation.questions
    place = [question.key for question in every].index(asked.key)
    code = world.loaded.consultation_codes[waits.slug]
    return data(LISTEN, code, place, OF_LEARN if of_learn else OF_QUESTION)


BUTTONS: dict[str, Handler] = {TURN: turn, LISTEN: listen}
