"""An attack on the steps of a quick poll, by somebody who has all of them.

They know the rule, when steps are due and that answers were only added. So they list, for each
step, every true table that leads to it after the one before, and leave out what no other step
leaves possible. A small answer must still be one of six numbers (of five with a smallest cell of
5), in every step.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from functools import lru_cache

import pytest

from content.schema.council import Thresholds
from engagement.insight.disclosure import Published
from engagement.insight.poll_steps import MORE, STEP, option_key, step_of

Table = tuple[int, ...]
TEN, FIVE = Thresholds(), Thresholds(smallest_cell=5)
MOST_TABLES = 2_500
"""Steps that more tables could lead to are left out: they tell less, and take long."""


@lru_cache(maxsize=100_000)
def step(chosen: Table, before: Published | None, thresholds: Thresholds) -> Published:
    return step_of(chosen, before, thresholds)


def adding_up(total: int, count: int) -> Iterator[Table]:
    for ends in itertools.combinations(range(total + count - 1), count - 1):
        edges = (-1, *ends, total + count - 1)
        yield tuple(b - a - 1 for a, b in itertools.pairwise(edges))


def candidates(shown: Published, answers: int, people: range) -> Iterator[Table]:
    """The tables whose numbers are rounded as they are in this step."""
    [question] = shown.questions
    keys = [option_key(place) for place in range(answers)]
    parts = [
        (o.keys, range(max(0, (o.about or 0) - 2), (o.about or 0) + 3)) for o in question.options
    ] or [(tuple(keys), people)]
    for totals in itertools.product(*(numbers for _, numbers in parts)):
        whole = sum(totals)
        if whole not in people or whole // STEP * STEP != shown.about:
            continue
        ways = (adding_up(n, len(part)) for (part, _), n in zip(parts, totals, strict=True))
        for way in itertools.product(*ways):
            table = {
                key: number
                for (part, _), numbers in zip(parts, way, strict=True)
                for key, number in zip(part, numbers, strict=True)
            }
            yield tuple(table[key] for key in keys)


def may_follow(first: Table, second: Table) -> bool:
    come = sum(second) - sum(first)
    return STEP <= come < STEP + MORE and all(a <= b for a, b in zip(first, second, strict=True))


def left_possible(shown: list[Published], answers: int, by: Thresholds) -> list[list[Table]]:
    """For each step the true tables that all steps together leave possible."""
    found: list[list[Table]] = []
    for nth, one in enumerate(shown, start=1):
        people = range(STEP * nth, (STEP + MORE - 1) * nth + 1)
        listed = [*itertools.islice(candidates(one, answers, people), MOST_TABLES + 1)]
        if len(listed) > MOST_TABLES:
            return []
        before = shown[nth - 2] if nth > 1 else None
        fits = [table for table in listed if step(table, before, by) == one]
        if found:
            fits = [t for t in fits if any(may_follow(a, t) for a in found[-1])]
        found.append(fits)
    for nth in range(len(found) - 2, -1, -1):
        found[nth] = [t for t in found[nth] if any(may_follow(t, b) for b in found[nth + 1])]
    return found


def attack(tables: list[Table], by: Thresholds) -> int:
    """Check the steps of these tables. Returns how many answers have a number of their own."""
    shown: list[Published] = []
    for table in tables:
        shown.append(step(table, shown[-1] if shown else None, by))
    cell, width = by.smallest_cell, min(5, by.smallest_cell - 1)
    for nth, fits in enumerate(left_possible(shown, len(tables[0]), by)):
        assert tables[nth] in fits
        for place in range(len(tables[0])):
            numbers = {table[place] for table in fits}
            wide = max(numbers) - min(numbers) >= width
            assert wide or min(numbers) >= cell, (tables, nth, place, sorted(numbers), shown)
    return sum(len(option.keys) == 1 for one in shown for option in one.questions[0].options)


def grown(chance: random.Random, answers: int, steps: int) -> list[Table]:
    """Tables of a poll in which some answers are chosen by few, in some of the steps."""
    tables, table = [], [0] * answers
    for _ in range(steps):
        weights = [chance.choice([0, 0, 0.1, 0.3, 1, 1, 2, 3]) for _ in range(answers)]
        weights[chance.randrange(answers)] = 1
        for place in chance.choices(range(answers), weights, k=chance.randrange(STEP, STEP + MORE)):
            table[place] += 1
        tables.append(tuple(table))
    return tables


FOUND = [
    # Only two pairs of tables led to these steps.
    (FIVE, [(22, 2, 5), (48, 5, 5)]),
    # The first answer was alone, and then with the second: so that had two at most.
    (TEN, [(11, 0, 8, 8), (12, 0, 19, 25)]),
    (TEN, [(10, 0, 8, 9), (10, 0, 18, 28)]),
    # Which of two that were joined was the small one, and that it wasn't nobody's.
    (FIVE, [(11, 3, 11), (30, 7, 14), (30, 35, 14)]),
]


@pytest.mark.parametrize(("by", "tables"), FOUND)
def test_steps_that_told_of_a_few_do_so_no_more(by: Thresholds, tables: list[Table]) -> None:
    attack(tables, by)


@pytest.mark.parametrize("by", [TEN, FIVE], ids=["ten", "five"])
@pytest.mark.parametrize(
    ("answers", "steps", "tries"), [(2, 4, 30), (3, 2, 12), (3, 3, 6), (4, 2, 6)]
)
def test_no_steps_tell_how_few_chose_an_answer(
    answers: int, steps: int, tries: int, by: Thresholds
) -> None:
    chance = random.Random(answers * 100 + steps)
    for _ in range(tries):
        attack(grown(chance, answers, steps), by)


def test_an_answer_that_was_alone_stays_alone() -> None:
    first = step((11, 0, 8, 8), None, TEN)
    assert first.questions[0].options[0].keys == (option_key(0),)
    second = step((12, 0, 19, 25), first, TEN)
    parts = {o.keys: o.about for o in second.questions[0].options}
    assert parts == {
        (option_key(0),): 10,
        (option_key(1), option_key(2)): 20,
        (option_key(3),): 25,
    }


def test_two_answers_are_shown_once_the_smaller_one_is_large() -> None:
    first = step((24, 3), None, TEN)
    assert first.questions[0].options == ()
    second = step((42, 12), first, TEN)
    assert [o.about for o in second.questions[0].options] == [40, 10]


def test_where_answers_were_taken_back_the_usual_rule_is_used() -> None:
    """An answer that was alone has become small: neither step is a bound for the other."""
    first = step((12, 15), None, TEN)
    second = step((4, 50), first, TEN)
    assert second.questions[0].options == ()
