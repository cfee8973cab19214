"""/language, and the buttons with the languages' own names."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, tapped, words_of
from bot.views import languages as views
from usecases.people import identify, language
from usecases.people.language import LanguageQuestion


async def ask(update: Update, context: Context) -> None:
    """/language, alone or with a name behind it."""
    _, _, name = words_of(update).partition(" ")
    await _say(context, await language.ask(context.tx, context.world, context.person, name))


async def tap(update: Update, context: Context) -> None:
    """One of the languages."""
    (place,) = tapped(context, 1)
    await _say(context, await language.tap(context.tx, context.world, context.person, place))


async def _say(context: Context, said: object) -> None:
    if isinstance(said, LanguageQuestion):
        show(context, said)
        return
    # What comes now is said in the language just chosen.
    chat = context.person.chat_id
    context.turn.person = await identify.recognise(context.tx, context.world, chat)
    show(context, said)
    if context.person.contact is not None:
        context.reply(views.menu(context.person))
