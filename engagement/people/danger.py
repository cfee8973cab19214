"""Words of danger: whether a text sounds as if somebody is being hurt or may die.

Lists of phrases are compared with the text's words. They miss some, and find some that mean
nothing; docs/safety.md has the rates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from content.schema.safety import SafetyWords

END = "."
"""Stands for the end of a sentence: no gap goes over it."""
TAKEN_OUT = "\0"
ANY = "*"

_SAME_LETTER = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ھ": "ہ", "ۃ": "ہ", "ں": "ن", "ؤ": "و",
     "ئ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ۓ": "ے", "ł": "l", "Ł": "l"}
)  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ′"))
_ENDS = re.compile(r"[.!?;:\n\r۔؟؛…]+")
_SIGNS = re.compile(r"[\W_]+")
_TWICE = re.compile(r"([a-z])\1+")

Alternative = tuple[str, ...]


def words_in(text: str) -> list[str]:
    """The words of a text for comparing, with ``END`` between sentences: no case, accents, vowel
    marks or apostrophes, one letter for each of two alike in a row."""
    found: list[str] = []
    for sentence in _ENDS.split(text):
        if found and found[-1] != END:
            found.append(END)
        found += _SIGNS.sub(" ", folded(sentence)).split()
    return found


def folded(text: str) -> str:
    """A text with its letters made alike."""
    apart = unicodedata.normalize("NFKD", text.translate(_SAME_LETTER)).translate(_APOSTROPHES)
    letters = "".join(s for s in apart if unicodedata.category(s) not in ("Mn", "Cf"))
    return _TWICE.sub(r"\1", letters.translate(_SAME_LETTER).casefold())


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place in a phrase: what may be there, whether it must, and how many words may be left
    out before it. ``words`` and ``beginnings`` are the alternatives of one word."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    longer: Mapping[str, tuple[Alternative, ...]]
    optional: bool = False
    gap: int = 0

    def ends(self, words: Sequence[str], begin: int) -> Iterator[int]:
        """Where this place ends if it begins at ``begin``."""
        word = words[begin]
        if word in self.words or word.startswith(self.beginnings):
            yield begin + 1
        for alternative in (*self.longer.get(word, ()), *self.longer.get(ANY, ())):
            end = begin + len(alternative)
            if end <= len(words) and all(map(_is, words[begin:end], alternative)):
                yield end


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases by the beginning of their first word."""

    exact: Mapping[str, tuple[tuple[_Slot, ...], ...]]
    begun: Mapping[str, tuple[tuple[_Slot, ...], ...]]

    def at(self, words: Sequence[str], place: int) -> int | None:
        """The end of the longest phrase that begins at ``place``, or None."""
        word = words[place]
        found = [*self.exact.get(word, ()), *self.begun.get(word[:2], ())]
        ends = [end for slots in found for end in _ends(slots, words, place)]
        return max(ends, default=None)

    def within(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is anywhere in these words."""
        return any(
            next(_ends(slots, words, place), None) is not None
            for place, word in enumerate(words)
            for slots in (*self.exact.get(word, ()), *self.begun.get(word[:2], ()))
        )


@dataclass(frozen=True, slots=True)
class _Language:
    danger: _Phrases
    unless_about: _Phrases
    about: _Phrases
    safe: _Phrases


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of danger of every language. People mix languages, so each text is compared with
    all of them."""

    languages: tuple[_Language, ...] = field(default=())

    def is_danger(self, text: str) -> bool:
        """Whether this text holds words of danger."""
        words = words_in(text)
        return any(_found(language, words) for language in self.languages)


def lexicon_of(every: Iterable[SafetyWords]) -> Lexicon:
    """The words of each language, ready to compare."""
    return Lexicon(
        tuple(
            _Language(
                danger=_phrases(said.danger, said.words),
                unless_about=_phrases(said.unless_about, said.words),
                about=_phrases(said.about, said.words),
                safe=_phrases(said.safe, said.words),
            )
            for said in every
        )
    )


def _found(language: _Language, words: Sequence[str]) -> bool:
    left = _without(language.safe, words)
    if language.danger.within(left):
        return True
    return language.unless_about.within(left) and not language.about.within(left)


def _without(safe: _Phrases, words: Sequence[str]) -> list[str]:
    left, place = [*words], 0
    while place < len(left):
        end = safe.at(left, place)
        if end is None:
            place += 1
        else:
            left[place:end] = [TAKEN_OUT]
            place += 1
    return left


def _phrases(phrases: Iterable[str], sets: Mapping[str, tuple[str, ...]]) -> _Phrases:
    exact: dict[str, list[tuple[_Slot, ...]]] = {}
    begun: dict[str, list[tuple[_Slot, ...]]] = {}
    for phrase in phrases:
        for slots in _beginnings(_slots(phrase, sets)):
            first = slots[0]
            for word in first.words | (first.longer.keys() - {ANY}):
                exact.setdefault(word, []).append(slots)
            begins = {*first.beginnings, *(a[0][:-1] for a in first.longer.get(ANY, ()))}
            for beginning in {begin[:2] for begin in begins}:
                begun.setdefault(beginning, []).append(slots)
    return _Phrases(
        {word: tuple(found) for word, found in exact.items()},
        {word: tuple(found) for word, found in begun.items()},
    )


def _beginnings(slots: tuple[_Slot, ...]) -> Iterator[tuple[_Slot, ...]]:
    """The phrase, and the phrase without what it may begin with."""
    yield slots
    if slots[0].optional and len(slots) > 1:
        yield from _beginnings(slots[1:])


def _slots(phrase: str, sets: Mapping[str, tuple[str, ...]]) -> tuple[_Slot, ...]:
    found: list[_Slot] = []
    gap = 0
    for item in phrase.split():
        if item.startswith("~"):
            gap = int(item[1:])
            continue
        alternatives = [*_alternatives(item.lstrip("?"), sets)]
        found.append(_slot(alternatives, optional=item.startswith("?"), gap=gap))
        gap = 0
    return tuple(found)


def _slot(alternatives: Iterable[Alternative], *, optional: bool, gap: int) -> _Slot:
    words, beginnings = set(), set()
    longer: dict[str, list[Alternative]] = {}
    for alternative in alternatives:
        first = alternative[0]
        if len(alternative) > 1:
            longer.setdefault(ANY if first.endswith("*") else first, []).append(alternative)
        elif first.endswith("*"):
            beginnings.add(first[:-1])
        else:
            words.add(first)
    return _Slot(
        frozenset(words),
        tuple(beginnings),
        {first: tuple(found) for first, found in longer.items()},
        optional,
        gap,
    )


def _alternatives(item: str, sets: Mapping[str, tuple[str, ...]]) -> Iterator[Alternative]:
    for said in item.split("|"):
        parts = [_part(part, sets) for part in said.split("_")]
        for chosen in product(*parts):
            yield tuple(word for part in chosen for word in part)


def _part(part: str, sets: Mapping[str, tuple[str, ...]]) -> list[Alternative]:
    """One word, or everything in the set that is named."""
    if not part.startswith("@"):
        return [(_pattern(part),)]
    return [
        a for line in sets[part[1:]] for item in line.split() for a in _alternatives(item, sets)
    ]


def _pattern(word: str) -> str:
    begins = word.endswith("*")
    plain = _SIGNS.sub("", folded(word.rstrip("*")))
    return plain + "*" if begins else plain


def _ends(slots: Sequence[_Slot], words: Sequence[str], place: int) -> Iterator[int]:
    """Where these slots end if the first of them begins at ``place``, or up to its gap later."""
    if not slots:
        yield place
        return
    slot, rest = slots[0], slots[1:]
    if slot.optional:
        yield from _ends(rest, words, place)
    for begin in range(place, min(place + slot.gap + 1, len(words))):
        for end in slot.ends(words, begin):
            yield from _ends(rest, words, end)
        if words[begin] in (END, TAKEN_OUT):
            return


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
