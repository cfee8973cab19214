"""Branches that lead nowhere: a question asked of nobody, an option that is never offered.

Each answer that a condition looks at is tried. Where it looks at a day or at several choices, or at
too many answers together, nothing is said.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from math import prod

from content.branch_problems import BranchProblem
from content.condition_text import parsed
from content.conditions import NOTHING, Condition, answers_in, parts_of, test_of
from content.schema.consultation import Consultation, Option, Question, QuestionKind

MOST_TRIED = 5_000
FEWEST_OPTIONS = 2
"""With fewer to choose from it isn't a question."""

Answers = Mapping[str, str | int]


def never_reached(consultation: Consultation) -> Iterator[BranchProblem]:
    """Questions that nobody is asked, and options that nobody is offered. The conditions are
    expected to be without other problems."""
    for question in consultation.questions:
        if question.relevant is not None:
            condition = parsed(question.relevant)
            tried, is_so = _tried(consultation, condition), test_of(condition)
            if tried is not None and not any(is_so(given, None) for given in tried):
                yield BranchProblem(
                    question,
                    "relevant",
                    "expected a condition that some answers fulfil: nobody would be asked this",
                )
        if question.choice_filter is not None:
            condition = parsed(question.choice_filter)
            tried, is_so = _tried(consultation, condition), test_of(condition)
            for option in _own(question):
                if tried is not None and not any(is_so(given, option.marks) for given in tried):
                    yield BranchProblem(
                        question,
                        "choice_filter",
                        f"expected every option to be offered after some answers: "
                        f"{option.key} never is. Are its marks right?",
                    )


def too_few_offered(consultation: Consultation) -> Iterator[str]:
    """Who is left without a choice by a filter that looks at one question."""
    for question in consultation.questions:
        if question.choice_filter is None:
            continue
        condition = parsed(question.choice_filter)
        tried, is_so = _tried(consultation, condition), test_of(condition)
        if tried is None or len(answers_in(condition)) != 1:
            continue
        answered = [given for given in tried if NOTHING not in given.values()]
        for option in _own(question):
            if not any(is_so(given, option.marks) for given in answered):
                yield (
                    f"{consultation.slug}: {option.key} of {question.key} is offered only to "
                    f"who skips {next(iter(answers_in(condition)))}. Are its marks right?"
                )
        for given in tried:
            offered = sum(is_so(given, option.marks) for option in _own(question))
            if offered < FEWEST_OPTIONS:
                ((key, value),) = given.items()
                who = f"skips {key}" if value == NOTHING else f"answers {key} with {value}"
                rest = "isn't asked it" if offered == 0 else "has no choice"
                yield (
                    f"{consultation.slug}: who {who} is offered {offered} of the "
                    f"{len(_own(question))} options of {question.key}, and {rest}"
                )


def _own(question: Question) -> tuple[Option, ...]:
    """The options the author wrote: those of ``also`` are always offered."""
    return tuple(option for option in question.options if option.key not in question.also)


def _tried(consultation: Consultation, condition: Condition) -> tuple[Answers, ...] | None:
    """Answers to try a condition with; None where they can't be listed."""
    keys = sorted(answers_in(condition))
    numbers = [part for part in parts_of(condition) if isinstance(part, int)]
    found = [_values(consultation.question(key), numbers) for key in keys]
    listed = [values for values in found if values is not None]
    if len(listed) < len(found) or prod(map(len, listed)) > MOST_TRIED:
        return None
    return tuple(dict(zip(keys, values, strict=True)) for values in itertools.product(*listed))


def _values(question: Question, near: list[int]) -> tuple[str | int, ...] | None:
    """The answers to a question, with one on each side of the numbers that matter."""
    values: list[str | int] = [option.key for option in question.options]
    match question.kind:
        case QuestionKind.SINGLE:
            pass
        case QuestionKind.SCALE if question.scale is not None:
            values += range(question.scale.lowest, question.scale.highest + 1)
        case QuestionKind.NUMBER if question.number is not None:
            low, high = question.number.lowest, question.number.highest
            around = {low, high, *(n + step for n in near for step in (-1, 0, 1))}
            values += sorted(n for n in around if low <= n <= high)
        case _:
            return None
    if not (question.needs_answer and question.relevant is None):
        values.append(NOTHING)
    return tuple(values)
