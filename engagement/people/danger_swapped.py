"""Words of danger with two neighbouring letters in the wrong order, such as "he htis me".

In a short sentence one word may be all that speaks for danger. An unknown word that becomes a word
of the phrases when two of its neighbouring letters change places is read as that word too. Words of
which a phrase has only the beginning are nobody's meaning: too many everyday words are near one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from content.schema.safety import SafetyWeights
from engagement.people.danger_score import END
from engagement.people.danger_words import TWICE

SHORTEST = 3
"""Letters of the shortest word that is read in two ways."""
MOST_READINGS = 32
"""Ways in which one sentence is read: more have several such words, and one is enough."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """The words that are ``known`` as they are, and the ``words`` that an unknown one may be meant
    for."""

    known: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def readings(self, sentence: Sequence[str]) -> Iterator[Sequence[str]]:
        """The sentence with such words as they may be meant; nothing if it has none."""
        meant = [self._meant_by(word) for word in sentence]
        if any(meant):
            every = product(*(found or [w] for found, w in zip(meant, sentence, strict=True)))
            yield from islice(every, MOST_READINGS)

    def _meant_by(self, word: str) -> list[str]:
        if len(word) < SHORTEST or word == END or word in self.known:
            return []
        return [found for found in swaps(word) if found in self.words]


def swaps(word: str) -> list[str]:
    """The words that become this one when two neighbouring letters change places."""
    letters = range(len(word) - 1)
    found = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in letters if _differ(word, i))
    return [*dict.fromkeys(TWICE.sub(r"\1", each) for each in found)]


def swapped_of(
    speaks: Iterable[str], others: Iterable[str], weights: SafetyWeights | None
) -> Swapped:
    """What is read in two ways. ``speaks`` are the words of phrases of danger, of a beginning with
    ``*``; ``others`` are known too, and so are words that have points."""
    words = {word for word in speaks if len(word.rstrip("*")) >= SHORTEST}
    weighed = () if weights is None else weights.of
    known = {part[1:-1] for part in weighed if part.startswith("<") and part.endswith(">")}
    whole = (word for word in words if not word.endswith("*"))
    return Swapped(frozenset(known | {*others} | words), frozenset(whole))


def _differ(word: str, place: int) -> bool:
    first, second = word[place], word[place + 1]
    return first != second and first.isalpha() and second.isalpha()
