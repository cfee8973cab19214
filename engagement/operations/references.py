"""References of complaints and requests, as people type them."""

from __future__ import annotations

import re

COMPLAINT, REQUEST = "C", "R"
_TYPED = re.compile(r"([CR])[\s-]*([0-9A-Z]{3})[\s-]*([0-9A-Z]{3})", re.ASCII)


def reference_in(typed: str) -> str:
    """The reference that somebody typed, perhaps in small letters, without hyphens or with spaces;
    anything else as it is, in capital letters."""
    text = typed.strip().upper()
    found = _TYPED.fullmatch(text)
    return text if found is None else f"{found[1]}-{found[2]}-{found[3]}"


def is_reference(typed: str) -> bool:
    """Whether this is a reference with its hyphens or spaces, not a word such as "contact"."""
    text = typed.strip().upper()
    return _TYPED.fullmatch(text) is not None and not text.isalnum()


def is_of_request(reference: str) -> bool:
    """Whether this is the reference of a request, not of a complaint."""
    return reference.startswith(f"{REQUEST}-")
