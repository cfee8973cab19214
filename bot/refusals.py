"""The one place that turns a refusal into a reply: a toast for a tap, a message otherwise."""

from __future__ import annotations

from datetime import date, datetime

from bot.context import Turn
from bot.screens import Screen, Toast
from bot.views import languages
from bot.views.localiser import Localiser
from bot.views.wards import ward_question
from engagement.errors import (
    HasClosed,
    NoSuchLanguage,
    NoSuchWard,
    PlaceElsewhere,
    PostcodeElsewhere,
    PostcodeMalformed,
    PostcodeOutside,
    Refusal,
    TextTakesTooMuchRoom,
    TextTooLong,
    TooManyChoices,
)
from usecases.people.choose_ward import purpose_of
from usecases.people.find_ward import Purpose, WardQuestion

_WARD_NOT_FOUND = (
    PostcodeMalformed,
    PostcodeElsewhere,
    PostcodeOutside,
    NoSuchWard,
    PlaceElsewhere,
)
NOT_KEPT = (TextTooLong, TextTakesTooMuchRoom, TooManyChoices, HasClosed)
"""Refusals that are shown even below the signposts for words of danger: an answer was not kept.
Any other would only tell somebody in danger that they were not understood."""


def refusal_reply(turn: Turn, refusal: Refusal) -> Screen | Toast:
    """The reply for a refusal. Where a ward was not found, the button to the ward list is offered;
    where a language was not found, a button for each language."""
    language = turn.person.language if turn.person else "en"
    say = Localiser(turn.words, language, turn.world)
    said = refusal.values(language)
    values = {name: _in_words(say, name, value) for name, value in said.items()}
    if turn.update.callback_query is not None:
        return Toast(say.plain(refusal.key, **values))
    text = say.html(refusal.key, **values)
    if isinstance(refusal, _WARD_NOT_FOUND):
        joined = turn.person is not None and turn.person.has_joined
        purpose = purpose_of(turn.person) if turn.person and joined else Purpose.JOIN
        asked = ward_question(say, WardQuestion(purpose=purpose))
        return Screen(text, asked.rows, asked.topic)
    if isinstance(refusal, NoSuchLanguage):
        return Screen(text, languages.buttons(say), topic="language")
    return Screen(text, topic="refusal")


def _in_words(say: Localiser, name: str, value: str | int | date) -> str | int:
    """A moment as that of a close or, where its name says so, of an opening; a date as its day."""
    if isinstance(value, datetime):
        return say.opens(value) if name == "opens" else say.closes(value)
    return say.day(value) if isinstance(value, date) else value
