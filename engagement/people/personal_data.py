"""Signs of personal data in people's own words: a postcode, a phone number, an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterable

from content.typed_words import in_plain_digits

_SIGNS = {
    "postcode": re.compile(
        r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][0-9A-Za-z]?[ \t]{0,3}[0-9][A-Za-z]{2}(?![A-Za-z0-9])"
    ),
    # Nine to fifteen digits, as in 01296 382343 or +44 (0)1296-382343; a year or a date has fewer.
    # Dates have strokes: a number has only one, after its code.
    "phone": re.compile(
        r"(?<![\w+])(?:\+|00)?(?:\(?\d\)?[ ().\-\u2010-\u2013]{0,2}){9,15}(?!\w)"
        r"|(?<![\w+/])(?:\+|00)?\d{3,6} ?/ ?\d(?:[ -]?\d){4,8}(?![\w/])"
    ),
    "email": re.compile(
        r"[^\s@<>,;:()]+(?:@|\s{0,3}[(\[]\s{0,3}at\s{0,3}[)\]]\s{0,3})"
        r"[^\s@<>,;:()]+\.[^\s@<>,;:()]{2,}",
        re.IGNORECASE,
    ),
}


def signs_of_personal_data(texts: Iterable[str]) -> tuple[str, ...]:
    """Which of "postcode", "phone" and "email" any of ``texts`` seems to hold.

    A sign is a reason to read the text before it is shared; a text without one may name somebody.
    """
    every = tuple(map(in_plain_digits, texts))
    return tuple(name for name, sign in _SIGNS.items() if any(map(sign.search, every)))
