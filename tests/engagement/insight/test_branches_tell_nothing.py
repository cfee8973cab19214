"""An attack on whole consultations: what a branch shows leaves the answers it hangs on unknown.

Every true table is tried. Those that look the same to a reader, who also knows how many options are
small and that nobody skipped, are put together: each small option must still be one of six numbers
(of five with a smallest cell of 5).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.branch_numbers import asked_of
from engagement.insight.disclosure import PublishedQuestion, published, published_branch, told
from engagement.insight.hangs_on import Branch
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import Between, by_ward

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
Table = tuple[int, ...]
Screen = tuple[object, ...]
KEYS = "abcd"


def asked(table: Table) -> QuestionCount:
    options = tuple(zip(KEYS, table, strict=False))
    return QuestionCount("parent", QuestionKind.SINGLE, sum(table), options)


def hanging(
    table: Table, on: frozenset[str], name: str = "branch", parent: str = "parent"
) -> QuestionCount:
    options = tuple(zip(KEYS, table, strict=False))
    branch = Branch(parent, always=on)
    return QuestionCount(name, QuestionKind.SINGLE, sum(table), options, branch=branch)


def seen(question: PublishedQuestion) -> Screen:
    """All that is shown of a question."""
    options = tuple((option.keys, option.look) for option in question.options)
    return question.about, question.up_to, options


def tables(people: int, options: int) -> Iterator[Table]:
    for ends in itertools.combinations(range(people + options - 1), options - 1):
        edges = (-1, *ends, people + options - 1)
        yield tuple(b - a - 1 for a, b in itertools.pairwise(edges))


def screens_of(
    counts: range, skipped: int, thresholds: Thresholds, options: int
) -> dict[Screen, list[Table]]:
    """The true tables of the parent by what is shown of it."""
    found: dict[Screen, list[Table]] = defaultdict(list)
    for people in counts:
        for table in tables(people, options):
            whole = people + skipped
            shown = published(Counts(whole, {"abbey": whole}, (asked(table),)), thresholds)
            if shown.questions:
                found[(shown.about, shown.about_to, seen(shown.questions[0]))].append(table)
    return found


def led(table: Table, on: frozenset[str]) -> int:
    return sum(n for key, n in zip(KEYS, table, strict=False) if key in on)


def spreads(fits: list[Table], cell: int) -> dict[tuple[int | None, int], int]:
    """How far apart the numbers are that each small option may be: for a reader who knows nothing
    but the screen (None), and for those who know how many options are small."""
    values: dict[tuple[int | None, int], set[int]] = defaultdict(set)
    for table in fits:
        under = sum(n < cell for n in table)
        for place, n in enumerate(table):
            values[None, place].add(n)
            values[under, place].add(n)
    return {k: max(v) - min(v) for k, v in values.items() if min(v) < cell}


def check(alone: list[Table], fits: list[Table], thresholds: Thresholds, about: object) -> None:
    """The branch leaves each small option as many numbers as are promised, or as many as its
    question alone leaves to somebody who knows how many options are small."""
    cell = thresholds.smallest_cell
    width, before = min(5, cell - 1), spreads(alone, cell)
    for (under, place), spread in spreads(fits, cell).items():
        least = width if under is None else min(width, before.get((under, place), width))
        assert spread >= least, (about, under, place, fits[:20])


def numbers_behind(
    fits: list[Table], on: frozenset[str], skipped: int, thresholds: Thresholds
) -> dict[Screen, set[int]]:
    """How many may have answered the branch, by what is shown of it. That depends on nothing of the
    parent but what is shown, so one of its tables is enough for all."""
    numbers: dict[Screen, set[int]] = defaultdict(set)
    whole = sum(fits[0]) + skipped
    people = by_ward({"abbey": whole}, thresholds)[1].people
    assert people is not None
    (parent,) = told([asked(fits[0])], people, thresholds)
    possible = asked_of(Branch("parent", always=on), parent, people, thresholds)
    for number in range(max(led(table, on) for table in fits) + 1):
        for split in tables(number, 2):
            numbers[seen(of_branch(split, possible, thresholds))].add(number)
    return numbers


@cache
def of_branch(table: Table, possible: Between, thresholds: Thresholds) -> PublishedQuestion:
    return published_branch(hanging(table, frozenset()), possible, thresholds).shown


def attack(
    counts: range, on: frozenset[str], skipped: int, thresholds: Thresholds, options: int = 3
) -> int:
    """Check every screen; return on how many of them the options of the branch are shown."""
    with_options = 0
    for screen, fits in screens_of(counts, skipped, thresholds, options).items():
        for branch, possible in numbers_behind(fits, on, skipped, thresholds).items():
            # All who were asked answered, and the reader knows it; or some may have skipped.
            required = [table for table in fits if led(table, on) in possible]
            optional = [table for table in fits if led(table, on) >= min(possible)]
            check(fits, required, thresholds, (screen, branch, "required"))
            check(fits, optional, thresholds, (screen, branch, "optional"))
            with_options += bool(branch[2]) and bool(required)
    return with_options


ON = [frozenset("a"), frozenset("b"), frozenset("ab")]


@pytest.mark.parametrize("on", ON)
@pytest.mark.parametrize("skipped", [0, 6])
def test_of_few_people_in_words(on: frozenset[str], skipped: int) -> None:
    attack(range(5, 18), on, skipped, LOWEST)


@pytest.mark.parametrize("on", ON[:2])
def test_of_sixty_people_in_percent_and_its_options_are_often_shown(on: frozenset[str]) -> None:
    assert attack(range(58, 63), on, 0, USUAL) > 100


def test_along_a_chain() -> None:
    """Children at school, and is that one safe there, and how do they go: each is asked of part of
    those before."""
    screens: dict[Screen, list[Table]] = defaultdict(list)
    alone: dict[Screen, list[Table]] = defaultdict(list)
    for people in range(8, 13):
        for first in tables(people, 2):
            for second in tables(first[0], 2):
                every = (asked(first), hanging(second, ON[0]))
                for third in tables(second[0], 2):
                    chain = (*every, hanging(third, ON[0], "last", "branch"))
                    shown = published(Counts(people, {"abbey": people}, chain), LOWEST)
                    looks = [seen(question) for question in shown.questions]
                    about = (shown.about, shown.about_to)
                    screens[(*about, *looks)].append((*first, *second))
                    alone[(*about, *looks[:2])].append((*first, *second))
    for screen, fits in screens.items():
        check(alone[screen[:4]], fits, LOWEST, screen)


SHOWN = {
    "at most four said no": (70, (43, 2), (20, 23), "a"),
    "at most two of twelve": (40, (12, 1), (11, 0), "a"),
    "joined, and six to nine": (66, (48, 12, 6), (12, 0), "b"),
    "joined, and at most four": (66, (48, 14, 2), (14, 0), "b"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_a_branch_does_not_split_what_is_shown_together(case: str) -> None:
    """Its number was shown next to that of the question, and one could be taken from the other."""
    people, first, second, on = SHOWN[case]
    both = (asked(first), hanging(second, frozenset(on)))
    parent, branch = published(Counts(people, {"abbey": people}, both), USUAL).questions
    together = [option.about for option in parent.options if on in option.keys]
    assert branch.up_to
    assert branch.about == (together[0] if together else parent.about)
    assert branch.options == ()


def test_of_a_branch_percentages_are_shown_without_numbers() -> None:
    """56 of 88 were asked, and 50 answered: the numbers would tell which of 53 to 57 it was."""
    both = (asked((56, 32)), hanging((15, 15, 20), ON[0]))
    _, branch = published(Counts(88, {"abbey": 88}, both), USUAL).questions
    assert (branch.about, branch.up_to) == (55, True)
    assert [(o.about, o.percent) for o in branch.options] == [(None, 30), (None, 30), (None, 40)]


def test_a_branch_that_many_skipped_has_its_own_number() -> None:
    both = (asked((56, 32)), hanging((15, 25), ON[0]))
    _, branch = published(Counts(88, {"abbey": 88}, both), USUAL).questions
    assert (branch.about, branch.up_to) == (40, False)
    assert len(branch.options) == 2
