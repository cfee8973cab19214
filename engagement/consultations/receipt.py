"""Receipt codes: short, easy to read aloud, and drawn at random."""

from __future__ import annotations

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V: pairs people mix up when they copy by hand.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 6


def receipt_code(number: int) -> str:
    """A code like "K7Q-4MD" from a random ``number`` of at least 32 bits."""
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters[:3]) + "-" + "".join(letters[3:])


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """A whole number, zero or more, in base 36: how ids travel in buttons and links."""
    if number < 0:
        raise ValueError("a whole number of zero or more is expected")
    text = ""
    while number or not text:
        number, place = divmod(number, 36)
        text = DIGITS[place] + text
    return text
