"""Which options the numbers of a text name, and which are chosen after one more."""

from __future__ import annotations

from content.schema.consultation import Option, Question
from engagement.consultations.typed_numbers import (
    first_number,
    has_digits,
    has_only_digits,
    numbers_in,
    order_is_unclear,
    out_of,
)
from engagement.errors import NotAChoice, TooManyChoices


def has_number(question: Question, number: int) -> bool:
    """Whether the question has an option, or a point on its scale, of this number."""
    if question.scale is not None:
        return question.scale.lowest <= number <= question.scale.highest
    return 1 <= number <= len(question.options)


def numbers_of(question: Question, text: str) -> tuple[int, ...]:
    """The numbers of the options (or the point on the scale) that this text names; empty where it
    has words of its own. Raises NotAChoice."""
    if question.scale is not None:
        rated = out_of(text, question.scale.highest)
        numbers = numbers_in(text, in_order=False) if rated is None else (rated,)
    else:
        numbers = tuple(option_meant(question, n, text) for n in numbers_in(text))
    if not numbers and (has_only_digits(text) or order_is_unclear(text)):
        raise NotAChoice
    if not all(has_number(question, n) for n in numbers):
        raise NotAChoice
    return numbers


def option_meant(question: Question, number: int, text: str) -> int:
    """The option that ``number`` names, in this ``text``: by a label that is that number, by the
    one label that begins with it in words, where it is in words too, otherwise by its place.

    Raises NotAChoice where it could be either: "3" where the fourth option is "3 or more", or "2"
    where the third is "Two benches".
    """
    begins: dict[int, set[int]] = {}
    in_words: set[int] = set()
    exact: dict[int, int] = {}
    for place, option in enumerate(question.options, start=1):
        for label in option.label.root.values():
            alone = numbers_in(label)
            first = first_number(label)
            if len(alone) == 1:
                exact[alone[0]] = place
            elif first is not None:
                begins.setdefault(first[0], set()).add(place)
                in_words |= {place} if first == (number, True) else set()
    if exact:
        if number not in exact:
            raise NotAChoice
        return exact[number]
    if len(in_words) == 1 and not has_digits(text):
        return in_words.pop()
    if begins.get(number, {number}) != {number}:
        raise NotAChoice
    return number


def toggled(question: Question, chosen: set[str], option: Option) -> set[str]:
    """The options chosen after this one was tapped. Raises TooManyChoices."""
    if option.key in chosen:
        return chosen - {option.key}
    if option.exclusive:
        return {option.key}
    kept = {o.key for o in question.options if o.key in chosen and not o.exclusive} | {option.key}
    if question.max_choices is not None and len(kept) > question.max_choices:
        raise TooManyChoices(most=question.max_choices)
    return kept


def ticked(question: Question, chosen: set[str]) -> tuple[str, ...]:
    """The options chosen, in the order of the question."""
    return tuple(option.key for option in question.options if option.key in chosen)
