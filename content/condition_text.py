"""Conditions as authors write them."""

from __future__ import annotations

from functools import cache

from content.conditions import Condition, Test, test_of

EXPECTED = "a condition is expected, such as ${rating} < 3 or selected(${help}, 'lamps')"


@cache
def parsed(text: str) -> Condition:
    """The condition that this text says. Raises ValueError with the place where it can't be read.

    Each text is read once in a process: there are as many as the council's files hold.
    """
    # Most councils' files hold no condition, and then its reader isn't loaded.
    from content.condition_grammar import CannotBeRead, condition_in

    try:
        return condition_in(text)
    except CannotBeRead as error:
        raise ValueError(f"{EXPECTED}; it can't be read from character {error.at} on") from error


@cache
def tested(text: str) -> Test:
    """The function that says whether the condition in this text is true. Raises ValueError."""
    return test_of(parsed(text))
