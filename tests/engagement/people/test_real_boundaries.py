"""The real wards of two councils in two years, where every answer has a witness of our own."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from content.schema.council import Ward
from engagement.people.geography import FURTHEST, Boundaries, locate, nearest

DATA = Path(__file__).parents[4] / "shared/data/wards"
WARDS = {
    (2021, "E06000060"): 49,
    (2021, "E06000061"): 26,
    (2025, "E06000060"): 49,
    (2025, "E06000061"): 31,
}
POINTS_A_WARD = 25
ROUNDING = 66  # metres by which three decimals may move a place

Ring = list[list[float]]


@dataclass(frozen=True)
class Mapped:
    """One council's wards of one year."""

    shapes: dict[str, dict[str, Any]]
    wards: tuple[Ward, ...]

    def rings(self, code: str) -> list[Ring]:
        shape = self.shapes[code]
        whole = shape["coordinates"]
        polygons = whole if shape["type"] == "MultiPolygon" else [whole]
        return [ring for polygon in polygons for ring in polygon]

    def witness(self, x: float, y: float) -> list[str]:
        """The wards round (x, y): a line from there eastwards cuts them an odd number of times."""
        return [code for code in self.shapes if odd(x, y, self.rings(code))]

    def places(self, code: str, chance: random.Random) -> Iterator[tuple[float, float]]:
        """Random places in a ward, by the witness."""
        rings = self.rings(code)
        xs, ys = zip(*(position for ring in rings for position in ring), strict=True)
        left = POINTS_A_WARD
        while left:
            x, y = chance.uniform(min(xs), max(xs)), chance.uniform(min(ys), max(ys))
            if odd(x, y, rings):
                left -= 1
                yield x, y


def odd(x: float, y: float, rings: list[Ring]) -> bool:
    crossed = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossed += 1
    return crossed % 2 == 1


@pytest.fixture(scope="module", params=WARDS, ids=lambda file: f"{file[1]}-{file[0]}")
def mapped(request: pytest.FixtureRequest) -> Mapped:
    year, council = request.param
    path = DATA / f"boundaries_{year}/{council}.geojson"
    if not path.exists():
        pytest.skip(f"{path.name} of {year} is not beside the project")
    shapes, wards = {}, []
    for feature in json.loads(path.read_text())["features"]:
        said = feature["properties"]
        code = said.get("WD22CD") or said["WD25CD"]
        shapes[code] = feature["geometry"]
        place = {"latitude": said["LAT"], "longitude": said["LONG"]}
        wards.append(Ward(code=code, vintage=year, name=code, source="ONS", **place))
    assert len(wards) == WARDS[year, council]
    return Mapped(shapes, tuple(wards))


def test_in_every_ward_random_places_are_found_as_the_witness_finds_them(mapped: Mapped) -> None:
    boundaries, chance = Boundaries(mapped.shapes), random.Random(2021)
    for code in mapped.shapes:
        for x, y in mapped.places(code, chance):
            assert mapped.witness(x, y) == [code]
            assert boundaries.ward_at(y, x) == code


def test_random_places_around_are_outside_where_the_witness_says_so(mapped: Mapped) -> None:
    boundaries, chance = Boundaries(mapped.shapes), random.Random(2025)
    outside = 0
    for _ in range(400):
        x, y = chance.uniform(-1.3, -0.2), chance.uniform(51.4, 52.7)
        assert [boundaries.ward_at(y, x)] == (mapped.witness(x, y) or [None])
        outside += boundaries.ward_at(y, x) is None
    assert 0 < outside < 400


def test_every_corner_is_in_a_ward_it_belongs_to_the_smallest_of_them(mapped: Mapped) -> None:
    boundaries = Boundaries(mapped.shapes)
    owners: dict[tuple[float, float], set[str]] = {}
    for code in mapped.shapes:
        for ring in mapped.rings(code):
            for x, y in ring:
                owners.setdefault((x, y), set()).add(code)
    shared = {corner: codes for corner, codes in owners.items() if len(codes) > 1}
    assert len(shared) > 100
    for (x, y), codes in shared.items():
        assert boundaries.ward_at(y, x) == min(codes)


def test_nobody_inside_is_too_far_from_every_centroid(mapped: Mapped) -> None:
    chance = random.Random(7)
    inside = [place for code in mapped.shapes for place in mapped.places(code, chance)]
    corners = [(x, y) for code in mapped.shapes for ring in mapped.rings(code) for x, y in ring]
    furthest = max(nearest(mapped.wards, y, x, 1)[0][1] for x, y in [*inside, *corners])
    assert 5_000 < furthest < FURTHEST - ROUNDING


def test_the_true_ward_is_mostly_among_the_nearest_three(mapped: Mapped) -> None:
    chance = random.Random(3)
    among = [
        code in locate(mapped.wards, None, round(y, 3), round(x, 3)).wards
        for code in mapped.shapes
        for x, y in mapped.places(code, chance)
    ]
    assert sum(among) / len(among) > 0.9
