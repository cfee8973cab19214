"""The words of a text as the words of danger are compared: without case, accents and signs."""

from __future__ import annotations

import re
import unicodedata

from engagement.people.danger_score import END

_SAME_LETTER = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ھ": "ہ", "ۃ": "ہ", "ں": "ن", "ؤ": "و",
     "ئ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ۓ": "ے", "ł": "l", "Ł": "l"}
)  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ′"))
_MARKS = re.compile("['`]")
"""The apostrophes among ASCII, which has no accents to take off."""
_ENDS = re.compile(r"[.!?;:\n\r۔؟؛…]+")
SIGNS = re.compile(r"[\W_]+")
TWICE = re.compile(r"([a-z])\1+")


def words_in(text: str) -> list[str]:
    """The words of a text for comparing, with ``END`` between sentences: no case, accents, vowel
    marks or apostrophes, one letter for each of two alike in a row."""
    found: list[str] = []
    for sentence in _ENDS.split(text):
        if found and found[-1] != END:
            found.append(END)
        found += SIGNS.sub(" ", folded(sentence)).split()
    return found


def folded(text: str) -> str:
    """A text with its letters made alike."""
    if text.isascii():
        return TWICE.sub(r"\1", _MARKS.sub("", text).casefold())
    apart = unicodedata.normalize("NFKD", text.translate(_SAME_LETTER)).translate(_APOSTROPHES)
    letters = "".join(s for s in apart if unicodedata.category(s) not in ("Mn", "Cf"))
    return TWICE.sub(r"\1", letters.translate(_SAME_LETTER).casefold())
