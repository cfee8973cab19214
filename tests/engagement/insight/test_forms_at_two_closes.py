"""How many chose more than a short form, at two closes and at three, tells nothing more of the few
who did, or did not, or who skipped there."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.hangs_on import Branch
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.second_table import differs, joined_tens, second_table
from engagement.insight.summary import Counts, QuestionCount

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
Table = tuple[int, ...]


def of_form(short: int, skipped: int, *chosen: int) -> Counts:
    """``short`` chose the short form; of the others ``skipped`` skipped the second question, and so
    many chose each of its options. Everybody answered the first."""
    people, asked = short + skipped + sum(chosen), skipped + sum(chosen)
    first = QuestionCount("one", QuestionKind.SINGLE, people, (("x", people), ("y", 0)))
    options = tuple(zip("abc", chosen, strict=False)) if len(chosen) > 1 else ()
    kind = QuestionKind.SINGLE if options else QuestionKind.NUMBER
    second = QuestionCount("two", kind, sum(chosen), options, asked=asked)
    return Counts(people, {"abbey": people}, (first, second))


def of_branch(short: int, no: int, yes: int, skipped: int) -> Counts:
    """Who chose more than the short form said no or yes to the second question. The third is asked
    of those who said yes, of whom so many skipped it. Nobody skipped the second."""
    people, asked = short + no + yes, no + yes
    first = QuestionCount("one", QuestionKind.SINGLE, people, (("x", people), ("y", 0)))
    chosen = (("yes", yes), ("no", no))
    second = QuestionCount("two", QuestionKind.SINGLE, asked, chosen, asked=asked)
    branch = Branch("two", always=frozenset({"yes"}))
    third = QuestionCount(
        "three", QuestionKind.NUMBER, max(0, yes - skipped), branch=branch, asked=asked
    )
    return Counts(people, {"abbey": people}, (first, second, third))


def release(counts: Counts, by: Thresholds, before: ReleasedTable | None = None) -> ReleasedTable:
    """The table of a close, after the one ``before``; that one again, where too little is known to
    have happened."""
    if before is None:
        shown, former = published(counts, by), ()
    elif differs(counts.by_ward, before, by):
        made = second_table(counts, before, by)
        shown, former = made.published, made.former
    else:
        return before
    joined = joined_tens(shown, counts.by_ward, by)
    return ReleasedTable(shown, Limits.of(by), former=former, joined=joined)


def alike(
    make: Callable[..., Counts],
    tables: Iterable[Table],
    by: Thresholds,
    before: ReleasedTable | None = None,
) -> dict[ReleasedTable, list[Table]]:
    """The true tables by what is released of them."""
    found: dict[ReleasedTable, list[Table]] = defaultdict(list)
    for table in tables:
        found[release(make(*table), by, before)].append(table)
    return found


def reached(layers: Sequence[Sequence[Table]]) -> list[list[Table]]:
    """Of the true tables of each close those from which, and to which, answers were only added."""
    found = [[*layers[0]]]
    for later in layers[1:]:
        found.append([b for b in later if any(grew(a, b) for a in found[-1])])
    for close in range(len(found) - 2, -1, -1):
        found[close] = [a for a in found[close] if any(grew(a, b) for b in found[close + 1])]
    return found


def spread(tables: Iterable[Table], place: int) -> tuple[int, int]:
    """The lowest number in this place, and how many more the highest is."""
    numbers = {table[place] for table in tables}
    return min(numbers), max(numbers) - min(numbers)


def attack(
    make: Callable[..., Counts],
    closes: Sequence[Sequence[Table]],
    by: Thresholds,
    *,
    alone: bool = False,
) -> Iterator[str]:
    """The small numbers that somebody can narrow down who has the tables of all ``closes``, and
    supposes that answers were only added. ``alone``: more than by each table for itself, of which
    they know that nobody skipped a question."""
    narrowest = 5 if by.smallest_cell >= 6 else 4
    ways = [([firsts], before) for before, firsts in alike(make, closes[0], by).items()]
    for tables in closes[1:]:
        ways = [
            ([*layers, later], after)
            for layers, before in ways
            for after, later in alike(make, _grown(layers[-1], tables), by, before).items()
        ]
    for layers, _ in ways:
        for mine, found in zip(layers, reached(layers), strict=True):
            for place in range(len(mine[0]) if found else 0):
                lowest, wide = spread(found, place)
                least = min(narrowest, spread(mine, place)[1]) if alone else narrowest
                if lowest < by.smallest_cell and wide < least:
                    yield f"{place}: {wide} from {lowest} on, {found[0]}"


def _grown(firsts: Sequence[Table], tables: Sequence[Table]) -> list[Table]:
    lowest = tuple(map(min, zip(*firsts, strict=True)))
    return [table for table in tables if grew(lowest, table)]


def grew(first: Table, later: Table) -> bool:
    return all(a <= b for a, b in zip(first, later, strict=True))


def within(lowest: int, highest: int, places: int) -> list[Table]:
    """Every table of so many numbers whose sum is in this range."""
    every = itertools.product(range(highest + 1), repeat=places)
    return [t for t in every if lowest <= sum(t) <= highest]


@pytest.mark.parametrize(
    ("by", "people"), [(LOWEST, (21, 30, 39)), (USUAL, (45, 60))], ids=["five", "ten"]
)
def test_the_forms_at_several_closes_tell_nothing_of_the_few(
    by: Thresholds, people: Sequence[int]
) -> None:
    """First "about 20" answered, and then "about 15 were asked": it told how few had skipped."""
    closes = [within(number, number, 3) for number in people]
    assert not [*attack(of_form, closes, by)]


@pytest.mark.long
def test_options_of_the_longer_form_at_two_closes_tell_no_more_than_at_each() -> None:
    closes = [within(number, number, 4) for number in (15, 19)]
    assert not [*attack(of_form, closes, LOWEST, alone=True)]


@pytest.mark.long
def test_a_branch_inside_the_longer_form_at_two_closes_tells_no_more_than_at_each() -> None:
    closes = [
        [(*one, skipped) for one in within(number, number, 3) for skipped in range(one[2] + 1)]
        for number in (15, 21)
    ]
    assert not [*attack(of_branch, closes, LOWEST, alone=True)]


def shown_later(first: Table, second: Table) -> ReleasedTable:
    return release(of_form(*second), USUAL, release(of_form(*first), USUAL))


def test_a_question_of_which_both_tables_tell_how_many_were_asked_has_new_numbers() -> None:
    made = shown_later((20, 0, 20, 25), (40, 0, 40, 45))
    assert made.former == ()
    assert made.published.questions[1].asked == 85


def test_one_of_which_the_first_told_nothing_waits_until_many_more_have_chosen_each_form() -> None:
    assert shown_later((20, 0, 4, 4), (30, 0, 30, 30)).former == ("two",)
    assert shown_later((20, 0, 4, 4), (60, 0, 40, 40)).former == ()
