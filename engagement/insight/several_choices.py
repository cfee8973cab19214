"""What a reader can work out of hidden options where people may tick several.

The options overlap, but they aren't independent: everybody who answered ticked at least one, at
most as many as the question allows, and an exclusive option ("none of these") only by itself. So
the numbers of the others limit a hidden one: of 62 people, 27 and 26 leave 9 or more for a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Boxes = Sequence[range]
"""For each option the true numbers that would be published as this one is."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is known of everybody's ticks: ``exclusive`` are the places of the options that stand
    alone, ``most`` is the highest number of the others that one person may tick."""

    exclusive: frozenset[int]
    most: int


@dataclass(slots=True)
class Guess:
    """The lowest and the highest number that an option may have."""

    low: int
    high: int

    def widen(self, low: int, high: int) -> None:
        """Take in another range of numbers."""
        self.low, self.high = min(self.low, low), max(self.high, high)


def guesses(boxes: Mapping[int, Boxes], ticks: Ticks) -> tuple[dict[int, Guess], dict[int, Guess]]:
    """For each option how many may have chosen it, and how many may not have.

    ``boxes`` are those for each number of people who may have answered. An option without any
    possible number is left out.
    """
    chose: dict[int, Guess] = {}
    did_not: dict[int, Guess] = {}
    for people, of_each in boxes.items():
        for place, low, high in _possible(people, of_each, ticks):
            chose.setdefault(place, Guess(low, high)).widen(low, high)
            not_low, not_high = people - high, people - low
            did_not.setdefault(place, Guess(not_low, not_high)).widen(not_low, not_high)
    return chose, did_not


def _possible(people: int, boxes: Boxes, ticks: Ticks) -> Iterator[tuple[int, int, int]]:
    """(option, lowest, highest) for each number of people who ticked an exclusive option."""
    alone = {place: boxes[place] for place in ticks.exclusive}
    others = {p: box for p, box in enumerate(boxes) if p not in ticks.exclusive}
    if not all(boxes):
        return
    fewest, most = sum(box[0] for box in alone.values()), sum(box[-1] for box in alone.values())
    for taken in range(fewest, min(most, people) + 1):
        found = [*_overlapping(people - taken, others, ticks.most)]
        if len(found) < len(others):
            continue
        yield from found
        for place, box in alone.items():
            rest_low, rest_high = fewest - box[0], most - box[-1]
            yield place, max(box[0], taken - rest_high), min(box[-1], taken - rest_low)


def _overlapping(
    people: int, boxes: Mapping[int, range], most: int
) -> Iterator[tuple[int, int, int]]:
    """The same among ``people`` who each ticked between one and ``most`` of these options. Yields
    nothing if that cannot be."""
    capped = {place: range(box[0], min(box[-1], people) + 1) for place, box in boxes.items()}
    if not all(capped.values()):
        return
    lowest, highest = sum(b[0] for b in capped.values()), sum(b[-1] for b in capped.values())
    if highest < people or lowest > most * people:
        return
    for place, box in capped.items():
        low = max(box[0], people - (highest - box[-1]))
        high = min(box[-1], most * people - (lowest - box[0]))
        yield place, low, high
