"""Numbers of people in commands, as staff see them elsewhere: "about 15", "fewer than 10"."""

from __future__ import annotations

from content.schema.council import Thresholds
from engagement.insight.shown_numbers import shown_number


def about(people: int, thresholds: Thresholds) -> str:
    """This number of people, guarded."""
    shown = shown_number(people, thresholds)
    return f"fewer than {shown.least}" if shown.about is None else f"about {shown.about}"
