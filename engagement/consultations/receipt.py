"""Receipt codes (short, easy to read aloud, drawn at random) and ids in base 36."""

from __future__ import annotations

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V: pairs people mix up when they copy by hand.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 6


def receipt_code(number: int) -> str:
    """A code like "K7Q-4MD" from a random ``number`` of at least 32 bits."""
    letters = []
    for _ in range(LENGTH):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return "".join(letters[:3]) + "-" + "".join(letters[3:])


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """A whole number, zero or more, in base 36, as ids are written in buttons and links."""
    if number < 0:
        raise ValueError("expected a whole number, zero or more")
    text = ""
    while number or not text:
        number, index = divmod(number, 36)
        text = DIGITS[index] + text
    return text
