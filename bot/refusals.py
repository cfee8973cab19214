"""The one place that turns a refusal into a reply: a toast for a tap, words for words."""

from __future__ import annotations

from bot.context import Turn
from bot.screens import Screen, Toast
from bot.views import languages
from bot.views.joining import ward_question
from bot.views.spoken import Spoken
from engagement.errors import (
    NoSuchLanguage,
    NoSuchWard,
    PlaceElsewhere,
    PostcodeElsewhere,
    PostcodeMalformed,
    Refusal,
)
from usecases.people.choose_ward import purpose_of
from usecases.people.locate import Purpose, WardQuestion


def refused(turn: Turn, no: Refusal) -> Screen | Toast:
    """How this no is said. A home that was not found comes with the way to the list."""
    language = turn.person.language if turn.person else "en"
    say = Spoken(turn.words, language, turn.world)
    if turn.update.callback_query is not None:
        return Toast(say.plain(no.key, **no.values))
    text = say.html(no.key, **no.values)
    if isinstance(no, (PostcodeMalformed, PostcodeElsewhere, NoSuchWard, PlaceElsewhere)):
        joined = turn.person is not None and turn.person.has_joined
        purpose = purpose_of(turn.person) if turn.person and joined else Purpose.JOIN
        asked = ward_question(say, WardQuestion(purpose=purpose))
        return Screen(text, asked.rows, asked.topic)
    if isinstance(no, NoSuchLanguage):
        return Screen(text, languages.buttons(say), topic="language")
    return Screen(text, topic="refusal")
