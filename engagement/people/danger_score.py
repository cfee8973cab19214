"""How much a text sounds like sentences of danger: the second witness beside the lists of phrases.

Each word, its parts of three and four letters and each two words in a row have a weight, learned
from sentences of both kinds (tests/cast/danger_weights.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt

from content.schema.safety import SafetyWeights

END = "."
"""Stands for the beginning, the end, and the end of each sentence of a text."""
SHORTEST, LONGEST = 3, 4
FEWEST = 30
"""What a text with fewer words, pairs and parts counts as having: one word proves little."""
WINDOW, AROUND = 30, 6
"""Words that are looked at together in a long text, and for a phrase of the lists among others."""
STEPS = {WINDOW: 15, AROUND: 2}
"""How many words further the next ones begin that are looked at together."""


@lru_cache(maxsize=4096)
def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a word, such as ``<hi`` and ``its>``, and the whole word, ``<hits>``."""
    whole = f"<{word}>"
    sizes = range(SHORTEST, min(LONGEST, len(whole)) + 1)
    found = [whole[i : i + size] for size in sizes for i in range(len(whole) - size + 1)]
    return tuple(found) if len(whole) <= LONGEST else (*found, whole)


def pairs_of(words: Sequence[str]) -> list[str]:
    """Each two words in a row, once; with ``END`` before the first and after the last."""
    between = zip([END, *words], [*words, END], strict=True)
    return [f"{a} {b}" for a, b in dict.fromkeys(between) if (a, b) != (END, END)]


def features(words: Sequence[str]) -> list[str]:
    """Everything in these words that may have points. Each word and each pair counts once."""
    parts = [part for word in dict.fromkeys(words) if word != END for part in parts_of(word)]
    return parts + pairs_of(words)


def score(weights: SafetyWeights, words: Sequence[str], window: int = WINDOW) -> float:
    """How much the most alarming ``window`` words in a row sound like danger: 0 is even odds."""
    step = STEPS[window]
    last = max(len(words) - window + step, 1)
    points = weights.of.get
    of_words = {word: sum(points(part, 0) for part in parts_of(word)) for word in {*words} - {END}}

    def scored(some: Sequence[str]) -> float:
        distinct = {*some} - {END}
        pairs = pairs_of(some)
        found = sum(len(parts_of(word)) for word in distinct) + len(pairs)
        total = sum(of_words[word] for word in distinct) + sum(points(pair, 0) for pair in pairs)
        return weights.even + total / size(found)

    return max(scored(words[begin : begin + window]) for begin in range(0, last, step))


def sentences_of(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The sentences of a text."""
    begin = 0
    for place, word in enumerate([*words, END]):
        if word == END:
            yield words[begin:place]
            begin = place + 1


def without_light(words: Sequence[str], light: frozenset[str]) -> Sequence[str]:
    """These words without the light ones they begin and end with, unless they are all light."""
    heavy = [place for place, word in enumerate(words) if word not in light and word != END]
    if not heavy:
        return words
    first, last = heavy[0], heavy[-1]
    begins, ends = words[:first], words[last + 1 :]
    begin = first if not light.isdisjoint(begins) else 0
    return words[begin : last + 1 if not light.isdisjoint(ends) else len(words)]


def size(found: int) -> float:
    """What the points of so many features are divided by, so that long texts have no more."""
    return sqrt(max(found, FEWEST))
