"""In which of our languages a text may be written, by its letters alone.

What staff write has no language of its own: most write English, some Urdu or Polish.
"""

from __future__ import annotations

import re
import unicodedata

_POLISH = re.compile(r"[ąćęłńśźż]", re.IGNORECASE)
"""Letters that neither English nor Urdu has. An English text may have a Polish name or two."""
POLISH_WORDS = 5
"""One word in so many has such a letter in a Polish text of any length."""


def may_be_in(text: str, language: str) -> bool:
    """Whether this text may be in this language. Most of its letters decide, and a text without
    letters is in any; between English and Polish, how many words have Polish letters."""
    letters = [unicodedata.bidirectional(s) == "AL" for s in text if s.isalpha()]
    if not letters:
        return True
    is_urdu = 2 * sum(letters) > len(letters)
    if language == "pl":
        words = text.split()
        polish = sum(1 for word in words if _POLISH.search(word))
        return not is_urdu and POLISH_WORDS * polish >= len(words)
    return is_urdu if language == "ur" else language == "en" and not is_urdu
