"""Words typed at the newest screen that say yes or no to what it asks."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.asked_again import ASKS_TO_DECIDE, HOME
from bot.handlers.reply import localiser
from bot.views.questions import question_topic
from content.moved_home import says_has_moved
from content.yes_and_no import plain_yes_or_no, yes_or_no
from usecases.conversation.typed_words import WaitingFor


def said_of_home(context: Context, text: str) -> str | None:
    """The button that words about moving press below the question whether somebody's home has
    changed. Where the boundaries are new the home may be the same: "I haven't" decides nothing."""
    newest, said = context.chat.newest, says_has_moved(text)
    if said is None or newest is None or newest.topic != HOME or not context.person.has_joined:
        return None
    if not said and context.person.resident[1] not in context.world.library.wards:
        return None
    key = "button-yes" if said else "button-no"
    return newest.buttons.get(localiser(context).plain(key))


_SAYS_YES = (
    "button-yes",
    "button-poster-yes",
    "button-role-yes",
    "button-yes-reason",
    "button-close-yes",
    "button-withdraw-yes",
    "button-stop-poll-now",
)
_SAYS_NO = (
    "button-no",
    "button-none-of-these",
    "button-role-no",
    "button-postcode",
    "button-manage-no",
    "button-leave-poll",
)


def said_yes_or_no(context: Context, waits: WaitingFor, text: str) -> str | None:
    """The button of the newest message that a typed yes or no presses, if that message asks for
    one and isn't the open question, which knows itself what is an answer."""
    said = yes_or_no(text, context.person.language)
    newest = context.chat.newest
    if said is None or newest is None:
        return None
    if waits.question is not None and newest.topic == question_topic(waits.slug):
        return None
    say = localiser(context)
    labels = [say.plain(key) for key in (_SAYS_YES if said else _SAYS_NO)]
    found = next((newest.buttons[label] for label in labels if label in newest.buttons), "")
    # The age question wants its label, and what cannot be undone the word itself: "OK" is no yes.
    if found.startswith("a:"):
        return None
    decides = said and found.partition(":")[0] in ASKS_TO_DECIDE
    if decides and not plain_yes_or_no(text, context.person.language):
        return None
    return found or None
