"""Refusals of numbers, days, names and words that were typed, of texts on a reading list, and of
answers while none is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from content.schema.question import Question, QuestionKind
from content.words import full_date
from engagement.errors import NotAChoice, Refusal


class NotChosen(Refusal):
    """What is to be taken off isn't chosen."""

    key = "refusal-not-chosen"


class NotAWholeNumber(Refusal):
    """Digits that are no whole number: "3.5" or "3-4"."""

    key = "refusal-not-a-whole-number"


class OutOfRange(Refusal):
    """A number outside what the question takes. Values: lowest, highest."""

    key = "refusal-out-of-range"


class NotADay(Refusal):
    """Digits that can't be read as a day with its month and year."""

    key = "refusal-not-a-day"


class NoSuchDay(Refusal):
    """A day that isn't in the calendar, or is outside what the question takes. Values: earliest,
    latest."""

    key = "refusal-no-such-day"

    def values(self, language: str) -> Mapping[str, str | int | date]:
        """Both days with their years: the question may be about a time long ago."""
        return {
            name: full_date(value, language) if isinstance(value, date) else value
            for name, value in super().values(language).items()
        }


class NotAPlace(Refusal):
    """Words that are no place where one is asked for."""

    key = "refusal-not-a-place"


class PointOutside(Refusal):
    """A place that is in none of this council's wards. Values: council."""

    key = "refusal-point-outside"


class PostcodeNotFound(Refusal):
    """The postcode of a place isn't in this council's table. Values: council."""

    key = "refusal-postcode-not-found"


class MovingPlace(Refusal):
    """A live location: it shows where a phone is, not the place that is meant."""

    key = "refusal-moving-place"


class IsPaused(Refusal):
    """The consultation takes no answers for a while. Values: title, opens."""

    key = "refusal-is-paused"


class WasWithdrawn(Refusal):
    """The council has withdrawn the consultation. Values: title, reason."""

    key = "refusal-was-withdrawn"


class TextGone(Refusal):
    """A text that its writer has changed or deleted since it was on the list."""

    key = "refusal-text-gone"


class TranslationNeeded(Refusal):
    """A text in a language that this reader doesn't know, without a translation."""

    key = "refusal-translation-needed"


class NameTooLong(Refusal):
    """The name of a theme, or of a sender, is too long. Values: most."""

    key = "refusal-name-too-long"


class NoLongerAsked(Refusal):
    """A reply to a question that is not asked after the other answers."""

    key = "refusal-no-longer-asked"


def no_answer(question: Question) -> Refusal:
    """The refusal of words that say too little to answer this question: it asks for what fits."""
    if question.number is not None:
        return NotAWholeNumber()
    if question.kind is QuestionKind.PLACE:
        return NotAPlace()
    return NotADay() if question.days is not None else NotAChoice()


class EqualityNotAsked(Refusal):
    """The council asks nobody about themselves, or not with these questions."""

    key = "refusal-equality-not-asked"


class EqualityOwners(Refusal):
    """Something about oneself, on somebody else's phone: whoever has it could read it there."""

    key = "refusal-equality-owners"


class EqualityOver(Refusal):
    """Something about oneself, with a response that is counted already or never will be."""

    key = "refusal-equality-over"
