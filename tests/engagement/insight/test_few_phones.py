"""No number of a table rests on few phones, and answers from shared phones are told apart."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from content.schema.council import Thresholds
from engagement.insight.shared_phones import Cell, SharedAnswers, left_out, told_apart

CELL = 10
EVERYBODY, ABBEY, LAMPS = ("everybody",), ("ward", "Abbey"), ("option", "first", "lamps")


def household(phone: int, *cells: Cell, guests: int = 3) -> list[SharedAnswers]:
    """Three more people on one phone, who all answered the same."""
    first = phone * 10
    return [SharedAnswers(first + n, phone, frozenset(cells)) for n in range(guests)]


def test_one_phone_with_four_answers_does_not_bring_seven_to_ten() -> None:
    own = {EVERYBODY: 60, ABBEY: 7}
    four = household(1, EVERYBODY, ABBEY)
    owners = {1: frozenset({EVERYBODY, ABBEY})}
    assert left_out(own, owners, four, CELL) == {10, 11, 12}


def test_where_ten_phones_are_counted_anyway_everybody_is() -> None:
    own = {EVERYBODY: 60, ABBEY: 10}
    owners = {1: frozenset({EVERYBODY, ABBEY})}
    assert left_out(own, owners, household(1, EVERYBODY, ABBEY), CELL) == frozenset()


def test_where_they_leave_a_number_small_everybody_is_counted() -> None:
    own = {EVERYBODY: 60, ABBEY: 6}
    owners = {1: frozenset({EVERYBODY, ABBEY})}
    assert left_out(own, owners, household(1, EVERYBODY, ABBEY), CELL) == frozenset()


def test_an_option_is_looked_at_like_a_ward() -> None:
    own = {EVERYBODY: 60, ABBEY: 60, LAMPS: 8}
    owners = {1: frozenset({EVERYBODY, ABBEY})}
    assert left_out(own, owners, household(1, EVERYBODY, ABBEY, LAMPS), CELL) == {10, 11, 12}


def test_a_guest_in_another_ward_than_the_owner_is_a_phone_there() -> None:
    own = {EVERYBODY: 60, ABBEY: 9}
    owners = {1: frozenset({EVERYBODY})}
    one = household(1, EVERYBODY, ABBEY, guests=1)
    assert left_out(own, owners, one, CELL) == frozenset()


def test_a_phone_that_is_not_known_any_more_counts_for_none() -> None:
    own = {EVERYBODY: 60, ABBEY: 9}
    unknown = [SharedAnswers(1, None, frozenset({EVERYBODY, ABBEY}))]
    assert left_out(own, {}, unknown, CELL) == {1}


@st.composite
def towns(draw: st.DrawFn) -> tuple[Counter[Cell], dict[int, frozenset[Cell]], list[SharedAnswers]]:
    """Owners with a ward and an option each, some of whose phones others share."""
    own: Counter[Cell] = Counter()
    owners: dict[int, frozenset[Cell]] = {}
    shared: list[SharedAnswers] = []
    cells = st.builds(
        lambda ward, option: frozenset({EVERYBODY, ("ward", ward), ("option", "q", option)}),
        st.sampled_from("AB"),
        st.sampled_from("xy"),
    )
    for phone in range(draw(st.integers(0, 25))):
        owners[phone] = draw(cells)
        own.update(owners[phone])
        for n in range(draw(st.integers(0, 3))):
            shared.append(SharedAnswers(1000 + phone * 10 + n, phone, draw(cells)))
    return own, owners, shared


@given(towns())
def test_whatever_a_table_counts_as_ten_comes_from_ten_phones(
    town: tuple[Counter[Cell], dict[int, frozenset[Cell]], list[SharedAnswers]],
) -> None:
    own, owners, shared = town
    out = left_out(own, owners, shared, CELL)
    kept = [one for one in shared if one.resident not in out]
    for cell in {cell for one in shared for cell in one.cells}:
        people = own[cell] + sum(cell in one.cells for one in kept)
        phones = {p for p, theirs in owners.items() if cell in theirs}
        phones |= {one.phone for one in kept if cell in one.cells and one.phone is not None}
        assert people < CELL or len(phones) >= CELL


def test_how_many_came_from_shared_phones_is_told_in_tens() -> None:
    by = Thresholds()
    assert told_apart(27, 80, by) == 20
    assert told_apart(9, 80, by) is None


def test_nor_is_it_told_where_few_answered_on_their_own_phone() -> None:
    assert told_apart(40, 9, Thresholds()) is None
