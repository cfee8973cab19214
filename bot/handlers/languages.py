"""/language, and the buttons that choose a language."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped, words_of
from bot.views.command_menu import command_menu
from usecases.people import identify, language
from usecases.people.language import LanguageQuestion


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
