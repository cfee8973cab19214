"""Squares of the British National Grid."""

import itertools
from math import hypot, radians

import pytest

from engagement.people import national_grid
from engagement.people.national_grid import corners, eastings_northings, square_at


def degrees(whole: int, minutes: int, seconds: float) -> float:
    return whole + minutes / 60 + seconds / 3600


def test_the_projection_is_that_of_the_worked_example() -> None:
    """Ordnance Survey's own example, from latitude and longitude on the Airy ellipsoid."""
    place = radians(degrees(52, 39, 27.2531)), radians(degrees(1, 43, 4.5177))
    east, north = national_grid._projected(*place)
    assert (round(east, 3), round(north, 3)) == (651409.903, 313177.270)


@pytest.mark.parametrize(
    ("latitude", "longitude", "east", "north"),
    [
        (degrees(52, 39, 28.8282), degrees(1, 42, 57.8663), 651409.903, 313177.270),
        (51.749084, -0.341337, 514600, 206900),  # postcodes of the ONS, to a metre
        (57.101459, -2.242858, 385386, 801193),
    ],
)
def test_a_point_of_a_phone_is_where_the_map_has_it(
    latitude: float, longitude: float, east: float, north: float
) -> None:
    x, y = eastings_northings(latitude, longitude)
    assert hypot(x - east, y - north) < 5


@pytest.mark.parametrize(
    ("latitude", "longitude", "square"),
    [
        (51.5014, -0.1419, "TQ290795"),  # Buckingham Palace, TQ 290 797
        (51.62384, -0.76131, "SU855920"),
        (53.8008, -9.9000, None),  # the west of Ireland is off the grid
    ],
)
def test_a_square_has_the_reference_of_its_south_west_corner(
    latitude: float, longitude: float, square: str | None
) -> None:
    assert square_at(latitude, longitude) == square


@pytest.mark.parametrize(
    ("latitude", "longitude", "letters"),
    [(49.91, -6.30, "SV"), (60.82, -0.78, "HP"), (52.62, 1.30, "TG"), (54.97, -1.61, "NZ"),
     (51.40, 1.40, "TR"), (57.14, -2.09, "NJ"), (52.40, -0.73, "SP")],
)  # fmt: skip
def test_the_letters_are_those_of_its_hundred_kilometres(
    latitude: float, longitude: float, letters: str
) -> None:
    """Scilly, Unst, Norwich, Newcastle, Margate, Aberdeen, Kettering."""
    assert (square_at(latitude, longitude) or "")[:2] == letters


@pytest.mark.parametrize("square", ["SU865925", "TQ290795", "SV910110", "HP665145", "NZ000005"])
def test_a_square_is_500_metres_wide_and_holds_what_is_in_it(square: str) -> None:
    ring = corners(square)
    assert ring[0] == ring[-1]
    metres = [eastings_northings(north, east) for east, north in ring]
    sides = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(metres)]
    assert all(abs(side - 500) < 0.1 for side in sides)
    middle = (sum(n for _, n in ring[:4]) / 4, sum(e for e, _ in ring[:4]) / 4)
    assert square_at(*middle) == square
