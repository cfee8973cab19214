"""The grammar of conditions, read by lark."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from lark import Lark, Transformer, UnexpectedInput

from content.conditions import (
    AllOf,
    Answer,
    AnyOf,
    Comparison,
    Condition,
    Mark,
    Opposite,
    Selected,
)

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


class CannotBeRead(Exception):
    """A text that is not a condition. ``at`` is the character, from 1, where reading stopped."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


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


def condition_in(text: str) -> Condition:
    """The condition that this text says. Raises CannotBeRead."""
    try:
        return cast(Condition, _parser().parse(text))
    except UnexpectedInput as error:
        raise CannotBeRead(error.column if error.column > 0 else len(text) + 1) from error
