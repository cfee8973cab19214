"""Words that are typed where a reason is asked for and that are none."""

from __future__ import annotations

from content.postcodes import is_postcode
from content.typed_words import ends_chat
from content.yes_and_no import is_ok, says_little
from engagement.consultations.typed_numbers import is_number


def is_no_reason(text: str) -> bool:
    """Whether this is nothing that residents could read as a reason: thanks, a bare yes or "ok", a
    number, a postcode, or a question."""
    return (
        is_number(text)
        or says_little(text)
        or ends_chat(text)
        or is_ok(text)
        or text.rstrip().endswith(("?", "؟"))
        or is_postcode(text)
    )
