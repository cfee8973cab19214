"""Postcodes in what people type: each replaced by its ward's code, or by a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from uk_postcodes_parsing import parse

from content.typed_words import in_plain_digits

UNKNOWN_PLACE = "unknown"
MALFORMED_PLACE = "malformed"
OUTSIDE_PLACE = "outsidecouncil"

# Any case, the letters O, I and L for digits, and a few signs or spaces between the two halves. A
# match counts only if it has a real digit; otherwise "hello" would be a postcode.
_POSTCODE_SHAPED = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9OoIl][0-9A-Za-z]?"
    r"[\W_]{0,4}[0-9OoIl][A-Za-z]{1,2}(?![A-Za-z0-9])"
)
_ONLY_ONE = re.compile(r"[\W_]*(?:[A-Za-z0-9][\W_]{0,3}){5,7}")
"""Five to seven letters and digits and nothing else, however they are spaced."""
_OUTWARD_FORMS = ("A9", "A99", "AA9", "AA99", "A9A", "AA9A")
_DIGITS = {"O": "0", "I": "1", "L": "1"}
_LONGEST, _SHORTEST = 7, 5
"""The number of letters and digits in a postcode."""
_WIDEST = 20
"""The most characters over which an oddly spaced postcode may extend."""


def without_postcodes(
    text: str, ward_of: Callable[[str], str | None], *, districts: Collection[str] = ()
) -> str:
    """``text`` with every postcode-shaped part replaced by a ward code or a word: "malformed",
    "unknown" (well formed, but not in this council's list), or "outsidecouncil" if its district
    isn't one of ``districts``, those of the council's list.

    A postcode of this council is found however it is spaced, even inside other words.
    """

    def place(compact: str) -> str | None:
        """What replaces these letters and digits; None where no postcode can be read in them."""
        readings = _readings(compact.upper())
        for reading in readings:
            ward = ward_of(reading)
            if ward is not None:
                return ward
        real = [reading for reading in readings if parse(reading) is not None]
        if not real:
            return None
        known = not districts or any(reading[:-3] in districts for reading in real)
        return UNKNOWN_PLACE if known else OUTSIDE_PLACE

    def replacement(match: re.Match[str]) -> str:
        matched = match.group()
        if not re.search(r"\d", matched):
            return matched
        return place(re.sub(r"[\W_]", "", matched)) or MALFORMED_PLACE

    plain = in_plain_digits(text)
    if _ONLY_ONE.fullmatch(plain):
        found = place(re.sub(r"[\W_]", "", plain))
        if found is not None:
            return found
    usual_replaced = _POSTCODE_SHAPED.sub(replacement, plain)
    all_replaced = _without_hidden(usual_replaced, ward_of)
    return text if all_replaced == plain else all_replaced


def _readings(compact: str) -> list[str]:
    """The postcodes that capital letters and digits may stand for, the exact one first: people type
    O for 0, and I or L for 1."""
    outward, inward = compact[:-3], compact[-3:]
    found = []
    for form in _OUTWARD_FORMS:
        if len(form) != len(outward):
            continue
        signs = [
            _DIGITS.get(sign, sign) if wanted == "9" else sign
            for sign, wanted in zip(compact, f"{form}9AA", strict=True)
        ]
        fits = all(
            sign.isdecimal() if wanted == "9" else sign.isalpha()
            for sign, wanted in zip(signs, f"{form}9AA", strict=True)
        )
        if fits and (any(sign.isdecimal() for sign in outward) or inward[:1].isdecimal()):
            found.append("".join(signs))
    return sorted(found, key=lambda reading: reading != compact)


def _without_hidden(text: str, ward_of: Callable[[str], str | None]) -> str:
    """Replace postcodes in runs of five to seven letters and digits, ignoring all between them."""
    signs = [(place, sign) for place, sign in enumerate(text) if sign.isascii() and sign.isalnum()]
    letters = "".join(sign for _, sign in signs)
    out, copied, at = [], 0, 0
    while at + _SHORTEST <= len(letters):
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            run = letters[at : at + length]
            begin, end = signs[at][0], signs[min(at + length, len(signs)) - 1][0] + 1
            if len(run) == length and end - begin <= _WIDEST and (ward := ward_of(run)):
                out += [text[copied:begin], " ", ward, " "]
                copied, at = end, at + length
                break
        else:
            at += 1
    return "".join([*out, text[copied:]]).strip() if out else text


def only_a_postcode(
    text: str, ward_of: Callable[[str], str | None], *, districts: Collection[str] = ()
) -> str | None:
    """What replaces a text that is only a postcode: the code of its ward, or the word for one that
    isn't in the council's list; None for any other text."""
    found = without_postcodes(text, ward_of, districts=districts).strip(" .!?,")
    is_replaced = found != text.strip(" .!?,") and re.fullmatch(r"\w+", found) is not None
    return found if is_replaced and found != MALFORMED_PLACE else None
