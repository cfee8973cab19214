"""The second approval of a broadcast: the request for it, and the decision."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.broadcast_message import broadcast, buttons_in_words
from bot.views.localiser import Localiser
from content.words import Html
from usecases.broadcasts.approval import ApprovalRequest, Decided


def yes_question(say: Localiser, asked: ApprovalRequest) -> Screen:
    """The message and the number of recipients, for the second person."""
    people = say.people(asked.people)
    parts = [say.html("yes-question", author=asked.author, people=people)]
    copy = broadcast(say, asked.wording)
    parts += [copy.text, *buttons_in_words(say, copy)]
    if asked.grew:
        parts.append(say.html("yes-question-grew"))
    yes = Button(say.plain("button-yes-send", people=people), data("y", asked.code, 1))
    no = Button(say.plain("button-no-send"), data("y", asked.code, 0))
    return Screen(Html("\n\n".join(parts)), ((yes,), (no,)), _yes_topic(asked.code))


def decided(say: Localiser, done: Decided) -> Screen:
    """Confirms the second person's decision to them."""
    text = (
        say.html("decided-yes", people=say.people(done.people))
        if done.said_yes
        else say.html("decided-no")
    )
    return Screen(text, topic=_yes_topic(done.code))


def _yes_topic(code: int) -> str:
    return f"y-{code}"
