"""Numbers of people in commands, as staff see them elsewhere: "about 15", "fewer than 10"."""

from __future__ import annotations

from content.schema.council import Thresholds
from engagement.insight.shown_numbers import ShownNumber, shown_number


def about(people: int, thresholds: Thresholds) -> str:
    """This number of people, guarded."""
    return in_words(shown_number(people, thresholds))


def messages(count: int) -> str:
    """How many messages of people wait: each may be of another person. Where no council's files are
    read, by the usual thresholds."""
    return "none" if count == 0 else about(count, Thresholds())


def in_words(number: ShownNumber) -> str:
    """A number of people as it may be shown: "about 15", "up to about 15", "fewer than 10"."""
    if number.about is None:
        return f"fewer than {number.least}"
    return f"up to about {number.about}" if number.up_to else f"about {number.about}"
