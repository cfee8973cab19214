"""The quick grid of an area, compared with the exact one."""

from math import dist

import pytest

from engagement.people.grid_of_an_area import GridOfAnArea
from engagement.people.national_grid import degrees, eastings_northings


@pytest.mark.parametrize("across", [8_000, 60_000])
@pytest.mark.parametrize("west", [250_000, 480_000, 600_000])
def test_every_point_of_an_area_is_within_ten_metres_of_where_it_belongs(
    across: int, west: int
) -> None:
    south = 190_000
    grid = GridOfAnArea(west, south, west + across, south + across)
    for east in range(west, west + across + 1, across // 7):
        for north in range(south, south + across + 1, across // 7):
            longitude, latitude = degrees(east, north)
            exact = eastings_northings(latitude, longitude)
            assert dist(grid.metres(longitude, latitude), exact) < 10


def test_a_ring_that_is_wholly_beside_the_area_is_not_near_it() -> None:
    grid = GridOfAnArea(486_000, 192_000, 494_000, 200_000)
    inside, away = degrees(490_000, 195_000), degrees(530_000, 195_000)
    assert grid.is_near([inside, away])
    assert not grid.is_near([away, degrees(540_000, 199_000), degrees(540_000, 190_000)])
