"""Boundaries from a file: which are taken, and what is said of each kind of wrong file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from drawn_wards import Drawing, feature_of, only, read, square

from content import boundaries
from content.library import Library

ABBEY = "E05013120"
DATA = Path(__file__).parents[3] / "shared/data/wards"


# What is taken


def test_every_ward_gets_its_shape(drawing: Drawing, buckinghamshire: Library) -> None:
    found = read(drawing.written(), buckinghamshire)
    assert [*found] == [*buckinghamshire.wards]
    assert {shape["type"] for shape in found.values()} == {"Polygon"}


def test_the_year_in_the_property_may_be_any_while_the_codes_are_ours(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.rename("WD22CD", "wd24cd")
    assert len(read(drawing.written(), buckinghamshire)) == len(buckinghamshire.wards)


def test_wards_of_other_councils_are_passed_over(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    stranger = feature_of(buckinghamshire.wards[ABBEY])
    stranger["properties"]["WD22CD"] = "E05019999"
    stranger["geometry"] = None
    drawing.features.insert(0, stranger)
    assert len(read(drawing.written(), buckinghamshire)) == len(buckinghamshire.wards)


def test_a_ward_of_two_parts_with_a_hole_and_heights_is_taken_flat(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    outer = [[*position, 90.5] for position in square(-0.76, 51.62, 0.02)]
    drawing.draw(ABBEY, "MultiPolygon", [[outer, square(-0.76, 51.62)], [square(-0.70, 51.62)]])
    shape = read(drawing.written(), buckinghamshire)[ABBEY]
    assert [len(polygon) for polygon in shape["coordinates"]] in ([1, 2], [2, 1])
    assert "90.5" not in json.dumps(shape)


def test_coordinates_are_rounded_to_six_decimals(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.draw(ABBEY, "Polygon", [square(-0.7612345678, 51.62)])
    shape = read(drawing.written(), buckinghamshire)[ABBEY]
    assert {x for x, _ in shape["coordinates"][0]} == {-0.765235, -0.757235}


def test_a_byte_order_mark_is_no_harm(drawing: Drawing, buckinghamshire: Library) -> None:
    path = drawing.written()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read(path, buckinghamshire)) == len(buckinghamshire.wards)


def test_the_boundaries_of_2021_as_published_in_2022_are_taken(buckinghamshire: Library) -> None:
    assert len(read(real(2021, "E06000060"), buckinghamshire)) == 49


# What is no such file


def test_a_file_that_is_not_there(tmp_path: Path, buckinghamshire: Library) -> None:
    path = tmp_path / "nowhere.geojson"
    assert only(path, buckinghamshire) == f"{path}: expected a file, found none"


def test_a_folder(tmp_path: Path, buckinghamshire: Library) -> None:
    assert "expected a file that can be read" in only(tmp_path, buckinghamshire)


@pytest.mark.parametrize("text", [b"PK\x03\x04", b"", b'{"type": ', b"[" * 3000, b"\xff\xfe"])
def test_what_is_no_json(tmp_path: Path, buckinghamshire: Library, text: bytes) -> None:
    path = tmp_path / "wards.geojson"
    path.write_bytes(text)
    assert only(path, buckinghamshire).startswith(
        "wards.geojson, line 1: expected GeoJSON: choose that format when you download the file"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"type": "Topology"}', '"Topology"'),
        ('{"type": "FeatureCollection"}', '"FeatureCollection"'),
        ('{"type": "FeatureCollection", "features": []}', '"FeatureCollection"'),
        ("[1]", "a list"),
        ("7", "7"),
    ],
)
def test_json_that_is_no_list_of_features(
    tmp_path: Path, buckinghamshire: Library, text: str, found: str
) -> None:
    path = tmp_path / "wards.geojson"
    path.write_text(text)
    said = only(path, buckinghamshire)
    assert "A FeatureCollection with a feature for each ward is expected" in said
    assert said.endswith(f"found {found}")


def test_a_file_too_large_is_known_by_its_size(tmp_path: Path, buckinghamshire: Library) -> None:
    path = tmp_path / "wards.geojson"
    path.touch()
    os.truncate(path, 80 * 2**20)
    said = only(path, buckinghamshire)
    assert "expected at most 64 MB" in said
    assert "generalised or super generalised version from the ONS Open Geography Portal" in said
    assert said.endswith("found 80 MB")


def test_a_file_a_byte_too_large_is_too_large(tmp_path: Path, buckinghamshire: Library) -> None:
    path = tmp_path / "wards.geojson"
    path.touch()
    os.truncate(path, boundaries.LARGEST + 1)
    assert only(path, buckinghamshire).endswith("found 65 MB")


# Which wards


def test_features_without_a_code(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.rename("WD22CD", "CODE")
    said = only(drawing.written(), buckinghamshire)
    assert "in a property such as WD22CD" in said
    assert said.endswith("found none in feature 1, 2, 3, 4, 5 and 44 more")


@pytest.mark.parametrize("properties", [None, {}, {"WD22CD": 7}, {"WD22CD": " "}, "Abbey"])
def test_a_feature_without_a_code(
    drawing: Drawing, buckinghamshire: Library, properties: object
) -> None:
    drawing.features[6]["properties"] = properties
    assert only(drawing.written(), buckinghamshire).endswith("found none in feature 7")


def test_a_feature_that_is_none(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.collection["features"].append("Abbey")
    assert only(drawing.written(), buckinghamshire).endswith("found none in feature 50")


def test_boundaries_of_another_year(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.move_to("E06000060", "Buckinghamshire")
    drawing.rename("WD22CD", "WD25CD")
    assert only(drawing.written(), buckinghamshire) == (
        "wards.geojson: These are boundaries of 2025; the wards in force are those of 2021. "
        "Import the boundaries of 2021, or bring wards.yaml and the vintage in council.yaml to "
        "2025 first"
    )


def test_boundaries_of_another_year_that_name_no_council(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.move_to("E06000060", "Buckinghamshire")
    drawing.rename("WD22CD", "WD25CD")
    drawing.rename("LAD22CD", "COUNCIL")
    assert "These are boundaries of 2025" in only(drawing.written(), buckinghamshire)


def test_codes_nobody_knows_of_the_year_in_force(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.move_to("E06000060", "Buckinghamshire")
    drawing.rename("WD22CD", "WD21CD")
    said = only(drawing.written(), buckinghamshire)
    assert said.endswith('expected ward codes of wards.yaml, such as E05013120, found "E05090000"')


def test_boundaries_of_another_council(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.move_to("E06000061", "North Northamptonshire")
    assert only(drawing.written(), buckinghamshire) == (
        "wards.geojson: expected boundaries of Buckinghamshire Council (E06000060). Download its "
        "wards, or those of the whole country, from the ONS Open Geography Portal, found those of "
        "North Northamptonshire (E06000061)"
    )


def test_another_council_of_another_year_is_another_council(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.move_to("E06000061", "North Northamptonshire")
    drawing.rename("WD22CD", "WD25CD")
    assert only(drawing.written(), buckinghamshire).endswith("North Northamptonshire (E06000061)")


def test_another_council_known_by_its_code_alone(
    drawing: Drawing, buckinghamshire: Library
) -> None:
    drawing.move_to("E06000061", "North Northamptonshire")
    drawing.rename("LAD22NM", "COUNCIL")
    assert only(drawing.written(), buckinghamshire).endswith("found those of E06000061")


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (1, "Missing: Abbey (E05013120). Download"),
        (
            7,
            "Missing: Abbey (E05013120), Amersham and Chesham Bois (E05013121), Aston Clinton and "
            "Bierton (E05013122), Aylesbury East (E05013123), Aylesbury North (E05013124) and 2 "
            "more. Download",
        ),
    ],
)
def test_wards_that_are_missing_are_named(
    drawing: Drawing, buckinghamshire: Library, gone: int, said: str
) -> None:
    del drawing.features[:gone]
    line = only(drawing.written(), buckinghamshire)
    assert "expected all 49 wards of wards.yaml" in line
    assert said in line
    assert line.endswith("found boundaries of 2022")


def test_a_ward_twice(drawing: Drawing, buckinghamshire: Library) -> None:
    drawing.features.append(feature_of(buckinghamshire.wards[ABBEY]))
    assert only(drawing.written(), buckinghamshire) == (
        "wards.geojson, Abbey (E05013120): expected each ward once, found it 2 times"
    )


# The real files


def real(year: int, council: str) -> Path:
    path = DATA / f"boundaries_{year}/{council}.geojson"
    if not path.exists():
        pytest.skip(f"{path.name} of {year} is not beside the project")
    return path


def test_the_real_boundaries_of_2025_are_of_another_year(buckinghamshire: Library) -> None:
    said = only(real(2025, "E06000060"), buckinghamshire)
    assert "boundaries of 2025; the wards in force are those of 2021" in said


@pytest.mark.parametrize("year", [2021, 2025])
def test_the_real_boundaries_of_the_neighbours_are_the_neighbours(
    buckinghamshire: Library, year: int
) -> None:
    said = only(real(year, "E06000061"), buckinghamshire)
    assert said.endswith("found those of North Northamptonshire (E06000061)")
