"""Whether a text holds words of danger, in any of our languages."""

from __future__ import annotations

from functools import cache

from content.safety_words import safety_weights, safety_words
from engagement.people.danger import Lexicon, lexicon_of

MARK = "wardmote_danger"
"""What we add to a stored message that holds words of danger, always true."""


@cache
def lexicon() -> Lexicon:
    """The words of danger of every language."""
    return lexicon_of(safety_words(), safety_weights())


def holds_danger(text: str) -> bool:
    """Whether a text holds words of danger."""
    return lexicon().is_danger(text)
