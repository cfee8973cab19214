"""An order as people type it: "1. Jobs, 2. Health", "health 2, jobs 1", "2 then 1", "first jobs".

A number next to a label is its place. Which option a number alone means is in choosing.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from content.schema.consultation import Question
from engagement.consultations.choosing import has_number
from engagement.consultations.typed_labels import copied_line, option_in
from engagement.errors import NotAChoice

_PLACES = (
    r"first(?:ly)?|1st|po pierwsze|pierwsz[ea]|pierwszy|najpierw|پہلے|پہلا|پہلی|pehle",
    r"second(?:ly)?|2nd|po drugie|drug[ai]e?|دوسرے|دوسرا|دوسری",
    r"third(?:ly)?|3rd|po trzecie|trzeci[ae]?|تیسرے|تیسرا|تیسری",
    r"fourth(?:ly)?|4th|po czwarte|czwart[aey]|چوتھے|چوتھا|چوتھی",
)
_IN_WORDS = tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)") for words in _PLACES)
_THEN = re.compile(
    r"[\s,;،؛]*(?:(?<!\w)(?:(?:and|i|a|اور)\s+)?"
    r"(?:then|after that|afterwards|potem|następnie|później|پھر|اس کے بعد|phir)"
    r"(?!\w)|[-–—]*>|→)[\s,:]*"
)
_FIRST = re.compile(r"^\W*(?:first|najpierw|po pierwsze|پہلے|pehle)(?!\w)[\s,:]*")
_BEFORE = re.compile(r"(?:^|(?<=[\s,;،؛]))\(?(\d{1,2})\s*[.):۔=–-]*\s+(?=[^\W\d])")
_BETWEEN = re.compile(r"\s*[,;،؛\n]\s*")
_AFTER = re.compile(r"(.*[^\W\d].*?)[\s:=(–-]+(\d{1,2})\)?\W*", re.DOTALL)
_ENDS = " \t\n,;،؛.۔:"
_AND = re.compile(r"\s(?:and|i|oraz|اور)$")


def order_typed(question: Question, text: str) -> tuple[int, ...]:
    """The options of an order that is typed with its places; empty for any other text. Raises
    NotAChoice for one place alone, which may be the number of another option."""
    plain = _plain(text)
    in_turn = _THEN.split(_FIRST.sub("", plain))
    if len(in_turn) > 1:
        return _options(question, in_turn)
    for number, words in enumerate(_IN_WORDS, start=1):
        plain = words.sub(f"{number} ", plain)
    return _with_places_before(question, plain) or _with_places_after(question, plain)


def _plain(text: str) -> str:
    """In small letters and with the digits 0 to 9."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(str(unicodedata.digit(s)) if s.isdigit() else s for s in composed)


def _options(question: Question, parts: Sequence[str]) -> tuple[int, ...]:
    """The options that these parts name; empty where one of them names none."""
    found: list[int] = []
    for part in parts:
        number = option_in(question, _AND.sub("", part.strip(_ENDS)))
        if number is None or not has_number(question, number):
            return ()
        found.append(number)
    return tuple(found)


def _with_places_before(question: Question, text: str) -> tuple[int, ...]:
    found = [*_BEFORE.finditer(text)]
    if not found or text[: found[0].start()].strip(_ENDS):
        return ()
    ends = [*(match.start() for match in found[1:]), len(text)]
    labels = [text[m.end() : end] for m, end in zip(found, ends, strict=True)]
    if [int(match[1]) for match in found] != [*range(1, len(found) + 1)]:
        return ()
    options = _options(question, labels)
    if len(options) == 1 and options != (1,) and copied_line(question, text) is None:
        raise NotAChoice
    return options


def _with_places_after(question: Question, text: str) -> tuple[int, ...]:
    parts = [_AFTER.fullmatch(part) for part in _BETWEEN.split(text.strip(_ENDS))]
    by_place = {int(part[2]): part[1] for part in parts if part is not None}
    places = range(1, len(parts) + 1)
    if len(parts) < 2 or {*by_place} != {*places}:
        return ()
    return _options(question, [by_place[place] for place in places])
