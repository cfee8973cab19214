"""Labels of options as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from content.schema.consultation import Option, Question
from content.schema.question import CHOICES
from content.typed_words import as_spoken, as_written, begins, folded, gives_up, keyed, move_in
from content.yes_and_no import is_ok, is_sign, says_either, yes_or_no
from engagement.consultations.choosing import option_meant
from engagement.consultations.typed_numbers import number_and_words, numbers_in
from engagement.errors import NotAChoice

SHORTEST_BEGINNING = 4
"""Letters that the beginning of a label must have: fewer may be a word of its own, such as "no"."""
SHORTEST_IN_URDU = 3
"""Urdu writes no short vowels, so that its words have fewer letters."""
_URDU = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5]+")
_BETWEEN = re.compile(r"(\s*[,;،؛&+\n]\s*|\s+(?:and|i|oraz|a także|اور)\s+)", re.IGNORECASE)
"""What people put between several answers."""
MOST_PARTS = 24
OTHER_OPTIONS = 100
"""Other options of a scale, a number or a day have numbers from here: those below are its own."""


def option_named(question: Question, text: str, language: str = "") -> int | None:
    """The number of the option or end of the scale whose label, in any language, this is; None for
    any other text. Where a label is yes or no, every way to say that names it, but not "OK".

    Labels are compared as written first, so that "C" and "C++" differ. Raises NotAChoice for a
    label of several options, and for a no that may be a yes to a reader of ``language``.
    """
    if says_either(text, language) and _that_say(question, yes=False):
        raise NotAChoice
    ways: tuple[Callable[[str], str], ...] = (
        as_written,
        lambda t: as_written(t).casefold(),
        folded,
        keyed,
        as_spoken,
        _apart_from_numbers,
    )
    for way in ways:
        wanted = way(text)
        found = {number for number, label in _labels(question) if wanted and wanted == way(label)}
        if len(found) > 1:
            raise NotAChoice
        if found:
            return found.pop()
    copied, said = copied_line(question, text), yes_or_no(text, language)
    if copied is not None or said is None or is_ok(text):
        return copied
    meant = _that_say(question, yes=said)
    return meant.pop() if len(meant) == 1 else None


_ORDINAL = re.compile(r"(?<=\d) ?(?:st|nd|rd|th)\b")
_BESIDE_A_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


def _apart_from_numbers(text: str) -> str:
    """Text for comparing where people put a space beside a number or none, or say "3rd May" for "3
    May"."""
    return _BESIDE_A_NUMBER.sub(" ", _ORDINAL.sub("", as_spoken(text)))


def asks_yes_or_no(question: Question) -> bool:
    """Whether the answers to choose from are a yes and a no, and perhaps others."""
    return all(_that_say(question, yes=yes) for yes in (True, False))


def is_no_answer(question: Question, text: str) -> bool:
    """Whether words are none of a question's options, nor a sign or an "OK" where it is answered
    with yes or no."""
    agrees = asks_yes_or_no(question) and (is_ok(text) or is_sign(text))
    return not agrees and option_named(question, text) is None


def _that_say(question: Question, *, yes: bool) -> set[int]:
    """The numbers of the options whose label only says yes, or no."""
    return {number for number, label in _labels(question) if yes_or_no(label) is yes}


def may_begin_a_label(text: str) -> bool:
    """Whether these words have enough letters to mean a label that begins with them, and no meaning
    of their own if they are short."""
    length = len(folded(text))
    if length >= SHORTEST_BEGINNING:
        return True
    is_urdu = length == SHORTEST_IN_URDU and _URDU.fullmatch(folded(text)) is not None
    return is_urdu and yes_or_no(text) is None and move_in(text) is None and not gives_up(text)


def option_begun(question: Question, text: str) -> int | None:
    """The number of the option or end of the scale that begins with these whole words, in any
    language; None for too few letters. Raises NotAChoice where several begin so."""
    if not may_begin_a_label(text):
        return None
    found = {number for number, label in _labels(question) if begins(text, label)}
    if len(found) > 1:
        raise NotAChoice
    return found.pop() if found else None


def options_listed(question: Question, text: str) -> tuple[int, ...]:
    """The numbers of several options named in one text, by labels, their beginnings or numbers, in
    the order they were written; empty where a part of it is none of these. A label may hold commas
    of its own: the longest that fits is taken. Raises NotAChoice for a part that fits several."""
    parts = _BETWEEN.split(text.strip())
    if not 3 <= len(parts) <= MOST_PARTS:
        return ()
    found: list[int] = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -2):
            number = option_in(question, "".join(parts[at:end]).strip())
            if number is not None:
                break
        else:
            return ()
        found.append(number)
        at = end + 1
    return tuple(found)


def option_in(question: Question, text: str) -> int | None:
    """The number of the option that one part of a text names: by its label, the beginning of that,
    or its number. Raises NotAChoice."""
    named = option_named(question, text)
    if named is not None:
        return named
    numbers = numbers_in(text)
    if len(numbers) == 1 and 1 <= numbers[0] <= len(question.options):
        return option_meant(question, numbers[0], text)
    return option_begun(question, text)


def numbered(question: Question) -> tuple[tuple[int, Option], ...]:
    """Each option with the number of its button."""
    first = 1 if question.kind in CHOICES else OTHER_OPTIONS + 1
    return tuple(enumerate(question.options, start=first))


def _labels(question: Question) -> Iterator[tuple[int, str]]:
    """Each label that may be typed, in every language, with the number it stands for: of an option,
    or of an end of the scale."""
    for number, option in numbered(question):
        yield from ((number, label) for label in option.label.root.values())
    if question.scale is not None:
        scale = question.scale
        yield from ((scale.lowest, label) for label in scale.lowest_label.root.values())
        yield from ((scale.highest, label) for label in scale.highest_label.root.values())


def copied_line(question: Question, text: str) -> int | None:
    """The option of a line copied from the screen: its number, then its label."""
    line = number_and_words(text)
    if line is None or not 1 <= line[0] <= len(question.options):
        return None
    label = question.options[line[0] - 1].label
    said = keyed(line[1])
    return line[0] if said and said in {keyed(one) for one in label.root.values()} else None
