"""What handlers share: a button's numbers, the person's language, and replying with a value."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from telegram import Update

from bot.context import Context
from bot.screens import Toast, numbers_in
from bot.views.localiser import Localiser
from bot.views.offers import kept_beside
from bot.views.screen_for_reply import screen_for
from engagement.broadcasts.styled_text import Mark
from engagement.errors import OldButton
from usecases.broadcasts import compose, decline_reason
from usecases.consultations.typed_answers import Offer
from usecases.conversation.doubted_words import DoubtedWords
from usecases.operations.decided_elsewhere import decision_in
from usecases.people import unfinished
from usecases.people.words_of_danger import holds_danger

ANSWERS_WHY = ("yn", "yw")
"""The buttons of the question why a message was declined: any other ends it."""
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def localiser(context: Context) -> Localiser:
    """The bot's texts in this person's language."""
    person = context.person
    return Localiser(
        context.words,
        person.language,
        context.world,
        person.has_stopped,
        person.is_leaving,
        person.number_on_phone,
    )


def show(context: Context, value: Any) -> None:
    """Reply with the screen for what an act returned. Words of danger are not quoted: removing them
    from the chat would leave them in our own message."""
    if (decision := decision_in(value)) is not None:
        context.turn.decided.append(decision)
    if isinstance(value, (Offer, DoubtedWords)) and holds_danger(value.text):
        value = replace(value, text="")
    context.reply(screen_for(localiser(context), value))


def begins(kind: str, act: Handler) -> Handler:
    """``act`` begins something of this kind: what else was written and not finished is kept, and
    that is said."""

    async def begin(update: Update, context: Context) -> None:
        await act(update, context)
        say_what_is_kept(context, kind)

    return begin


async def waits_no_longer_for_a_reason(context: Context) -> None:
    """A command, or a button of another screen: what is typed after it is not why a message was
    declined."""
    if context.turn.person is not None:
        context.turn.person = await decline_reason.leave(context.tx, context.turn.person)


def say_what_is_kept(context: Context, kind: str) -> None:
    """Say what was written and not finished before something of this kind was begun."""
    kinds = unfinished.written_beside(context.person, kind)
    if kinds:
        context.reply(kept_beside(localiser(context), kinds))


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


def ticks(context: Context, count: int) -> tuple[tuple[int, ...], bool | None]:
    """The ``count`` numbers of a button that chooses or takes off, and which of these it does; None
    for a button of a former version, which doesn't say. Raises OldButton."""
    if context.turn.pressed.count(":") <= count:
        return tapped(context, count), None
    *numbers, on = tapped(context, count + 1)
    return tuple(numbers), on == 1


def page_tapped(context: Context) -> int:
    """The page that a button of a list carried; the first for a button or command without one.

    Raises OldButton for data we never made.
    """
    return tapped(context, 1)[0] if ":" in context.turn.pressed else 0


def under_it(act: Handler) -> Handler:
    """``act`` for a button under the message that is being written, as it is now. Under another, or
    where the message has changed since, the bot says so and shows it as it is now."""

    async def act_if_so(update: Update, context: Context) -> None:
        *_, key = (None, *tapped(context, context.turn.pressed.count(":")))
        if compose.is_as_shown(context.person, key):
            await act(update, context)
            return
        context.reply(Toast(localiser(context).plain("send-changed")))
        tx, world, person = context.tx, context.world, context.person
        show(context, await compose.show(tx, world, person, compose.in_hand(person)))

    return act_if_so


def words_of(update: Update) -> str:
    """The text of a message, or the caption of a file; empty where there is none."""
    message = update.effective_message
    return (message.text or message.caption if message else None) or ""


def marks_of(update: Update) -> tuple[Mark, ...]:
    """The links and styles of a text."""
    message = update.effective_message
    found = message.entities if message is not None else ()
    return tuple(Mark(str(e.type), e.offset, e.length, e.url) for e in found)
