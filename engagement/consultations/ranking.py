"""Rankings: the options in the order in which a resident taps or types them."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema.consultation import Option, Question
from engagement.errors import NotAChoice, TooManyChoices

Order = tuple[str, ...]
"""Keys of options, the most important first."""


def longest(question: Question) -> int:
    """How many options may be ranked."""
    own = sum(not option.exclusive for option in question.options)
    return own if question.max_choices is None else min(own, question.max_choices)


def ranked_next(question: Question, order: Order, option: Option) -> Order:
    """The order after a tap: the option comes next, or goes if it was there. Raises
    TooManyChoices."""
    if option.key in order:
        return tuple(key for key in order if key != option.key)
    if option.exclusive:
        return (option.key,)
    alone = {o.key for o in question.options if o.exclusive}
    kept = tuple(key for key in order if key not in alone)
    if len(kept) >= longest(question):
        raise TooManyChoices(most=longest(question))
    return (*kept, option.key)


def ranked_so(question: Question, order: Order, numbers: Sequence[int]) -> Order:
    """The order after numbers were typed: one comes next, several are the whole order. Raises
    NotAChoice for a number typed twice, and TooManyChoices."""
    if len(set(numbers)) < len(numbers):
        raise NotAChoice
    options = [question.options[number - 1] for number in numbers]
    if len(options) == 1:
        return order if options[0].key in order else ranked_next(question, order, options[0])
    found: Order = ()
    for option in options:
        if option.exclusive:
            raise NotAChoice
        found = ranked_next(question, found, option)
    return found
