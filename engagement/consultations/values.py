"""The values that answers have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """An answer in somebody's own voice that nobody has written down yet, by the note's number."""

    number: int

    def __str__(self) -> str:
        """No words: wherever an answer's words are looked for, there are none."""
        return ""


Value = str | int | tuple[str, ...] | VoiceNote
"""An option's key (single), keys in the question's order (several) or in the resident's (ranking),
a whole number (scale, number), a day such as ``2022-10-01`` (date), a rounded point such as
``51.638,-0.828`` or the code of a ward (place), text, or a voice note in place of a text."""
