"""From a place to a ward: by boundaries where there are any, else by the nearest centroids."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from content.schema.council import Ward
from engagement.people.geography import FURTHEST, Boundaries, Found, locate, nearest

ROOT = Path(__file__).parents[3]
DEGREE = 111_195  # metres from one latitude to the next, on a sphere of the mean radius
MILL, CHURCH, HILL, FORD = "E05000001", "E05000002", "E05000003", "E05000004"


def ward(code: str, latitude: float, longitude: float) -> Ward:
    return Ward(
        code=code, vintage=2021, name=code, latitude=latitude, longitude=longitude, source="-"
    )


VILLAGE = (
    ward(FORD, 51.60, -0.79),
    ward(HILL, 51.60, -0.73),
    ward(CHURCH, 51.60, -0.75),
    ward(MILL, 51.60, -0.76),
)


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: list[list[float]]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [*rings]}


TOWN = Boundaries(
    {
        CHURCH: polygon(box(-0.75, 51.5, -0.70, 51.6)),
        MILL: polygon(box(-0.80, 51.5, -0.75, 51.6), box(-0.78, 51.52, -0.77, 51.53)),
        HILL: {
            "type": "MultiPolygon",
            "coordinates": [[box(-0.78, 51.52, -0.77, 51.53)], [box(-0.6, 51.5, -0.5, 51.6)]],
        },
    }
)


# By centroids


def test_the_nearest_three_come_in_order_of_distance() -> None:
    assert [found.code for found, _ in nearest(VILLAGE, 51.6, -0.754)] == [CHURCH, MILL, HILL]


def test_wards_equally_near_come_in_order_of_code() -> None:
    twins = (ward(CHURCH, 51.6, -0.75), ward(MILL, 51.6, -0.75))
    assert [found.code for found, _ in nearest(twins, 51.5, -0.75)] == [MILL, CHURCH]


@pytest.mark.parametrize(("most", "found"), [(1, 1), (4, 4), (9, 4)])
def test_no_more_are_given_than_there_are(most: int, found: int) -> None:
    assert len(nearest(VILLAGE, 51.6, -0.755, most)) == found


@pytest.mark.parametrize(
    ("place", "metres", "slack"),
    [
        ((51.60, -0.76), 0, 0),
        ((52.60, -0.76), DEGREE, 10),
        ((50.60, -0.76), DEGREE, 10),
        # 0.1 degrees along the parallel: the cosine of 51.6 degrees is 0.62115.
        ((51.60, -0.66), 0.1 * 0.62115 * DEGREE, 5),
    ],
)
def test_metres_are_those_of_the_sphere(
    place: tuple[float, float], metres: float, slack: float
) -> None:
    [(_, found)] = nearest([VILLAGE[3]], *place)
    assert found == pytest.approx(metres, abs=slack)


def test_the_other_side_of_the_world_is_half_way_round() -> None:
    [(_, found)] = nearest([ward(MILL, 51.6, -0.75)], -51.6, 179.25)
    assert found == pytest.approx(180 * DEGREE, rel=1e-4)


@pytest.mark.parametrize(("metres", "found"), [(FURTHEST - 50, 3), (FURTHEST + 50, 0)])
def test_a_place_too_far_from_every_centroid_is_elsewhere(metres: float, found: int) -> None:
    place = locate(VILLAGE, None, 51.6 + metres / DEGREE, -0.76)
    assert (len(place.wards), place.exact) == (found, False)


@pytest.mark.parametrize("latitude", [float("nan"), 1e300, -90.0])
def test_no_place_on_earth_is_elsewhere(latitude: float) -> None:
    assert locate(VILLAGE, None, latitude, -0.76) == Found((), exact=False)


def test_where_there_are_no_wards_every_place_is_elsewhere() -> None:
    assert locate([], None, 51.6, -0.76) == Found((), exact=False)


# By boundaries


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        (51.55, -0.72, CHURCH),
        (51.55, -0.79, MILL),
        (51.525, -0.775, HILL),  # in the hole of Mill
        (51.55, -0.55, HILL),  # in its other part
        (51.55, -0.65, None),
        (51.61, -0.72, None),
    ],
)
def test_a_place_is_in_the_ward_whose_lines_go_round_it(
    latitude: float, longitude: float, found: str | None
) -> None:
    assert TOWN.ward_at(latitude, longitude) == found


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        (51.55, -0.75, MILL),  # between Mill and Church
        (51.60, -0.75, MILL),  # the corner of both
        (51.52, -0.775, MILL),  # between Mill and Hill
        (51.60, -0.72, CHURCH),  # the edge of the town
    ],
)
def test_a_place_on_a_border_is_in_the_ward_of_the_smaller_code(
    latitude: float, longitude: float, found: str
) -> None:
    assert TOWN.ward_at(latitude, longitude) == found


def test_the_order_in_which_shapes_come_changes_nothing() -> None:
    halves = [
        (CHURCH, polygon(box(-0.75, 51.5, -0.7, 51.6))),
        (MILL, polygon(box(-0.8, 51.5, -0.75, 51.6))),
    ]
    for shapes in (halves, halves[::-1]):
        assert Boundaries(dict(shapes)).ward_at(51.55, -0.75) == MILL


def test_boundaries_find_one_ward_whatever_the_centroids_say() -> None:
    assert locate(VILLAGE, TOWN, 51.55, -0.72) == Found((CHURCH,), exact=True)


def test_outside_every_boundary_is_elsewhere_however_near_a_centroid_is() -> None:
    assert locate(VILLAGE, TOWN, 51.601, -0.76) == Found((), exact=True)


@pytest.mark.parametrize("longitude", [float("nan"), float("inf"), 1e300])
def test_no_place_on_earth_is_in_no_ward(longitude: float) -> None:
    assert TOWN.ward_at(51.55, longitude) is None


@pytest.mark.parametrize(
    "module", ["engagement.people.geography", "content.boundaries", "bot.application"]
)
def test_the_library_of_shapes_is_loaded_only_with_boundaries(module: str) -> None:
    code = f"import sys, {module}; print('shapely' in sys.modules, 'numpy' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert said.stdout == "False False\n"
