"""About how long it takes to answer: worked out from the words, the taps and the texts."""

from __future__ import annotations

from math import ceil

from content.schema.consultation import Consultation
from content.schema.question import Question, QuestionKind

WORDS_A_MINUTE = 200
TAP, TEXT = 4, 25
"""Seconds for a tap, and for an answer that is typed or found on a map."""
SEVERAL = 3
"""Taps at a question where several may be chosen, Done among them."""
_TYPED = (QuestionKind.TEXT, QuestionKind.PLACE, QuestionKind.NUMBER, QuestionKind.DATE)


def minutes(consultation: Consultation, language: str = "en") -> int:
    """Whole minutes, never less than it takes by this reckoning, at least one. If the author has
    timed it, theirs, for the whole."""
    return consultation.minutes or worked_out(consultation, language)


def worked_out(consultation: Consultation, language: str = "en") -> int:
    """The same without what the author says. Everybody is counted as asked everything."""
    seconds = sum(_seconds(question, language) for question in consultation.questions)
    return max(1, ceil(seconds / 60))


def _seconds(question: Question, language: str) -> float:
    labels = [option.label.say(language) for option in question.options]
    if question.scale is not None:
        labels += [question.scale.lowest_label.say(language)]
        labels += [question.scale.highest_label.say(language)]
    learnt = [text.say(language) for text in question.learn.texts] if question.learn else []
    words = sum(len(text.split()) for text in (question.text.say(language), *labels, *learnt))
    if question.kind in _TYPED:
        answering = TEXT
    elif question.kind in (QuestionKind.SEVERAL, QuestionKind.RANKING):
        answering = TAP * SEVERAL
    else:
        answering = TAP
    if question.learn is not None:
        answering += TAP
    return words * 60 / WORDS_A_MINUTE + answering
