"""Points as they are typed and kept."""

import pytest

from content.points import point_of, point_typed, rounded_alone, written


def test_a_point_is_kept_to_three_decimals() -> None:
    assert written(51.62384, -0.76131) == "51.624,-0.761"
    assert point_of("51.624,-0.761") == (51.624, -0.761)
    assert written(51.0, -0.0001) == "51.000,0.000"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("51.63, -0.75", "51.630,-0.750"),
        ("51.62384,-0.76131", "51.624,-0.761"),
        (" 51.62384 -0.76131 ", "51.624,-0.761"),
        ("51.62384° N, 0.76131° W", "51.624,-0.761"),
        ("(51.62384; −0.76131)"[1:-1], "51.624,-0.761"),
        ("51.62384, -0.76131.", "51.624,-0.761"),
    ],
)
def test_points_are_read_as_people_write_them(typed: str, kept: str) -> None:
    assert point_typed(typed) == kept
    assert rounded_alone(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["51", "51.6", "3.5 or 4.5", "951.6, -0.7", "51.6, -200.7", "at 9.30, 10.30", "SU 865 925"],
)
def test_what_is_no_point_stays_as_it_was_written(typed: str) -> None:
    assert point_typed(typed) is None
    assert rounded_alone(typed) == typed


@pytest.mark.parametrize("kept", ["E05013131", "", "51.6,-0.7", "51.624,-0.761,3"])
def test_only_what_was_kept_as_a_point_is_read_as_one(kept: str) -> None:
    assert point_of(kept) is None
