"""Words of danger: whether a text sounds as if somebody is being hurt or may die.

Lists of phrases are compared with the text's words, and its words and their parts are weighed
(danger_score.py); a word with two letters in the wrong order is read as both (danger_swapped.py).
Lists and weights miss some, and find some that mean nothing; docs/safety.md has the rates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, product
from typing import NamedTuple

from content.schema.safety import SafetyWeights, SafetyWords
from engagement.people.danger_score import AROUND, END, score, sentences_of, without_light
from engagement.people.danger_swapped import Swapped, swapped_of
from engagement.people.danger_words import SIGNS, folded
from engagement.people.danger_words import words_in as words_in

TAKEN_OUT = "\0"
ANY = "*"

Alternative = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """What may be in one place of a phrase: ``words`` and ``beginnings`` of one word, and longer
    alternatives by their first word."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    longer: Mapping[str, tuple[Alternative, ...]]

    def may_be_in(self, present: frozenset[str]) -> bool:
        """Whether one of these words may be here; a quick look before the slow one."""
        if not self.words.isdisjoint(present) or not self.longer.keys().isdisjoint(present):
            return True
        begins = self.beginnings
        return ANY in self.longer or any(word.startswith(begins) for word in present)

    def every_word(self) -> Iterator[str]:
        """Each word that may be here, and each beginning with ``*``."""
        yield from self.words
        yield from (f"{begins}{ANY}" for begins in self.beginnings)
        yield from chain.from_iterable(chain.from_iterable(self.longer.values()))

    def ends(self, words: Sequence[str], begin: int) -> Iterator[int]:
        """Where this place ends if it begins at ``begin``."""
        word = words[begin]
        if word in self.words or word.startswith(self.beginnings):
            yield begin + 1
        for alternative in (*self.longer.get(word, ()), *self.longer.get(ANY, ())):
            end = begin + len(alternative)
            if end <= len(words) and all(map(_is, words[begin:end], alternative)):
                yield end


class _Slot(NamedTuple):
    """One place in a phrase, whether it must be there, and how many words may be left out before
    it."""

    choice: _Choice
    optional: bool
    gap: int


_Slots = tuple[_Slot, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases by the beginning of their first word."""

    exact: Mapping[str, tuple[_Slots, ...]]
    begun: Mapping[str, tuple[_Slots, ...]]

    def at(self, words: Sequence[str], place: int) -> int | None:
        """The end of the longest phrase that begins at ``place``, or None."""
        word = words[place]
        found = [*self.exact.get(word, ()), *self.begun.get(word[:2], ())]
        ends = [end for slots in found for end in _ends(slots, words, place)]
        return max(ends, default=None)

    def is_all_of(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is all that these words say."""
        found = (*self.exact.get(words[0], ()), *self.begun.get(words[0][:2], ())) if words else ()
        return any(len(words) in _ends(slots, words, 0) for slots in found)

    def within(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is anywhere in these words."""
        present = frozenset(words)
        looked_at: dict[_Choice, bool] = {}

        def may_be(choice: _Choice) -> bool:
            if choice not in looked_at:
                looked_at[choice] = choice.may_be_in(present)
            return looked_at[choice]

        for place, word in enumerate(words):
            for phrases in (self.exact.get(word, ()), self.begun.get(word[:2], ())):
                for slots in phrases:
                    # The last place is often the rarest.
                    is_likely = all(s.optional or may_be(s.choice) for s in reversed(slots))
                    if is_likely and next(_ends(slots, words, place), None) is not None:
                        return True
        return False


@dataclass(frozen=True, slots=True)
class _Language:
    danger: _Phrases
    unless_topic: _Phrases
    topic: _Phrases
    unless_about: _Phrases
    about: _Phrases
    safe: _Phrases
    alone: _Phrases


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of danger of every language. People mix languages, so each text is compared with
    all of them. Without ``weights`` the lists decide alone."""

    languages: tuple[_Language, ...] = field(default=())
    weights: SafetyWeights | None = None
    light: frozenset[str] = frozenset()
    swapped: Swapped = field(default_factory=Swapped)

    def is_danger(self, text: str) -> bool:
        """Whether this text holds words of danger. A line may end in the middle of a sentence, so
        lines are looked at one by one and as one."""
        if self._is_call_for_help(text):
            return True
        lines = text.split("\n")
        return self._is_danger(text) or (len(lines) > 1 and self._is_danger(" ".join(lines)))

    def _is_call_for_help(self, text: str) -> bool:
        """Whether the whole text is a call for help, however short."""
        words = [word for word in words_in(text) if word != END]
        return any(one.alone.is_all_of(words) for one in self.languages)

    def _is_danger(self, text: str) -> bool:
        words = words_in(text)
        heavy = without_light(words, self.light)
        if self.weights is not None and score(self.weights, heavy) > self.weights.alone:
            return True
        return any(
            self._in(sentence) or any(map(self._in, self.swapped.readings(sentence)))
            for sentence in sentences_of(words)
        )

    def _in(self, sentence: Sequence[str]) -> bool:
        """Whether there is danger in one sentence: it sounds so, or it has a phrase and sounds at
        least a little so. Among many other words a sure phrase still counts."""
        weights = self.weights
        if weights is None:
            return self._is_sure(sentence) or self._is_likely(sentence)
        heavy = without_light(sentence, self.light)
        points = score(weights, heavy)
        if points > weights.alone:
            return True
        if score(weights, heavy, AROUND) > weights.with_phrase and self._is_sure(sentence):
            return True
        return points > weights.with_weaker and self._is_likely(sentence)

    def _is_sure(self, sentence: Sequence[str]) -> bool:
        return any(one.danger.within(_without(one.safe, sentence)) for one in self.languages)

    def _is_likely(self, sentence: Sequence[str]) -> bool:
        return any(_weaker(one, _without(one.safe, sentence)) for one in self.languages)


def lexicon_of(every: Iterable[SafetyWords], weights: SafetyWeights | None = None) -> Lexicon:
    """The words of each language, ready to compare, and the weights of words."""
    every = tuple(every)
    light = frozenset(_pattern(word) for said in every for word in said.light)
    languages = tuple(_language(said) for said in every)
    speaks = [p for one in languages for p in (one.danger, one.unless_topic, one.unless_about)]
    others = [p for one in languages for p in (one.topic, one.about, one.safe, one.alone)]
    right = {_pattern(w) for said in every for line in said.right for w in line.split("|")}
    swapped = swapped_of(_words_of(speaks), {*_words_of(others), *light, *right}, weights)
    _pattern.cache_clear()  # It is for the same words in many phrases.
    return Lexicon(languages, weights, light, swapped)


def _words_of(every: Iterable[_Phrases]) -> set[str]:
    """All words in these phrases; of those that only begin so, the beginning and ``*``."""
    phrases = chain.from_iterable((*p.exact.values(), *p.begun.values()) for p in every)
    choices = {slot.choice for slots in chain.from_iterable(phrases) for slot in slots}
    return {word for choice in choices for word in choice.every_word()}


def _language(said: SafetyWords) -> _Language:
    choices = _Choices(said.words)
    return _Language(
        danger=_phrases(said.danger, choices),
        unless_topic=_phrases(said.unless_topic, choices),
        topic=_phrases(said.topic, choices),
        unless_about=_phrases(said.unless_about, choices),
        about=_phrases(said.about, choices),
        safe=_phrases(said.safe, choices),
        alone=_phrases(said.alone, choices),
    )


def _weaker(language: _Language, sentence: Sequence[str]) -> bool:
    if language.topic.within(sentence):
        return False
    if language.unless_topic.within(sentence):
        return True
    return language.unless_about.within(sentence) and not language.about.within(sentence)


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


class _Choices:
    """The choices of one language, each made once."""

    def __init__(self, sets: Mapping[str, tuple[str, ...]]) -> None:
        self._sets = sets
        self._known: dict[str, _Choice] = {}
        self._alternatives_of: dict[str, list[Alternative]] = {}

    def choice(self, item: str) -> _Choice:
        """What ``item``, such as ``a|b_c|@name``, may be."""
        if item not in self._known:
            self._known[item] = _choice_of(self._alternatives(item))
        return self._known[item]

    def _alternatives(self, item: str) -> list[Alternative]:
        if item not in self._alternatives_of:
            found: list[Alternative] = []
            for said in item.split("|"):
                found += self._words_in_a_row(said) if "_" in said else self._part(said)
            self._alternatives_of[item] = found
        return self._alternatives_of[item]

    def _words_in_a_row(self, said: str) -> Iterator[Alternative]:
        for chosen in product(*(self._part(part) for part in said.split("_"))):
            yield tuple(chain.from_iterable(chosen))

    def _part(self, part: str) -> list[Alternative]:
        """One word, or everything in the set that is named."""
        if not part.startswith("@"):
            return [(_pattern(part),)]
        if part not in self._alternatives_of:
            items = (item for line in self._sets[part[1:]] for item in line.split())
            every = chain.from_iterable(self._alternatives(item) for item in items)
            self._alternatives_of[part] = [*every]
        return self._alternatives_of[part]


def _choice_of(alternatives: Iterable[Alternative]) -> _Choice:
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
    by_first = {first: tuple(found) for first, found in longer.items()}
    return _Choice(frozenset(words), tuple(beginnings), by_first)


def _phrases(phrases: Iterable[str], choices: _Choices) -> _Phrases:
    exact: dict[str, list[_Slots]] = {}
    begun: dict[str, list[_Slots]] = {}
    for phrase in phrases:
        for slots in _beginnings(_slots(phrase, choices)):
            first = slots[0].choice
            for word in first.words | (first.longer.keys() - {ANY}):
                exact.setdefault(word, []).append(slots)
            begins = {*first.beginnings, *(a[0][:-1] for a in first.longer.get(ANY, ()))}
            for beginning in {begin[:2] for begin in begins}:
                begun.setdefault(beginning, []).append(slots)
    return _Phrases(
        {word: tuple(found) for word, found in exact.items()},
        {word: tuple(found) for word, found in begun.items()},
    )


def _beginnings(slots: _Slots) -> Iterator[_Slots]:
    """The phrase, and the phrase without what it may begin with."""
    yield slots
    if slots[0].optional and len(slots) > 1:
        yield from _beginnings(slots[1:])


def _slots(phrase: str, choices: _Choices) -> _Slots:
    found: list[_Slot] = []
    gap = 0
    for item in phrase.split():
        if item.startswith("~"):
            gap = int(item[1:])
        else:
            found.append(_Slot(choices.choice(item.lstrip("?")), item.startswith("?"), gap))
            gap = 0
    return tuple(found)


@cache
def _pattern(word: str) -> str:
    begins = word.endswith("*")
    plain = SIGNS.sub("", folded(word.rstrip("*")))
    return plain + "*" if begins else plain


def _ends(slots: _Slots, words: Sequence[str], place: int) -> Iterator[int]:
    """Where these slots end if the first of them begins at ``place``, or up to its gap later."""
    if not slots:
        yield place
        return
    slot, rest = slots[0], slots[1:]
    if slot.optional:
        yield from _ends(rest, words, place)
    for begin in range(place, min(place + slot.gap + 1, len(words))):
        for end in slot.choice.ends(words, begin):
            yield from _ends(rest, words, end)
        if words[begin] in (END, TAKEN_OUT):
            return


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
