"""Nobody who sets the wards against the area, and knows the rule, can tell a small ward."""

from __future__ import annotations

from curious_reader import behind, guesses, has_a_small_ward
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from content.schema.council import Thresholds
from engagement.insight.disclosure import published
from engagement.insight.summary import Counts

NARROWEST = 5
USUAL = Thresholds()

tables = st.lists(
    st.one_of(st.integers(0, 9), st.integers(0, 20), st.integers(0, 70)), min_size=1, max_size=8
).map(lambda counts: {f"ward-{place}": count for place, count in enumerate(counts)})


@given(tables)
@example({"abbey": 12, "chesham": 12, "west-wycombe": 9})
@example({"abbey": 17, "chesham": 17, "west-wycombe": 9})
@settings(deadline=None, max_examples=1000)
def test_the_area_beside_the_wards_does_not_pin_a_small_one_down(by_ward: dict[str, int]) -> None:
    assume(sum(by_ward.values()) >= USUAL.smallest_cell and has_a_small_ward(by_ward, USUAL))
    found = published(Counts(sum(by_ward.values()), by_ward), USUAL)
    area, shown = behind(found.about or 0, USUAL.rounding, found.about_to), found.wards
    assert guesses(shown, USUAL, area=area, small=None).width >= NARROWEST


@given(tables)
@example({"abbey": 8, "chesham": 8, "west-wycombe": 12})
@settings(deadline=None, max_examples=1000)
def test_nor_for_a_reader_who_knows_how_many_are_small(by_ward: dict[str, int]) -> None:
    assume(sum(by_ward.values()) >= USUAL.smallest_cell and has_a_small_ward(by_ward, USUAL))
    found = published(Counts(sum(by_ward.values()), by_ward), USUAL)
    area, shown = behind(found.about or 0, USUAL.rounding, found.about_to), found.wards
    assume(shown.rows)
    small = sum(count < USUAL.smallest_cell for count in by_ward.values())
    assert guesses(shown, USUAL, area=area, small=small).width >= NARROWEST
