"""Under which options an answer is counted."""

from __future__ import annotations

from datetime import date

from content.schema.consultation import Question, QuestionKind
from engagement.consultations.typed_values import band_of
from engagement.consultations.values import Value, VoiceNote


def counted_options(question: Question, value: Value) -> tuple[str, ...]:
    """The keys under which an answer is counted: every option chosen, the first choice of a
    ranking, the band of a number or a day; none for own words."""
    if question.kind is QuestionKind.TEXT or isinstance(value, VoiceNote):
        return ()
    if isinstance(value, tuple):
        return value[:1] if question.kind is QuestionKind.RANKING else value
    if any(option.key == value for option in question.options):
        return (str(value),)
    if question.number is not None:
        band = band_of(question.number.bands, int(value))
    elif question.days is not None:
        band = band_of(question.days.bands, date.fromisoformat(str(value)))
    else:
        return (str(value),)
    return () if band is None else (band,)
