"""The language of branches: ``${reason} = 'safety' and ${rating} < 3``.

It is a part of XLSForm's expressions, so that a condition written here is one there too: ``${key}``
is the answer to an earlier question, a bare name is a mark of the option (only in choice_filter),
``'words'`` are an option's key or a day (``'2022-10-01'``), and ``''`` is no answer.
Source: https://xlsform.org/en/#relevant and https://docs.getodk.org/form-logic/.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

EQUAL, UNEQUAL = "=", "!="
COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    EQUAL: operator.eq,
    UNEQUAL: operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an earlier question."""

    key: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What an option is marked with under this name."""

    name: str


Side = Answer | Mark | str | int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values compared."""

    left: Side
    sign: str
    right: Side


@dataclass(frozen=True, slots=True)
class Selected:
    """Whether an option is among those chosen."""

    answer: Answer
    option: str


@dataclass(frozen=True, slots=True)
class Opposite:
    """True where the other condition is false."""

    of: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """True where every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True where at least one part is."""

    parts: tuple[Condition, ...]


Condition = Comparison | Selected | Opposite | AllOf | AnyOf
NOTHING = ""
"""What an expression reads where nothing was answered, or an option has no such mark."""
Marks = Mapping[str, str]
Test = Callable[[Mapping[str, Any], Marks | None], bool]


def answers_in(condition: Condition) -> frozenset[str]:
    """The keys of the questions whose answers a condition looks at."""
    return frozenset(part.key for part in parts_of(condition) if isinstance(part, Answer))


def parts_of(condition: Condition) -> Iterator[Condition | Side]:
    """A condition and every part of it, from the outside in."""
    yield condition
    match condition:
        case Comparison(left, _, right):
            yield from (left, right)
        case Selected(answer, _):
            yield answer
        case Opposite(of):
            yield from parts_of(of)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from parts_of(part)


def holds(condition: Condition, values: Mapping[str, Any], marks: Marks | None = None) -> bool:
    """Whether a condition is true. No answer is equal to ``''`` and neither less nor more than
    anything."""
    return test_of(condition)(values, marks)


def test_of(condition: Condition) -> Test:
    """A function that says whether this condition is true, as ``holds`` does. It is made once for a
    condition that is asked often: to look at the parts each time takes several times as long."""
    match condition:
        case AllOf(parts):
            tests = tuple(test_of(part) for part in parts)
            return lambda values, marks: all(test(values, marks) for test in tests)
        case AnyOf(parts):
            tests = tuple(test_of(part) for part in parts)
            return lambda values, marks: any(test(values, marks) for test in tests)
        case Opposite(of):
            test = test_of(of)
            return lambda values, marks: not test(values, marks)
        case Selected(answer, option):
            return _is_selected(answer.key, option)
        case Comparison(left, sign, right):
            one, other = _reader(left), _reader(right)
            return lambda values, marks: _compared(one(values, marks), sign, other(values, marks))


def _is_selected(key: str, option: str) -> Test:
    def is_selected(values: Mapping[str, Any], _: Marks | None) -> bool:
        value = values.get(key, NOTHING)
        return option in value if isinstance(value, tuple) else bool(value == option)

    return is_selected


def _compared(left: Any, sign: str, right: Any) -> bool:
    if sign in (EQUAL, UNEQUAL):
        return COMPARED[sign](left, right)
    if NOTHING in (left, right) or type(left) is not type(right) or isinstance(left, tuple):
        return False
    return COMPARED[sign](left, right)


def _reader(side: Side) -> Callable[[Mapping[str, Any], Marks | None], Any]:
    match side:
        case Answer(key):
            return lambda values, _: values.get(key, NOTHING)
        case Mark(name):
            return lambda _, marks: (marks or {}).get(name, NOTHING)
        case _:
            return lambda _, __: side
