"""Weigh the words and parts of words that tell sentences of danger from harmless ones.

`make danger-words` learns the weights from tests/data/safety/training and writes them to
content/safety/weights.json. `make danger-rates` learns them several times, each time without some
rounds of sentences, and counts what is then missed and found in vain among those.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from content.safety_words import WEIGHTS, safety_words
from content.schema.safety import SafetyWeights
from engagement.people.danger import lexicon_of, words_in
from engagement.people.danger_score import features, size

TRAINING = Path(__file__).parents[1] / "data" / "safety" / "training"
POINTS = 10
"""Points of a weight for odds of e to 1: whole numbers are short to write."""
FEWEST = 2
"""Sentences a word, a pair or a part must be in."""
PENALTY = 20.0
"""What half the square of a weight costs, against the loss of one sentence."""
STEPS = 400
ALONE, WITH_PHRASE, WITH_WEAKER = 10, -15, -15
"""Points a text needs alone, and with a phrase of the lists: chosen with `make danger-rates`."""
FOLDS = 10
UNKNOWN_TO_THE_LISTS = ("second", "later")
"""Rounds that the lists were not worked on with."""

_Linear = Callable[[np.ndarray], np.ndarray]


class Sentence(NamedTuple):
    """One sentence to learn from, the round it was written in, and its language."""

    text: str
    danger: bool
    round: str
    language: str


def sentences(folder: Path = TRAINING) -> list[Sentence]:
    """All sentences, file by file in order."""
    return [
        Sentence(line["text"], line["danger"], line["round"], file.stem)
        for file in sorted(folder.glob("*.jsonl"))
        for line in map(json.loads, file.read_text("utf-8").splitlines())
    ]


def fingerprint(folder: Path = TRAINING) -> str:
    """Changes whenever the sentences do."""
    files = sorted(folder.glob("*.jsonl"))
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()[:16]


class _Counted(NamedTuple):
    """The features of each sentence: their numbers, sentence after sentence, each with its
    value; where each sentence begins; and how many each has."""

    columns: np.ndarray
    values: np.ndarray
    begins: np.ndarray
    lengths: np.ndarray


def learn(told: Sequence[Sentence]) -> SafetyWeights:
    """The weights of logistic regression over these sentences."""
    found = [features(words_in(one.text)) for one in told]
    often = Counter(feature for each in found for feature in set(each))
    known = sorted(feature for feature, times in often.items() if times >= FEWEST)
    rare = np.array([log(len(told) / often[feature]) ** 2 for feature in known])
    counted = _counted(found, known, rare)
    learnt, even = _fitted(counted, np.array([one.danger for one in told], float), len(known))
    points = np.rint(learnt * rare * POINTS).astype(int).tolist()
    return SafetyWeights(
        sentences=fingerprint(),
        even=round(even * POINTS, 1),
        alone=ALONE,
        with_phrase=WITH_PHRASE,
        with_weaker=WITH_WEAKER,
        of={feature: n for feature, n in zip(known, points, strict=True) if n},
    )


def _counted(found: Sequence[Sequence[str]], known: Sequence[str], rare: np.ndarray) -> _Counted:
    number = {feature: n for n, feature in enumerate(known)}
    nothing = len(known)  # a last column of value nought, so that no sentence is empty
    columns = [[*(number[f] for f in each if f in number), nothing] for each in found]
    lengths = np.array([len(each) for each in columns])
    every = np.concatenate([np.array(each) for each in columns])
    shares = np.array([1 / size(len(each)) for each in found])
    values = np.append(rare, 0)[every] * np.repeat(shares, lengths)
    return _Counted(every, values, np.append(0, np.cumsum(lengths)[:-1]), lengths)


def _fitted(counted: _Counted, aim: np.ndarray, known: int) -> tuple[np.ndarray, float]:
    """Logistic regression with a squared penalty, by accelerated gradient steps of one size, so
    that the same sentences give the same weights."""

    def margins(weights: np.ndarray) -> np.ndarray:
        added = np.add.reduceat(weights[:-1][counted.columns] * counted.values, counted.begins)
        return added + weights[-1]

    def back(rows: np.ndarray) -> np.ndarray:
        each = np.repeat(rows, counted.lengths) * counted.values
        return np.append(np.bincount(counted.columns, each, known + 1), rows.sum())

    penalty = np.append(np.full(known + 1, PENALTY), 0)
    pace = 1 / (_steepest(margins, back, known + 2) / 4 + PENALTY)
    weights = ahead = np.zeros(known + 2)
    for step in range(STEPS):
        error = 1 / (1 + np.exp(-margins(ahead))) - aim
        further = ahead - pace * (back(error) + penalty * ahead)
        ahead = further + step / (step + 3) * (further - weights)
        weights = further
    return weights[:known], float(weights[-1])


def _steepest(margins: _Linear, back: _Linear, size: int) -> float:
    """The largest eigenvalue, by repeated multiplication, and a little more."""
    vector = np.ones(size)
    for _ in range(30):
        vector = back(margins(vector / np.linalg.norm(vector)))
    return 1.05 * float(np.linalg.norm(vector))


def written(weights: SafetyWeights) -> str:
    """The weights as their file has them, one on a line."""
    return json.dumps(weights.model_dump(), ensure_ascii=False, indent=0) + "\n"


def judged(told: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Each sentence, and whether it is found to be danger with weights that were learned without
    its round."""
    rounds = sorted({one.round for one in told})
    for fold in range(FOLDS):
        left_out = rounds[fold::FOLDS]
        weights = learn([one for one in told if one.round not in left_out])
        lexicon = lexicon_of(safety_words(), weights)
        for one in told:
            if one.round in left_out:
                yield one, lexicon.is_danger(one.text)


def rates(told: Sequence[Sentence]) -> Iterator[str]:
    """A line for each language: what is missed and found in vain."""
    every = [*judged(told)]
    for name, chosen in (
        ("all rounds", every),
        ("rounds unknown to the lists", [j for j in every if j[0].round in UNKNOWN_TO_THE_LISTS]),
    ):
        for language in sorted({one.language for one in told}):
            found = Counter((o.danger, f) for o, f in chosen if o.language == language)
            missed, in_vain = found[True, False], found[False, True]
            danger, harmless = missed + found[True, True], in_vain + found[False, False]
            counts = f"{missed} of {danger} missed, {in_vain} of {harmless} in vain"
            yield f"{name}, {language}: {counts}"


if __name__ == "__main__":
    if sys.argv[1:] == ["rates"]:
        sys.stdout.writelines(f"{line}\n" for line in rates(sentences()))
    else:
        WEIGHTS.write_text(written(learn(sentences())), "utf-8")
