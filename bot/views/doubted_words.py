"""Asks whether words are for what waits further up in the chat."""

from __future__ import annotations

from collections.abc import Mapping

from bot.screens import Button, Screen, data
from bot.views.localiser import Localiser
from bot.views.questions import shortened
from content.words import Html
from usecases.conversation.doubted_words import DoubtedWords
from usecases.conversation.typed_words import Waiting

TOPIC = "doubted"
_ASKS: Mapping[Waiting, str] = {
    Waiting.BROADCAST: "doubted-broadcast",
    Waiting.COMPLAINT: "doubted-complaint",
    Waiting.OUTCOME: "doubted-outcome",
    Waiting.REQUEST: "doubted-request",
    Waiting.READING: "doubted-reading",
    Waiting.SUBMISSION: "doubted-submission",
    Waiting.STOPPING: "doubted-stopping",
    Waiting.ALERT: "doubted-alert",
}


def doubted(say: Localiser, asked: DoubtedWords) -> Screen:
    """The question, the words (unless they are left out), and yes or no."""
    lines = [say.html(_ASKS[asked.what])]
    if asked.text:
        lines.append(say.html("offered-words", text=shortened(asked.text)))
    yes = Button(say.plain("button-yes"), data("ow", 1))
    no = Button(say.plain("button-no"), data("ow", 0))
    return Screen(Html("\n".join(lines)), ((yes, no),), TOPIC)
