"""Labels of chosen answers as their buttons show them: "✓ Chosen: Yes", "Number 2: More lamps"."""

from __future__ import annotations

import re
from functools import cache

from content.typed_words import apart, in_plain_digits
from content.words import Words


def label_of_chosen(text: str) -> str | None:
    """The answer's own label, where a text is that of its button once it is chosen, with the mark
    or without; None for any other text."""
    for begins in _beginnings():
        found = re.fullmatch(rf"[\W_]*{begins}\W+(?P<label>.+)", in_plain_digits(text), _HOW)
        if found is not None:
            return found["label"]
    return None


def place_alone(text: str) -> int | None:
    """The place that a text names as a ranking's buttons do, with nothing after it: "number 2"."""
    for begins in _beginnings():
        found = re.fullmatch(rf"[\W_]*{begins}\W*", in_plain_digits(text), _HOW)
        if found is not None and "place" in found.groupdict():
            return int(found["place"])
    return None


_HOW = re.IGNORECASE | re.DOTALL
_ANY = 7


@cache
def _beginnings() -> tuple[str, ...]:
    """How these labels begin in each language, as patterns."""
    words = Words()
    said = [words.plain("button-chosen", one, label="") for one in words.languages]
    said += [words.plain("button-ranked", one, label="", place=_ANY) for one in words.languages]
    parts = ((re.escape(part) for part in apart(one).split()) for one in said)
    return tuple(r"\W+".join(one).replace(str(_ANY), r"(?P<place>\d{1,2})") for one in parts)
