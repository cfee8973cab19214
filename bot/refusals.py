"""The one place that turns a refusal into a reply: a toast for a tap, words for words."""

from __future__ import annotations

from bot.context import Turn
from bot.screens import Screen, Toast
from bot.views.joining import ward_question
from bot.views.spoken import Spoken
from engagement.errors import NoSuchWard, PostcodeElsewhere, PostcodeMalformed, Refusal
from usecases.place import WardQuestion


def refused(turn: Turn, no: Refusal) -> Screen | Toast:
    """How this no is said. A home that was not found comes with the way to the list."""
    language = turn.person.language if turn.person else "en"
    say = Spoken(turn.words, language, turn.world)
    if turn.update.callback_query is not None:
        return Toast(say.plain(no.key, **no.values))
    text = say.html(no.key, **no.values)
    if isinstance(no, (PostcodeMalformed, PostcodeElsewhere, NoSuchWard)):
        moving = turn.person is not None and turn.person.has_joined
        asked = ward_question(say, WardQuestion(moving=moving))
        return Screen(text, asked.rows, asked.topic)
    return Screen(text, topic="refusal")
