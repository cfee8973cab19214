"""/language, and the buttons that choose a language."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.reply import show, tapped, words_of
from bot.views.command_menu import command_menu
from usecases.consultations import last_question
from usecases.conversation.current_screen import here
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people import identify, language
from usecases.people.language import LanguageQuestion, LanguageSet

WRITTEN_DOWN = (
    Waiting.BROADCAST,
    Waiting.COMPLAINT,
    Waiting.OUTCOME,
    Waiting.REQUEST,
    Waiting.READING,
    Waiting.SUBMISSION,
    Waiting.OTHER_WARD,
)
"""What waits for words and has a screen that can be shown again, besides a question."""


async def ask(update: Update, context: Context) -> None:
    """/language, alone or followed by a language's name."""
    _, _, name = words_of(update).partition(" ")
    await _answer(context, await language.ask(context.tx, context.world, context.person, name))


async def tap(update: Update, context: Context) -> None:
    """A language's button."""
    (place,) = tapped(context, 1)
    await _answer(context, await language.tap(context.tx, context.world, context.person, place))


async def _answer(context: Context, value: object) -> None:
    if isinstance(value, LanguageQuestion):
        show(context, value)
        return
    # The reply is in the language just chosen.
    chat = context.person.chat_id
    context.turn.person = await identify.recognise(context.tx, context.world, chat)
    show(context, value)
    if context.person.contact is not None:
        context.reply(command_menu(context.person))
    if isinstance(value, LanguageSet):
        await _show_what_waits(context)


async def _show_what_waits(context: Context) -> None:
    """Show again, in the new language, what waits for this person's answer."""
    tx, world, person = context.tx, context.world, context.person
    waits = await waiting_for(tx, world, person)
    if waits.what is Waiting.QUESTION:
        question = await last_question.show_again(tx, world, person, finished_since=world.now())
        # In a pause the question isn't shown.
        if question is not None:
            await show_on(context, question)
    elif waits.what in WRITTEN_DOWN:
        show(context, await here(tx, world, person))
