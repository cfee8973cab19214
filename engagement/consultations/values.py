"""The values that answers have."""

from __future__ import annotations

Value = str | int | tuple[str, ...]
"""An option's key (single), keys in the question's order (several) or in the resident's (ranking),
a whole number (scale, number), a day such as ``2022-10-01`` (date), a rounded point such as
``51.638,-0.828`` or the code of a ward (place), or text."""
