"""Words that ask to hear what is on the screen."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed
from bot.handlers.reply import show
from bot.screens import data
from bot.views.learning import LISTEN, OF_LEARN, OF_QUESTION
from content.learning_words import asks_to_listen
from engagement.consultations.typed_labels import option_named
from usecases.consultations import learning
from usecases.conversation.typed_words import WaitingFor


async def listens(update: Update, context: Context, waits: WaitingFor, text: str) -> bool:
    """Handle words that ask to hear what is on the screen: as the button does where there is a
    recording of it. Where there are others only, that is said. An option may be called so too."""
    asked, world = waits.question, context.world
    if asked is None or not asks_to_listen(text) or option_named(asked, text) is not None:
        return False
    consultation = world.consultation(waits.slug).consultation
    code = world.loaded.consultation_codes[waits.slug]
    of_learn = waits.learning and asked.learn is not None
    if asked.learn.listen if of_learn and asked.learn else asked.listen:
        place = [question.key for question in consultation.questions].index(asked.key)
        which = OF_LEARN if of_learn else OF_QUESTION
        await press_typed(update, context, data(LISTEN, code, place, which))
        return True
    if learning.is_recorded(consultation):
        show(context, await learning.not_recorded(context.tx, world, context.person, code))
        return True
    return False
