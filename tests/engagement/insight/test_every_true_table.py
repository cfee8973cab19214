"""An attacker who knows the rule and tries every true table: none is pinned down by what is shown.

P4 and P5. Independent of how the joining decides: every table with a fitting total is published,
tables that look the same are put together, and each small cell must still be able to be several
numbers. For wards see ``test_reader_of_both_screens``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import (
    Share,
    published_question,
)
from engagement.insight.summary import QuestionCount
from engagement.insight.ward_numbers import by_ward

USUAL, LOWEST = Thresholds(), Thresholds(smallest_cell=5)
Table = tuple[int, ...]


def behind(about: int) -> range:
    """The totals that are shown as ``about``, a multiple of five."""
    return range(max(0, about - 2), about + 3)


def tables(cells: int, total: int) -> Iterator[Table]:
    """Every way to spread ``total`` people over ``cells``."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in tables(cells - 1, total - first):
            yield (first, *rest)


def one_choice(table: Table) -> QuestionCount:
    options = tuple((f"o{place}", count) for place, count in enumerate(table))
    return QuestionCount("lamps", QuestionKind.SINGLE, sum(table), options)


def pinned_down(alike: dict[Hashable, list[Table]], thresholds: Thresholds) -> list[str]:
    """The small cells that what is shown narrows too much."""
    narrowest = 5 if thresholds.smallest_cell >= 6 else 4
    found = []
    for group in alike.values():
        for place in range(len(group[0])):
            values = {table[place] for table in group}
            if max(values) - min(values) >= narrowest:
                continue
            found += [
                f"{table}: cell {place} lies between {min(values)} and {max(values)}"
                for table in group
                if table[place] < thresholds.smallest_cell
            ]
    return found


@pytest.mark.parametrize("thresholds", [USUAL, LOWEST], ids=["ten", "five"])
@pytest.mark.parametrize(
    ("cells", "about"), [*((3, n) for n in (15, 25, 35, 45, 50, 60)), (2, 15), (2, 50), (4, 25)]
)
def test_joined_options_cannot_be_turned_back(
    cells: int, about: int, thresholds: Thresholds
) -> None:
    """P4."""
    alike: dict[Hashable, list[Table]] = defaultdict(list)
    for total in behind(about):
        for table in tables(cells, total):
            if total >= thresholds.smallest_cell:
                alike[published_question(one_choice(table), thresholds)].append(table)
    assert pinned_down(alike, thresholds)[:5] == []


@pytest.mark.parametrize("table", [(12, 12, 9), (14, 14, 9), (17, 17, 9), (19, 19, 9)])
def test_options_that_fit_one_table_only_are_not_shown_that_way(table: Table) -> None:
    """P4. They were joined as two cells, from which nine could be worked out."""
    shown = published_question(one_choice(table), USUAL)
    alike = [
        other
        for total in behind(shown.about or 0)
        for other in tables(3, total)
        if published_question(one_choice(other), USUAL) == shown
    ]
    assert max(t[2] for t in alike) - min(t[2] for t in alike) >= 5


def test_a_table_with_room_is_still_shown() -> None:
    """The joining hides no more than it must: the worked tables keep their rows."""
    assert len(published_question(one_choice((28, 12, 7)), USUAL).options) == 2
    assert by_ward({"abbey": 47, "chesham": 23, "west": 6}, USUAL)[0].rows == (("abbey", 45),)


def several(people: int, chosen: int) -> QuestionCount:
    return QuestionCount("help", QuestionKind.SEVERAL, people, (("paths", chosen),))


@pytest.mark.parametrize("thresholds", [USUAL, LOWEST], ids=["ten", "five"])
@pytest.mark.parametrize("about", range(5, 105, 5))
def test_no_word_tells_how_few_did_not_choose_an_option(about: int, thresholds: Thresholds) -> None:
    """P5. Whoever did not choose it is a small group as well."""
    alike: dict[Hashable, list[Table]] = defaultdict(list)
    for people in behind(about):
        for chosen in range(people + 1):
            if people >= thresholds.smallest_cell:
                shown = published_question(several(people, chosen), thresholds)
                alike[shown].append((chosen, people - chosen))
    assert pinned_down(alike, thresholds)[:5] == []


@pytest.mark.parametrize("people", [10, 11, 12])
def test_of_ten_to_twelve_people_only_the_count_is_shown(people: int) -> None:
    """P5."""
    assert published_question(several(people, people), USUAL).options == ()


def test_nearly_all_is_said_where_it_tells_nothing_about_the_others() -> None:
    assert published_question(several(47, 46), USUAL).options[0].share is Share.NEARLY_ALL
    assert published_question(several(30, 30), USUAL).options[0].share is Share.MOST
