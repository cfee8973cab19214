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


def _compared(left: Any, sign: str, right: Any) -> bool:
    if sign in (EQUAL, UNEQUAL):
        return COMPARED[sign](left, right)
    if NOTHING in (left, right) or type(left) is not type(right) or isinstance(left, tuple):
        return False
    return COMPARED[sign](left, right)


def _value(side: Side, values: Mapping[str, Any], marks: Marks | None) -> Any:
    match side:
        case Answer(key):
            return values.get(key, NOTHING)
        case Mark(name):
            return (marks or {}).get(name, NOTHING)
        case _:
            return side
