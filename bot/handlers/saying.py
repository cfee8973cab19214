"""What handlers share: the tapped numbers, the words of the speaker, and showing a value."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from bot.context import Context
from bot.screens import numbers_in
from bot.views.here import view
from bot.views.spoken import Spoken
from engagement.errors import OldButton

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def spoken(context: Context) -> Spoken:
    """The words in the speaker's language."""
    return Spoken(context.words, context.person.language, context.world)


def show(context: Context, value: Any) -> None:
    """Say a reply value the usual way."""
    context.reply(view(spoken(context), value))


def tapped(context: Context, count: int) -> tuple[int, ...]:
    """The ``count`` numbers a button carried. A button is a hint, never a permission.

    Raises OldButton for data we never made.
    """
    try:
        numbers = numbers_in(context.turn.pressed)
    except ValueError:
        raise OldButton from None
    if len(numbers) != count or any(not 0 <= n < 1 << 31 for n in numbers):
        raise OldButton
    return numbers


def words_of(update: Update) -> str:
    """The text of a message, or nothing."""
    message = update.effective_message
    return (message.text if message else None) or ""
