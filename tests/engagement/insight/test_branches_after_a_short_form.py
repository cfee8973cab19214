"""An attack on a branch that is asked only after the short form, of part of those who answered a
question in it.

A reader who knows how many chose more than the short form can take the branch from that number:
what is left gave the other answer. So every true table of who chose which form and gave which
answer is tried, and those that look the same are put together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.hangs_on import Branch
from engagement.insight.summary import Counts, QuestionCount

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
Screen = tuple[object, ...]
Form = tuple[int, int, int]
"""How many took part, chose more than the short form, and said yes."""


def shown(form: Form, branch: tuple[int, ...], thresholds: Thresholds) -> Screen:
    """A question of the short form, one that is asked after it, and a branch for those who said
    yes, also after it."""
    people, longer, yes = form
    options = (("yes", yes), ("no", people - yes))
    hangs = Branch("one", always=frozenset({"yes"}))
    parts = tuple(zip("xy", branch, strict=False)) if len(branch) > 1 else ()
    kind = QuestionKind.SINGLE if parts else QuestionKind.NUMBER
    questions = (
        QuestionCount("one", QuestionKind.SINGLE, people, options),
        QuestionCount("two", QuestionKind.NUMBER, longer, asked=longer),
        QuestionCount("three", kind, sum(branch), parts, branch=hangs, asked=longer),
    )
    found = published(Counts(people, {"abbey": people}, questions), thresholds)
    return (found.about, found.about_to, *((q, q.asked) for q in found.questions))


def forms(about: int) -> Iterator[Form]:
    for people in range(about - 2, about + 3):
        for longer in range(people + 1):
            for yes in range(people + 1):
                yield people, longer, yes


def answers(most: int, *, options: bool) -> Iterator[tuple[int, ...]]:
    for number in range(most + 1):
        if not options:
            yield (number,)
        else:
            yield from ((number - n, n) for n in range(number + 1))


def cells(form: Form, both: int) -> tuple[int, ...]:
    """After the short form and yes, then no; with the short form alone and yes, then no."""
    people, longer, yes = form
    return both, longer - both, yes - both, people - longer - yes + both


def spreads(tables: Iterator[tuple[int, ...]], cell: int) -> dict[int, int]:
    values: dict[int, set[int]] = defaultdict(set)
    for table in tables:
        for place, number in enumerate(table):
            values[place].add(number)
    return {place: max(v) - min(v) for place, v in values.items() if min(v) < cell}


@pytest.mark.parametrize("options", [False, True], ids=["a number", "options"])
@pytest.mark.parametrize(
    ("about", "every", "thresholds"), [(20, 1, LOWEST), (60, 59, LOWEST), (40, 41, USUAL)]
)
def test_nobody_can_take_it_from_those_who_chose_more(
    about: int, every: int, thresholds: Thresholds, *, options: bool
) -> None:
    """Of many people one screen in so many is tried."""
    cell, width = thresholds.smallest_cell, min(5, thresholds.smallest_cell - 1)
    screens: dict[Screen, list[Form]] = defaultdict(list)
    for form in forms(about):
        screens[shown(form, (0,), thresholds)[:4]].append(form)
    for alike in [*screens.values()][::every]:
        ways = [
            (form, both)
            for form in alike
            for both in range(max(0, form[1] + form[2] - form[0]), min(form[1], form[2]) + 1)
        ]
        before = spreads((cells(*way) for way in ways), cell)
        looks: dict[Screen, set[int]] = defaultdict(set)
        for given in answers(max(both for _, both in ways), options=options):
            looks[shown(alike[0], given, thresholds)].add(sum(given))
        for look, numbers in looks.items():
            required = (cells(*way) for way in ways if way[1] in numbers)
            optional = (cells(*way) for way in ways if way[1] >= min(numbers))
            for tables in (required, optional):
                for place, spread in spreads(tables, cell).items():
                    least = min(width, before.get(place, width))
                    assert spread >= least, (look, place, sorted(numbers))


def test_all_who_chose_more_and_gave_one_answer_are_not_found_out() -> None:
    """32 of 60 chose more than the short form, and all of them had said yes."""
    *_, (two, asked), (three, _) = shown((60, 32, 50), (32,), USUAL)
    assert (two.about, asked) == (30, 30)
    assert (three.about, three.up_to) == (30, True)


def test_a_branch_has_its_number_where_many_of_each_form_gave_each_answer() -> None:
    """Of 200, 100 chose more; 60 of these and 50 of the others said yes."""
    *_, (three, _) = shown((200, 100, 110), (60,), USUAL)
    assert (three.about, three.up_to) == (60, False)
