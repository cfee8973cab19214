"""Branches: which questions are asked, and which of their options, after the answers so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.condition_text import parsed, tested
from content.conditions import answers_in
from content.schema.consultation import Consultation, Option, Question
from engagement.consultations.values import Value


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
    counted: dict[str, Value] = {}
    return Path(tuple(_asked(consultation, values, counted)), counted)


def asked_after(consultation: Consultation, key: str, values: Mapping[str, Value]) -> str | None:
    """The key of the question asked after ``key`` with these answers, or None at the end. Those
    later still are not looked at."""
    later = consultation.questions
    place = next(n for n, question in enumerate(later) if question.key == key)
    after = {question.key for question in later[place + 1 :]}
    return next((k for k in _asked(consultation, values, {}) if k in after), None)


def _asked(
    consultation: Consultation, values: Mapping[str, Value], counted: dict[str, Value]
) -> Iterator[str]:
    """The keys of the questions that are asked, in order. The answers to them that count are added
    to ``counted`` on the way."""
    for question in consultation.questions:
        if not is_asked(question, counted):
            continue
        yield question.key
        value = values.get(question.key)
        if value is not None and _is_offered(question, counted, value):
            counted[question.key] = value


def is_asked(question: Question, values: Mapping[str, Value]) -> bool:
    """Whether a question is asked after these answers to the questions before it. Where none of its
    own options would be offered it isn't."""
    if question.relevant is not None and not tested(question.relevant)(values, None):
        return False
    return question.choice_filter is None or any(
        option.key not in question.also for option in _offered(question, values)
    )


def offered(question: Question, values: Mapping[str, Value]) -> Question:
    """The question with the options that are offered after these answers, in their order. Those of
    ``also`` always are: to disagree must be open to everybody."""
    if question.choice_filter is None:
        return question
    return question.model_copy(update={"options": tuple(_offered(question, values))})


def _offered(question: Question, values: Mapping[str, Value]) -> Iterator[Option]:
    """The options alone: a copy of the question costs ten times as much."""
    is_wanted = tested(question.choice_filter or "")
    for option in question.options:
        if option.key in question.also or is_wanted(values, option.marks):
            yield option


def _is_offered(question: Question, values: Mapping[str, Value], value: Value) -> bool:
    if question.choice_filter is None:
        return True
    chosen = value if isinstance(value, tuple) else (value,)
    return {*chosen} <= {option.key for option in _offered(question, values)}


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
    texts = (question.relevant, question.choice_filter)
    return frozenset().union(*(_answers_in(text) for text in texts if text is not None))
