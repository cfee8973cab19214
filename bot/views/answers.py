"""Answers and bands in the words people read."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from bot.views.localiser import Localiser
from bot.views.places import place
from content.schema.consultation import Consultation, Question, QuestionKind
from content.words import separator
from engagement.consultations.survey import Value, labels
from engagement.consultations.typed_values import band_ends
from engagement.consultations.values import VoiceNote


def in_words(say: Localiser, question: Question, value: Value) -> str:
    """An answer in the words the resident saw: options by their labels, those of a ranking with
    their rank, a day as this language writes it, a number with its unit, a place with its ward."""
    if isinstance(value, VoiceNote):
        return say.plain("voice-answer-lost" if value.is_lost else "voice-answer")
    said = labels(question, value, say.language)
    if question.kind is QuestionKind.RANKING:
        said = tuple(say.plain("ranked", place=n, label=one) for n, one in enumerate(said, 1))
    elif isinstance(value, int) and question.number is not None:
        unit = question.number.unit
        said = (f"{value} {unit.say(say.language)}" if unit is not None else str(value),)
    elif question.kind is QuestionKind.PLACE:
        said = (place(say, str(value)),)
    elif question.days is not None and said == (value,):
        said = (say.date(date.fromisoformat(said[0])),)
    return separator(say.language).join(said)


def named(say: Localiser, consultation: Consultation, question: Question) -> str:
    """A question in quotation marks; one for a reason by the question that it explains, as several
    of them may read the same."""
    text = question.text.say(say.language)
    if question.reason_for is None:
        return say.plain("question-named", question=text)
    about = consultation.question(question.reason_for).text.say(say.language)
    return say.plain("question-named-reason", question=text, about=about)


def band_label(say: Localiser, question: Question, key: str) -> str:
    """The label of a band of numbers or days: "5 to 9"."""
    if question.number is not None and question.number.bands:
        first, last = band_ends(question.number)[key]
        return str(first) if first == last else say.plain("results-band", first=first, last=last)
    if question.days is not None and question.days.bands:
        ends = [*question.days.bands, question.days.latest + timedelta(days=1)]
        after = {str(one): following for one, following in pairwise(ends)}[key]
        first_day, last_day = date.fromisoformat(key), after - timedelta(days=1)
        return say.plain("results-band-days", first=say.date(first_day), last=say.date(last_day))
    return key
