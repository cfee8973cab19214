"""The shape of each ward in a file of boundaries, and what is said of one that is broken."""

from __future__ import annotations

import pytest
from drawn_wards import Drawing, only, square, wrong

from content.library import Library

ABBEY, WINSLOW = "E05013120", "E05013168"
ROUND_ABBEY = square(-0.76, 51.62)


@pytest.mark.parametrize(
    ("rings", "said"),
    [
        ([ROUND_ABBEY[:-1]], "expected every ring to end where it begins, found (-0.764, 51.616)"),
        ([ROUND_ABBEY[:3]], "expected at least 4 positions in every ring, found 3 in ring 1"),
        ([ROUND_ABBEY, []], "expected at least 4 positions in every ring, found 0 in ring 2"),
        ([[["west", 51.6]]], 'two numbers, longitude and latitude, found ("west", 51.6) in ring 1'),
        ([[[True, 51.6]]], "found (true, 51.6) in ring 1"),
        ([[[None, None]]], "found (nothing, nothing) in ring 1"),
        ([[[-0.7]]], "found (-0.7) in ring 1"),
        ([[7]], "longitude and latitude, found 7 in ring 1"),
        (["a ring"], 'expected a ring to be a list of positions, found "a ring" in ring 1'),
        ([], "expected a list of polygons, each a list of rings, found a list"),
        (None, "expected a list of polygons, each a list of rings, found nothing"),
        (
            [square(12.0, 51.6)],
            "longitudes from -9 to 2 and latitudes from 49 to 61, found (11.996",
        ),
        (
            [square(-0.7, 62.0)],
            "longitudes from -9 to 2 and latitudes from 49 to 61, found (-0.704",
        ),
        (
            [[ROUND_ABBEY[n] for n in (0, 2, 1, 3, 0)]],
            "expected lines that neither cross nor touch themselves",
        ),
        ([[ROUND_ABBEY[0]] * 5], "expected lines that neither cross nor touch themselves"),
        ([square(-0.76, 51.62, 1e-8)], "expected a shape that covers some ground, found none"),
    ],
)
def test_a_broken_shape_is_told_with_its_ward(
    drawing: Drawing, buckinghamshire: Library, rings: object, said: str
) -> None:
    drawing.draw(ABBEY, "Polygon", rings)
    line = only(drawing.written(), buckinghamshire)
    assert line.startswith("wards.geojson, Abbey (E05013120): expected ")
    assert said in line


def test_where_lines_cross_is_told(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.draw(ABBEY, "Polygon", [[ROUND_ABBEY[n] for n in (0, 2, 1, 3, 0)]])
    assert "Self-intersection[-0.76 51.62" in only(drawing.written(), buckinghamshire)


def test_two_parts_that_lie_over_one_another(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.draw(ABBEY, "MultiPolygon", [[ROUND_ABBEY], [square(-0.761, 51.621)]])
    assert "neither cross nor touch" in only(drawing.written(), buckinghamshire)


@pytest.mark.parametrize(
    ("geometry", "found"),
    [
        ({"type": "Point", "coordinates": [-0.76, 51.62]}, '"Point"'),
        ({"type": "LineString", "coordinates": ROUND_ABBEY}, '"LineString"'),
        (None, "nothing"),
        ("POLYGON ((0 0, 1 1))", "nothing"),
    ],
)
def test_a_ward_that_is_no_polygon(
    drawing: Drawing, buckinghamshire: Library, geometry: object, found: str
) -> None:
    drawing.feature(ABBEY)["geometry"] = geometry
    line = only(drawing.written(), buckinghamshire)
    assert line.endswith(f"expected a Polygon or a MultiPolygon, found {found}")


def test_every_broken_ward_is_told_at_once(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.draw(ABBEY, "Polygon", [ROUND_ABBEY[:3]])
    drawing.draw(WINSLOW, "Polygon", [ROUND_ABBEY[:3], ROUND_ABBEY[:-1]])
    fields = [problem.field for problem in wrong(drawing.written(), buckinghamshire)]
    assert fields == ["Abbey (E05013120)", "Winslow (E05013168)", "Winslow (E05013168)"]


def test_metres_instead_of_degrees_are_told_once(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    for feature in drawing.features:
        feature["geometry"]["coordinates"] = [square(485842.0, 192396.0, 900)]
    said = only(drawing.written(), buckinghamshire)
    assert "these are metres" in said
    assert said.endswith("Export the file as WGS84 (EPSG:4326)")


def test_latitude_before_longitude_is_told_once(drawing: Drawing, buckinghamshire: Library) -> None:
    for feature in drawing.features:
        [ring] = feature["geometry"]["coordinates"]
        feature["geometry"]["coordinates"] = [[[y, x] for x, y in ring]]
    assert "these are the other way round" in only(drawing.written(), buckinghamshire)
