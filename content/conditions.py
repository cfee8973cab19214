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
from functools import cache
from typing import Any

from lark import Lark, Transformer, UnexpectedInput

GRAMMAR = r"""
    ?any: all ("or" all)+ -> any_of
        | all
    ?all: one ("and" one)+ -> all_of
        | one
    ?one: "not" "(" any ")" -> opposite
        | "(" any ")"
        | "selected" "(" answer "," words ")" -> selected
        | side OPERATOR side -> comparison
    ?side: answer | mark | words | number
    answer: "${" NAME "}"
    mark: NAME
    words: TEXT
    number: WHOLE
    NAME: /[a-z][a-z0-9_]*/
    TEXT: /'[^']*'|"[^"]*"/
    WHOLE: /-?[0-9]+/
    OPERATOR: "!=" | "<=" | ">=" | "=" | "<" | ">"
    %ignore /[ \t\n]+/
"""

EXPECTED = "a condition is expected, such as ${rating} < 3 or selected(${help}, 'lamps')"
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


class _Built(Transformer[Any, Condition]):
    """The parts of a parsed condition."""

    def any_of(self, parts: list[Condition]) -> AnyOf:
        return AnyOf(tuple(parts))

    def all_of(self, parts: list[Condition]) -> AllOf:
        return AllOf(tuple(parts))

    def opposite(self, parts: list[Condition]) -> Opposite:
        return Opposite(parts[0])

    def selected(self, parts: list[Any]) -> Selected:
        return Selected(parts[0], parts[1])

    def comparison(self, parts: list[Any]) -> Comparison:
        left, sign, right = parts
        return Comparison(left, str(sign), right)

    def answer(self, parts: list[Any]) -> Answer:
        return Answer(str(parts[0]))

    def mark(self, parts: list[Any]) -> Mark:
        return Mark(str(parts[0]))

    def words(self, parts: list[Any]) -> str:
        return str(parts[0])[1:-1]

    def number(self, parts: list[Any]) -> int:
        return int(parts[0])


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, start="any", parser="lalr", transformer=_Built())


@cache
def parsed(text: str) -> Condition:
    """The condition that this text says. Raises ValueError with the place where it can't be read.

    Each text is read once in a process: there are as many as the council's files hold.
    """
    try:
        found: Any = _parser().parse(text)
    except UnexpectedInput as error:
        at = error.column if error.column > 0 else len(text) + 1
        raise ValueError(f"{EXPECTED}; it can't be read from character {at} on") from error
    return found  # type: ignore[no-any-return]


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
