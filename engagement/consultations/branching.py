"""Branches: which questions are asked, and which of their options, after the answers so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.condition_text import parsed
from content.conditions import (
    COMPARED,
    EQUAL,
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
    answers_in,
)
from content.schema.consultation import Consultation, Question
from engagement.consultations.values import Value

NOTHING = ""
"""What an expression reads where nothing was answered, or an option has no such mark."""
Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Path:
    """The questions that are asked, in order, and the answers to them that count."""

    keys: tuple[str, ...]
    values: Mapping[str, Value]


def branches(consultation: Consultation) -> bool:
    """Whether an answer decides what is asked later."""
    return any(
        q.relevant is not None or q.choice_filter is not None for q in consultation.questions
    )


def path(consultation: Consultation, values: Mapping[str, Value]) -> Path:
    """The questions asked of somebody with these answers. An answer given on a branch that was left
    since, or to an option that is no longer offered, neither counts nor leads anywhere."""
    if not branches(consultation):
        return Path(tuple(q.key for q in consultation.questions), values)
    keys: list[str] = []
    counted: dict[str, Value] = {}
    for question in consultation.questions:
        if not is_asked(question, counted):
            continue
        keys.append(question.key)
        value = values.get(question.key)
        if value is not None and _is_offered(question, counted, value):
            counted[question.key] = value
    return Path(tuple(keys), counted)


def is_asked(question: Question, values: Mapping[str, Value]) -> bool:
    """Whether a question is asked after these answers to the questions before it."""
    return question.relevant is None or holds(parsed(question.relevant), values)


def offered(question: Question, values: Mapping[str, Value]) -> Question:
    """The question with the options that are offered after these answers, in their order."""
    if question.choice_filter is None:
        return question
    wanted = parsed(question.choice_filter)
    kept = tuple(o for o in question.options if holds(wanted, values, o.marks))
    return question.model_copy(update={"options": kept})


def holds(condition: Condition, values: Mapping[str, Value], marks: Marks | None = None) -> bool:
    """Whether a condition is true. No answer is equal to ``''`` and neither less nor more than
    anything."""
    match condition:
        case AllOf(parts):
            return all(holds(part, values, marks) for part in parts)
        case AnyOf(parts):
            return any(holds(part, values, marks) for part in parts)
        case Opposite(of):
            return not holds(of, values, marks)
        case Selected(answer, option):
            value = values.get(answer.key, NOTHING)
            return option in value if isinstance(value, tuple) else value == option
        case Comparison(left, sign, right):
            return _compared(_value(left, values, marks), sign, _value(right, values, marks))


def _compared(left: Value, sign: str, right: Value) -> bool:
    if sign in (EQUAL, UNEQUAL):
        return COMPARED[sign](left, right)
    if NOTHING in (left, right) or type(left) is not type(right) or isinstance(left, tuple):
        return False
    return COMPARED[sign](left, right)


def _value(side: Side, values: Mapping[str, Value], marks: Marks | None) -> Value:
    match side:
        case Answer(key):
            return values.get(key, NOTHING)
        case Mark(name):
            return (marks or {}).get(name, NOTHING)
        case _:
            return side


def _is_offered(question: Question, values: Mapping[str, Value], value: Value) -> bool:
    if question.choice_filter is None:
        return True
    chosen = value if isinstance(value, tuple) else (value,)
    return {*chosen} <= {option.key for option in offered(question, values).options}


def at_most(consultation: Consultation, key: str, values: Mapping[str, Value]) -> int:
    """How many questions somebody at ``key`` is asked at most, those before it included: a later
    one counts unless the answers before ``key`` rule it out."""
    found = path(consultation, values)
    if not branches(consultation):
        return len(found.keys)
    every = tuple(q.key for q in consultation.questions)
    known = frozenset(every[: every.index(key)])
    later = consultation.questions[len(known) + 1 :]
    before = {k: v for k, v in found.values.items() if k in known}
    may = sum(not (_looks_at(q) <= known) or is_asked(q, before) for q in later)
    return sum(k in known for k in found.keys) + 1 + may


@lru_cache(maxsize=1024)
def _answers_in(text: str) -> frozenset[str]:
    return answers_in(parsed(text))


def _looks_at(question: Question) -> frozenset[str]:
    return frozenset() if question.relevant is None else _answers_in(question.relevant)
