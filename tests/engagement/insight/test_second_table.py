"""A second table next to the first tells nothing more of a few people; nor does its absence."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, published
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.second_table import Second, differs, joined_tens, second_table
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import answered_so_far

USUAL = Thresholds()
WIDE = {10: 5, 5: 4}
Table = tuple[int, ...]


def of_wards(*table: int) -> Counts:
    return Counts(sum(table), dict(zip("abc", table, strict=False)))


def of_options(*table: int) -> Counts:
    people = sum(table)
    options = tuple(zip("abc", table, strict=False))
    question = QuestionCount("lamps", QuestionKind.SINGLE, people, options)
    return Counts(people, {"abbey": people}, (question,))


def of_choices(people: int, *table: int) -> Counts:
    options = tuple(zip("abc", table, strict=False))
    question = QuestionCount("lamps", QuestionKind.SEVERAL, people, options)
    return Counts(people, {"abbey": people}, (question,))


def released(counts: Counts, by: Thresholds = USUAL) -> ReleasedTable:
    shown = published(counts, by)
    return ReleasedTable(shown, Limits.of(by), joined=joined_tens(shown, counts.by_ward, by))


def again(first: Counts, second: Counts, by: Thresholds = USUAL) -> Second | None:
    """The second table; None where the first goes on being shown."""
    before = released(first, by)
    if not differs(second.by_ward, before, by):
        return None
    return second_table(second, before, by)


def shown_again(first: Counts, second: Counts) -> Published:
    made = again(first, second)
    assert made is not None
    return made.published


@pytest.mark.parametrize("second", [(12, 10, 50), (12, 9, 50)])
def test_wards_that_were_shown_together_stay_so(second: Table) -> None:
    """ "A and B, together: about 20", and then "A about 10, B about 10": B had six to nine."""
    shown = shown_again(of_wards(12, 8, 30), of_wards(*second))
    assert "a" in shown.wards.other_wards


def test_a_ward_has_its_own_number_once_that_tells_nothing_of_what_it_was() -> None:
    shown = shown_again(of_wards(12, 8, 30), of_wards(40, 30, 50))
    assert [about for _, about in shown.wards.rows] == [40, 30, 50]


def test_in_a_table_from_before_the_tens_were_noted_it_has_to_be_above_all_of_them() -> None:
    first = published(of_wards(12, 8, 30), USUAL)
    before = ReleasedTable(first, Limits.of(USUAL))
    shown = second_table(of_wards(18, 16, 50), before, USUAL).published
    assert [ward for ward, _ in shown.wards.rows] == ["c"]
    shown = second_table(of_wards(38, 36, 50), before, USUAL).published
    assert [about for _, about in shown.wards.rows] == [40, 35, 50]


def test_options_that_were_joined_stay_so() -> None:
    shown = shown_again(of_options(30, 12, 8), of_options(60, 24, 10))
    assert [o.keys for o in shown.questions[0].options] == [("a",), ("b", "c")]


def test_options_that_were_withheld_stay_so_until_each_is_above_all_of_them() -> None:
    assert shown_again(of_options(12, 8), of_options(22, 28)).questions[0].options == ()
    assert len(shown_again(of_options(12, 8), of_options(120, 180)).questions[0].options) == 2


def test_each_has_its_own_number_once_it_is_above_all_that_was_joined() -> None:
    shown = shown_again(of_options(30, 12, 8), of_options(60, 40, 30))
    assert [o.keys for o in shown.questions[0].options] == [("a",), ("b",), ("c",)]


def test_a_question_whose_new_numbers_may_tell_of_an_option_keeps_its_former_ones() -> None:
    """Those that were joined have grown, and the third has not."""
    first = of_options(11, 6, 34)
    made = again(first, of_options(31, 16, 34))
    assert made is not None
    assert made.former == ("lamps",)
    assert made.published.questions == released(first).published.questions


def test_choices_that_were_hidden_keep_their_former_numbers() -> None:
    """About 60 people, C under ten, and then about 70, C about 25: it was nine."""
    first, second = of_choices(58, 34, 34, 9), of_choices(78, 34, 34, 23)
    made = again(first, second)
    assert made is not None
    assert made.former == ("lamps",)
    assert made.published.questions == released(first).published.questions


def test_a_first_table_without_a_number_is_followed_by_any() -> None:
    """Otherwise a second table would tell that ten had come, and so that two were there before."""
    for now in range(30):
        assert again(of_wards(4), of_wards(now)) is not None


def test_one_more_person_in_a_small_ward_never_decides_whether_there_is_a_second_table() -> None:
    for first in ((10, 0, 0), (18, 0, 0), (18, 9, 3), (40, 12, 9)):
        before = released(of_wards(*first))
        for a in range(first[0], 70):
            found = {
                differs(of_wards(a, b, c).by_ward, before, USUAL)
                for b, c in itertools.product(range(10), repeat=2)
            }
            assert len(found) == 1


def screens_of_wards(table: Table, by: Thresholds) -> object:
    so_far = answered_so_far(dict(zip("abc", table, strict=False)), by)
    return so_far.rows, so_far.few


def no_screens(table: Table, by: Thresholds) -> object:
    """How many chose an option is on no screen before the close."""
    return None


def attack(
    make: Callable[..., Counts],
    firsts: Iterable[Table],
    seconds: Iterable[Table],
    screens: Callable[[Table, Thresholds], object],
    *,
    by: Thresholds = USUAL,
    top: int,
) -> Iterator[str]:
    """Every small number that a reader of both tables, and of both screens before the close, can
    narrow down, supposing that answers were only added. Numbers from ``top`` on may go on."""
    later = [*seconds]
    looks: dict[object, list[Table]] = defaultdict(list)
    for first in firsts:
        looks[screens(first, by), published(make(*first), by)].append(first)
    for fits in looks.values():
        groups: dict[object, list[Table]] = defaultdict(list)
        lowest = tuple(map(min, zip(*fits, strict=True)))
        for second in later:
            if _grew(lowest, second):
                groups[screens(second, by), again(make(*fits[0]), make(*second), by)].append(second)
        for looks_like, others in groups.items():
            pairs = [(a, b) for a in fits for b in others if _grew(a, b)]
            if not pairs or any(max(b) >= top for _, b in pairs):
                continue
            for nth, place in itertools.product((0, 1), range(len(lowest))):
                numbers = {pair[nth][place] for pair in pairs}
                wide = max(numbers) - min(numbers) >= WIDE[by.smallest_cell]
                if min(numbers) < by.smallest_cell and not wide:
                    yield f"{fits[0]} {looks_like}: {nth} {place} is one of {numbers}"


def _grew(first: Table, later: Table) -> bool:
    return all(a <= b for a, b in zip(first, later, strict=True))


def test_two_tables_tell_nothing_more_of_a_small_ward_of_two() -> None:
    firsts = [*itertools.product(range(20), repeat=2)]
    seconds = itertools.product(range(30), repeat=2)
    assert not [*attack(of_wards, firsts, seconds, screens_of_wards, top=30)]


def test_two_tables_tell_nothing_more_of_a_small_ward_of_three() -> None:
    """One of them is large, and grows or doesn't: about 40, and about 40 or 55."""
    firsts = itertools.product(range(10), range(10), range(40, 43))
    seconds = itertools.product(range(10), range(20), (40, 41, 42, 53, 54, 55, 56, 57))
    assert not [*attack(of_wards, firsts, seconds, screens_of_wards, top=99)]


def test_two_tables_tell_nothing_more_of_a_small_option_of_two() -> None:
    firsts = (t for t in itertools.product(range(28), repeat=2) if sum(t) <= 27)
    seconds = (t for t in itertools.product(range(48), repeat=2) if 38 <= sum(t) <= 47)
    assert not [*attack(of_options, firsts, seconds, no_screens, top=99)]


def test_two_tables_tell_nothing_more_of_a_small_option_of_three() -> None:
    """After "A or B about 20, C about 10", of about 30 people, every table of about 45."""
    like = published(of_options(8, 11, 11), USUAL)
    firsts = [t for t in itertools.product(range(33), repeat=3) if 28 <= sum(t) <= 32]
    firsts = [t for t in firsts if published(of_options(*t), USUAL) == like]
    low = [min(numbers) for numbers in zip(*firsts, strict=True)]
    seconds = (t for t in itertools.product(*(range(n, 48) for n in low)) if 43 <= sum(t) <= 47)
    assert not [*attack(of_options, firsts, seconds, no_screens, top=99)]
