"""Nobody who reads a table of wards, and knows the rule, can tell how many a small ward has."""

from __future__ import annotations

from curious_reader import guesses, has_a_small_ward
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from content.schema.council import Thresholds
from engagement.insight.ward_numbers import by_ward as published_wards

NARROWEST = 5
USUAL = Thresholds()

tables = st.lists(
    st.one_of(st.integers(0, 9), st.integers(0, 20), st.integers(0, 70)), min_size=1, max_size=8
).map(lambda counts: {f"ward-{place}": count for place, count in enumerate(counts)})


@given(tables)
@example({"abbey": 47, "chesham": 23, "west-wycombe": 6})
@example({"abbey": 9, "chesham": 9, "totteridge": 47})
@settings(deadline=None, max_examples=400)
def test_a_reader_of_the_ward_rows_cannot_pin_a_small_ward_down(by_ward: dict[str, int]) -> None:
    assume(sum(by_ward.values()) >= USUAL.smallest_cell and has_a_small_ward(by_ward, USUAL))
    shown, _ = published_wards(by_ward, USUAL)
    assert guesses(shown, USUAL, area=None, small=None).width >= NARROWEST


@given(tables)
@example({"abbey": 9, "chesham": 9, "totteridge": 47})
@settings(deadline=None, max_examples=400)
def test_nor_one_who_knows_how_many_are_small_where_a_larger_ward_is_shown(
    by_ward: dict[str, int],
) -> None:
    assume(sum(by_ward.values()) >= USUAL.smallest_cell and has_a_small_ward(by_ward, USUAL))
    shown, _ = published_wards(by_ward, USUAL)
    assume(shown.rows)
    small = sum(count < USUAL.smallest_cell for count in by_ward.values())
    assert guesses(shown, USUAL, area=None, small=small).width >= NARROWEST
