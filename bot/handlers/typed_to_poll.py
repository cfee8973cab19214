"""Words typed at a quick poll that is the newest thing in the chat: one of its answers."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.newest_screen import newest_with_buttons
from bot.screens import numbers_in as data_of
from bot.views.polls import ANSWER, as_question
from content.typed_words import ends_chat
from engagement.consultations.choosing import option_meant
from engagement.consultations.typed_labels import option_begun, option_named
from engagement.consultations.typed_numbers import numbers_in
from usecases.conversation.shown import Shown


def said_to_poll(context: Context, text: str, *, below: str) -> str | None:
    """The button of the answer that was typed: in its own words, another way to say yes or no, its
    number, or its beginning. None for any other words, and where what waits for words, in the
    screen of the topic ``below``, is the newer one. Raises NotAChoice for words that fit several.
    """
    newest, chat = _replied_to(context) or newest_with_buttons(context), context.chat
    if newest is None or ends_chat(text):
        return None
    waits = max((chat.place(s) for s in context.turn.shown if s.topic == below), default=0)
    answers = _answers(newest)
    if not answers or (newest.topic != below and chat.place(newest) <= waits):
        return None
    question = as_question("?", tuple(label for label, _ in answers))
    language = context.person.language
    number = option_named(question, text, language)
    if number is None:
        numbers = numbers_in(text)
        is_one = len(numbers) == 1 and 1 <= numbers[0] <= len(answers)
        number = (
            option_meant(question, numbers[0], text) if is_one else option_begun(question, text)
        )
    return None if number is None else answers[number - 1][1]


def _replied_to(context: Context) -> Shown | None:
    replied_to = context.turn.parsed.replied_to
    return next((s for s in context.chat.screens if s.message_id == replied_to), None)


def _answers(shown: Shown) -> list[tuple[str, str]]:
    """The answers on this screen and their buttons, in order; PostgreSQL keeps them in none."""
    found = [(label, d) for label, d in shown.buttons.items() if d.startswith(f"{ANSWER}:")]
    found.sort(key=lambda one: data_of(one[1])[1])
    return [(label.removeprefix(f"{n} "), d) for n, (label, d) in enumerate(found, start=1)]
