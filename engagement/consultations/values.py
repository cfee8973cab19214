"""The values that answers have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """An answer in somebody's own voice that nobody has written down yet, by the note's number.
    ``is_lost``: it could not be had, so that it is no answer any more."""

    number: int
    is_lost: bool = False

    def __str__(self) -> str:
        """No words: wherever an answer's words are looked for, there are none."""
        return ""


def is_lost(value: object) -> bool:
    """Whether this answer is a voice note that could not be had."""
    return isinstance(value, VoiceNote) and value.is_lost


Value = str | int | tuple[str, ...] | VoiceNote
"""An option's key (single), keys in the question's order (several) or in the resident's (ranking),
a whole number (scale, number), a day such as ``2022-10-01`` (date), a rounded point such as
``51.638,-0.828`` or the code of a ward (place), text, or a voice note in place of a text."""
