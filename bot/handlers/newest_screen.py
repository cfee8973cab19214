"""Words typed at the newest screen with buttons: the beginning of a label, yes, no or cancel."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.buttons import typed_label
from bot.handlers.reply import localiser
from content.typed_words import asks_to_be_forgotten, begins, folded, gives_up, yes_or_no
from engagement.consultations.survey import SHORTEST_BEGINNING
from usecases.conversation.shown import Shown
from usecases.conversation.typed_words import FORGETTING

ASKED_FOR = ("language", "consultations")
"""Topics of screens that ask for a choice between a few buttons."""
_YES = ("button-forget-yes", "button-answer-now")
_NO = ("button-forget-no", "button-forget-stay", "button-later")


def newest_with_buttons(context: Context) -> Shown | None:
    """The newest message of this chat that has buttons."""
    with_buttons = [s for s in context.turn.shown if s.buttons]
    return max(with_buttons, key=lambda s: s.message_id, default=None)


def said_to(context: Context, shown: Shown, text: str, *, shortest: int = 1) -> str | None:
    """The data of the one button of this screen that typed words mean: its label or number, yes or
    no, or the beginning of its label in whole words, of at least ``shortest`` letters."""
    found = typed_label(context, text, topic=shown.topic)
    if found is not None:
        return found
    say = localiser(context)
    said = False if gives_up(text) else yes_or_no(text)
    if said is not None:
        named = [say.plain(key) for key in (_YES if said else _NO)]
        return next((shown.buttons[label] for label in named if label in shown.buttons), None)
    begun = [data for label, data in shown.buttons.items() if begins(text, label)]
    return begun[0] if len(begun) == 1 and len(folded(text)) >= shortest else None


def said_of_forgetting(context: Context, text: str) -> str | None:
    """The button that words typed at the question of /forget press; None for words that decide
    nothing."""
    newest = newest_with_buttons(context)
    if newest is None or newest.topic != FORGETTING:
        return None
    if asks_to_be_forgotten(text):
        return newest.buttons.get(localiser(context).plain("button-forget-yes"))
    return said_to(context, newest, text)


def said_of_newest(context: Context, text: str, *, below: str) -> str | None:
    """The button that words typed at another newest screen press, if that screen asks for a choice
    and is newer than the one with the topic ``below``, which waits for words."""
    newest = newest_with_buttons(context)
    if newest is None or newest.topic not in ASKED_FOR:
        return None
    waits = max((s.message_id for s in context.turn.shown if s.topic == below), default=0)
    if newest.message_id <= waits:
        return None
    return said_to(context, newest, text, shortest=SHORTEST_BEGINNING)
