"""Problems of a consultation's branches: conditions on a later question or of another type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from content.condition_text import parsed
from content.conditions import (
    EQUAL,
    NOTHING,
    UNEQUAL,
    AllOf,
    Answer,
    AnyOf,
    Comparison,
    Condition,
    Mark,
    Opposite,
    Selected,
    Side,
)
from content.schema.consultation import Consultation, Question, QuestionKind
from content.schema.question import SEVERAL_KEYS

WHOLE_NUMBERS = (QuestionKind.SCALE, QuestionKind.NUMBER)


@dataclass(frozen=True, slots=True)
class BranchProblem:
    """What is wrong in one field of one question."""

    question: Question
    field: str
    expected: str


def branch_problems(consultation: Consultation) -> Iterator[BranchProblem]:
    """Everything in the conditions of a consultation that could never be meant."""
    earlier: dict[str, Question] = {}
    later = {question.key: question for question in consultation.questions}
    for question in consultation.questions:
        for field in ("relevant", "choice_filter"):
            text = getattr(question, field)
            if text is None:
                continue
            marks = _marks(question) if field == "choice_filter" else None
            for expected in _wrong_in(parsed(text), earlier, later, marks):
                yield BranchProblem(question, field, expected)
        earlier[question.key] = question


def _marks(question: Question) -> Mapping[str, frozenset[str]]:
    """The marks of a question's options, each with its values."""
    names = {name for option in question.options for name in option.marks}
    return {
        name: frozenset(option.marks.get(name, NOTHING) for option in question.options)
        for name in names
    }


def _wrong_in(
    condition: Condition,
    earlier: Mapping[str, Question],
    every: Mapping[str, Question],
    marks: Mapping[str, frozenset[str]] | None,
) -> Iterator[str]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _wrong_in(part, earlier, every, marks)
        case Opposite(of):
            yield from _wrong_in(of, earlier, every, marks)
        case Selected(answer, option):
            wrong = _not_earlier(answer, earlier, every)
            if wrong is not None:
                yield wrong
            elif option not in _options(earlier[answer.key]):
                yield _no_option(option, earlier[answer.key])
        case Comparison(left, sign, right):
            wrong = next(
                filter(None, (_unknown(s, earlier, every, marks) for s in (left, right))), None
            )
            yield from (
                (wrong,) if wrong is not None else _mismatch(left, sign, right, earlier, marks)
            )


def _unknown(
    side: Side,
    earlier: Mapping[str, Question],
    every: Mapping[str, Question],
    marks: Mapping[str, frozenset[str]] | None,
) -> str | None:
    match side:
        case Answer():
            return _not_earlier(side, earlier, every)
        case Mark(name):
            if marks is None:
                return (
                    f"expected words in quotes, such as '{name}': marks are only for choice_filter"
                )
            if name not in marks:
                return f"expected a mark that an option of this question has, not {name}"
    return None


def _not_earlier(
    answer: Answer, earlier: Mapping[str, Question], every: Mapping[str, Question]
) -> str | None:
    if answer.key in earlier:
        return None
    if answer.key in every:
        return f"expected a question before this one: {answer.key} is asked later, or is this one"
    return f"expected the key of a question before this one: there is no question {answer.key}"


def _mismatch(
    left: Side,
    sign: str,
    right: Side,
    earlier: Mapping[str, Question],
    marks: Mapping[str, frozenset[str]] | None,
) -> Iterator[str]:
    """What is wrong in a comparison of things that exist."""
    if not isinstance(left, Answer | Mark) and not isinstance(right, Answer | Mark):
        yield "expected an answer or a mark on one side"
        return
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Answer):
            wrong = _wrong_with(earlier[one.key], sign, other)
            if wrong is not None:
                yield wrong
                return
        values = marks[one.name] | {NOTHING} if isinstance(one, Mark) and marks else frozenset()
        if values and isinstance(other, str | int) and other not in values:
            yield f"expected a value that an option is marked with, not {other!r}"


def _wrong_with(question: Question, sign: str, other: Side) -> str | None:
    """What is wrong where the answer to a question is compared with ``other``."""
    same = sign in (EQUAL, UNEQUAL)
    if question.kind is QuestionKind.TEXT:
        # Words of danger stay out of every file. A question asked of those who wrote something
        # would show there who wrote them.
        return f"expected a question that is not in people's own words, not {question.key}"
    if other == NOTHING:
        return None if same else "expected = or != before ''"
    if (
        same
        and isinstance(other, str)
        and question.kind not in SEVERAL_KEYS
        and other in _options(question)
    ):
        return None
    match question.kind:
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            fits, expected = isinstance(other, int), "a whole number: it is answered with one"
        case QuestionKind.DATE:
            fits, expected = _is_day(other), "a day such as '2022-10-01': it is answered with one"
        case QuestionKind.PLACE:
            fits, expected = False, "= '' or != '': only whether a place was sent"
        case QuestionKind.SEVERAL | QuestionKind.RANKING:
            fits, expected = False, "selected(): several of its options may be chosen"
        case _:
            # The answer to another question may be the same option; a mark may be its key.
            fits = same and isinstance(other, Answer | Mark)
            expected = "= or != with the key of one of its options"
    return None if fits else f"expected for ${{{question.key}}} {expected}"


def _is_day(value: Side) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _options(question: Question) -> frozenset[str]:
    return frozenset(option.key for option in question.options)


def _no_option(key: str, question: Question) -> str:
    return f"expected the key of an option of {question.key}, not '{key}'"
