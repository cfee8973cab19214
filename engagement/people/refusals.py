"""Refusals of numbers typed at a list of wards. The others are in `engagement/errors.py`."""

from __future__ import annotations

from engagement.errors import Refusal


class NumberNotListed(Refusal):
    """A number that no ward of the list has. Values: first, last."""

    key = "refusal-number-not-listed"


class NumberNotAmong(NumberNotListed):
    """The same for a list of a few wards with numbers of their own. Values: numbers."""

    key = "refusal-number-not-among"
