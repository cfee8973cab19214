"""Words typed at the list of themes: numbers and names follow, "remove 2" follows no longer."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed
from bot.handlers.newest_screen import newest_with_buttons, said_to
from bot.handlers.reply import show
from bot.screens import numbers_in as data_of
from bot.views.themes import TOPIC as THEMES
from content.typed_words import BACK, asks_for_all_or_none, move_in, taken_off
from engagement.consultations.typed_numbers import numbers_in
from usecases.plans import follow_themes

DONE = "hd"
FOLLOWS = "h:"


async def answers_themes(update: Update, context: Context, text: str) -> bool:
    """Whether the themes are the newest thing in the chat, and these words choose among them.
    Raises NotAChoice."""
    newest = newest_with_buttons(context)
    if newest is None or newest.topic != THEMES or DONE not in newest.buttons.values():
        return False
    tx, world, person = context.tx, context.world, context.person
    if (off := taken_off(text)) is not None and (numbers := _meant(context, off)):
        show(context, await follow_themes.remove(tx, world, person, numbers))
    elif asks_for_all_or_none(text):
        # Who chooses none gets news about every theme.
        show(context, await follow_themes.clear(tx, world, person))
    elif numbers := _meant(context, text):
        show(context, await follow_themes.add(tx, world, person, numbers))
    elif move_in(text) not in (None, BACK):
        await press_typed(update, context, DONE)
    else:
        return False
    return True


def _meant(context: Context, text: str) -> tuple[int, ...]:
    """The numbers of the themes that a text names."""
    numbers = numbers_in(text)
    newest = newest_with_buttons(context)
    if numbers or newest is None:
        return numbers
    found = said_to(context, newest, text, sure=True)
    return data_of(found)[:1] if found is not None and found.startswith(FOLLOWS) else ()
