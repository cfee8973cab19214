"""The direction in which a text on a card is read, and numbers kept whole inside Urdu."""

from __future__ import annotations

import re
import unicodedata

_TO_THE_LEFT = ("R", "AL")
_LETTERS = ("L", *_TO_THE_LEFT)

_NUMBER = re.compile(
    r"""
    (?<! [A-Za-z\d.,/:@_=£€$+\u2066-\u2068-] )
    (?: [(]? [+]?\d [\d()\ -]{5,} \d (?=\D|$)    # a telephone number
      | [£€$]? \d+ (?: [.,:/–-] \d+ )* [%€£]? )  # an amount, a date, a time, from one to another
    (?! [A-Za-z\d%] )
    """,
    re.VERBOSE,
)


def reads_to_the_left(text: str, *, on_such_a_card: bool) -> bool:
    """Whether this text is read from right to left, whichever language the card is in.

    An Urdu sentence may begin or end with a street's name in Latin letters, and an English one may
    quote a word of Urdu. So most letters decide; a short text of both on an Urdu card is Urdu.
    """
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    letters = [kind in _TO_THE_LEFT for kind in kinds if kind in _LETTERS]
    if not letters:
        return on_such_a_card
    if 2 * sum(letters) > len(letters):
        return True
    return on_such_a_card and (letters[0] or letters[-1])


def with_numbers_whole(text: str) -> str:
    """A text read from right to left, with each number in it isolated and on one line.

    Next to Arabic letters the parts of "01296 382343", "£12,500" and "2022-09-30" change places.
    """
    return _NUMBER.sub(_isolated, text)


def _isolated(number: re.Match[str]) -> str:
    return "\u2066" + number[0].replace(" ", "\u00a0") + "\u2069"
