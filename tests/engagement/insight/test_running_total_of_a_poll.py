"""The running total of a quick poll against somebody who reads every step of it.

The reader knows the rule, sees each step the moment it is released, and knows who answered when.
They try to learn from two steps what one person said, or changed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from content.schema.council import Thresholds
from engagement.insight.disclosure import Published
from engagement.insight.poll_steps import MORE, STEP, option_key, step_of, wanted

DEFAULT = Thresholds()


@dataclass
class Town:
    """Who has answered what now, who is in which step, and the steps with who was in each."""

    options: int
    answers: dict[int, int] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    steps: list[tuple[Published, dict[int, int]]] = field(default_factory=list)
    next_at: int = STEP
    draws: random.Random = field(default_factory=lambda: random.Random(7))

    def says(self, person: int, option: int) -> None:
        self.answers[person] = option
        if len(self.answers.keys() - self.counted) >= self.next_at:
            before = self.steps[-1][0] if self.steps else None
            shown = step_of(self.chosen, before, DEFAULT)
            self.steps.append((shown, dict(self.answers)))
            self.counted |= self.answers.keys()
            self.next_at = wanted(self.draws.randrange(1 << 63), DEFAULT)

    def forgets(self, person: int) -> None:
        """They take their answer back; who joins again is somebody new."""
        self.answers.pop(person, None)
        self.counted.discard(person)

    @property
    def chosen(self) -> list[int]:
        every = [*self.answers.values()]
        return [every.count(option) for option in range(self.options)]


def test_no_step_before_25_people_and_one_at_25() -> None:
    town = Town(2)
    for person in range(STEP - 1):
        town.says(person, 0)
    assert town.steps == []
    town.says(STEP, 1)
    assert len(town.steps) == 1


def test_who_changes_their_answer_again_and_again_changes_nothing_that_is_shown() -> None:
    town = Town(2)
    for person in range(STEP):
        town.says(person, person % 2)
    for turn in range(200):
        town.says(3, turn % 2)
    assert len(town.steps) == 1


def test_who_is_forgotten_and_answers_again_makes_no_step_of_one_person() -> None:
    """One phone that joins 25 times is one person each time: the others have left."""
    town = Town(2)
    for person in range(STEP):
        town.says(person, person % 2)
    for again in range(1_000, 1_000 + 2 * STEP):
        town.says(again, 1)
        town.forgets(again)
    assert len(town.steps) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 6))
def test_each_step_differs_from_the_former_by_at_least_25_people(seed: int, options: int) -> None:
    """Who is forgotten and joins again is somebody else, and all others are the same people."""
    chance, town = random.Random(seed), Town(options)
    names, newest = [*range(160)], 160
    for _ in range(400):
        place = chance.randrange(len(names))
        if chance.random() < 0.15:
            town.forgets(names[place])
            names[place], newest = newest, newest + 1
        else:
            town.says(names[place], chance.randrange(options))
    for (_, before), (_, after) in pairwise(town.steps):
        assert len(after.keys() - before.keys()) >= STEP


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 6))
def test_a_change_is_never_seen_alone(seed: int, options: int) -> None:
    """Whatever one person of a former step says now, the reader who knows everybody else of that
    step sees the same, if one of the 25 who are new had said something else: the change hides among
    them."""
    chance, town = random.Random(seed), Town(options)
    for person in range(5 * STEP):
        town.says(person, min(chance.randrange(options), chance.randrange(options)))
        if town.counted and chance.random() < 0.2:
            town.says(chance.choice([*town.counted]), chance.randrange(options))
    for (shown, before), (then, after) in pairwise(town.steps):
        new = [*(after.keys() - before.keys())]
        changed = [p for p in before if p in after and before[p] != after[p]]
        for person in changed:
            swapped = dict(after)
            other = next((p for p in new if after[p] == before[person]), None)
            if other is None:
                continue
            swapped[person], swapped[other] = before[person], after[person]
            assert _step(swapped, shown, options) == then


def _step(answers: dict[int, int], before: Published, options: int) -> Published:
    every = [*answers.values()]
    return step_of([every.count(option) for option in range(options)], before, DEFAULT)


def shown_as(chosen: list[int], before: Published | None = None) -> Published:
    return step_of(chosen, before, DEFAULT)


Box = tuple[int, int]


def boxes(shown: Published, options: int) -> dict[frozenset[int], Box]:
    """The numbers that each answer, or several together, may have, as far as the step tells."""
    keys = {option_key(place): place for place in range(options)}
    [question] = shown.questions
    whole = whole_of(shown)
    if not question.options:
        return {frozenset(range(options)): whole}
    found = {}
    for option in question.options:
        low, high = behind(option.about or 0)
        found[frozenset(keys[key] for key in option.keys)] = (max(low, DEFAULT.smallest_cell), high)
    return found


def whole_of(shown: Published) -> Box:
    least = shown.about or 0
    return least, least + STEP - 1


def behind(about: int) -> Box:
    return about - DEFAULT.rounding // 2, about + (DEFAULT.rounding - 1) // 2


def units(*steps: dict[frozenset[int], Box]) -> list[tuple[frozenset[int], list[Box]]]:
    """Answers that every step shows, alone or together, with their numbers in each step."""
    parts: list[frozenset[int]] = []
    for group in (group for step in steps for group in step):
        touching = [part for part in parts if part & group]
        parts = [part for part in parts if part not in touching]
        parts.append(group.union(*touching))
    return [(part, [added(step, part) for step in steps]) for part in parts]


def added(step: dict[frozenset[int], Box], part: frozenset[int]) -> Box:
    inside = [box for group, box in step.items() if group <= part]
    return sum(low for low, _ in inside), sum(high for _, high in inside)


def may_others_be_chosen(before: Published, after: Published, options: int, one: int) -> bool:
    """Whether somebody who came between these steps may have chosen anything but this answer, for a
    reader who thinks that nobody has changed or left, and knows the rule and every step."""
    found = units(boxes(before, options), boxes(after, options))
    worlds = {(0, 0, 0)}  # of all units so far: in the former step, come since, of these elsewhere
    for part, [(low, high), (then_low, then_high)] in found:
        ways = [
            (first, then - first)
            for first in range(low, high + 1)
            for then in range(max(first, then_low), min(first + STEP + MORE, then_high) + 1)
        ]
        worlds = {
            (n + first, come + more, min(1, other + (0 if part == {one} else more)))
            for n, come, other in worlds
            for first, more in ways
            if come + more < STEP + MORE
        }
    n_before, n_after = whole_of(before), whole_of(after)
    return any(
        other
        and STEP <= come < STEP + MORE
        and n_before[0] <= n <= n_before[1]
        and n_after[0] <= n + come <= n_after[1]
        for n, come, other in worlds
    )


@pytest.mark.parametrize("start", [25, 27, 50, 54, 75, 100, 103, 128, 200, 207])
def test_two_steps_never_tell_that_all_who_came_between_them_said_the_same(start: int) -> None:
    """With shares in percent they did: 84 of 125, then 109 of 150, is 65% and then 75%."""
    for first in range(start + 1):
        before = shown_as([first, start - first])
        for come in range(STEP, STEP + MORE):
            after = shown_as([first + come, start - first], before)
            assert may_others_be_chosen(before, after, 2, 0), (first, come)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=3, max_size=6), st.integers(STEP, STEP + MORE - 1))
def test_nor_do_they_with_more_answers(chosen: list[int], come: int) -> None:
    """The rounded numbers add up to the whole: who knew that exactly would know more."""
    assume(sum(chosen) >= STEP)
    before = shown_as(chosen)
    after = shown_as([chosen[0] + come, *chosen[1:]], before)
    assert may_others_be_chosen(before, after, len(chosen), 0)


def test_where_all_roundings_lean_one_way_they_still_tell_nothing() -> None:
    """Five numbers that end in 3 add up to ten less than they are shown as."""
    chosen = [13, 13, 23, 28, 23]
    before = shown_as(chosen)
    after = shown_as([chosen[0] + STEP, *chosen[1:]], before)
    assert may_others_be_chosen(before, after, 5, 0)


def test_a_step_shows_rounded_numbers_and_no_shares() -> None:
    for chosen in ([15, 10], [30, 20], [60, 40], [90, 60], [40, 30, 20, 10]):
        [question] = shown_as(chosen).questions
        assert [o.percent for o in question.options] == [None] * len(chosen)
        assert [o.share for o in question.options] == [None] * len(chosen)
        assert [o.about for o in question.options] == chosen


def test_what_was_joined_stays_joined_while_it_would_tell() -> None:
    first = shown_as([15, 4, 9])
    joined = next(o.keys for o in first.questions[0].options if len(o.keys) > 1)
    assert joined == (option_key(1), option_key(2))
    after = shown_as([33, 10, 10], first)
    assert any(set(joined) <= set(o.keys) for o in after.questions[0].options)


def test_a_council_with_a_larger_smallest_cell_has_larger_steps() -> None:
    assert {wanted(drawn, Thresholds(smallest_cell=40)) for drawn in range(99)} == {*range(40, 45)}


def test_how_many_more_than_25_a_step_needs_is_drawn() -> None:
    assert {wanted(drawn, DEFAULT) for drawn in range(99)} == {*range(25, 30)}
