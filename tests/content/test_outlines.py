"""outlines.json: the simplified shapes of a council's wards, for a map."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from content import library, outlines
from content.library import COUNCILS, ContentError
from content.problems import Problem

SLUGS = ["buckinghamshire", "north-northamptonshire"]
LARGEST = 60_000
GOOD = {
    "source": "Drawn by hand",
    "credit": "Contains OS data",
    "wards": {"E05013120": [[[-0.75, 51.63], [-0.76, 51.62], [-0.74, 51.61]]]},
}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_ward_in_force_has_an_outline_and_its_centre_is_within_the_outlines_bounds(slug):
    found = library.load(COUNCILS / slug)
    assert found.outlines is not None
    assert found.outlines.wards.keys() == found.wards.keys()
    for code, rings in found.outlines.wards.items():
        ward = found.wards[code]
        xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
        assert min(xs) < ward.longitude < max(xs)
        assert min(ys) < ward.latitude < max(ys)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_outline_is_small_and_says_whose_data_it_is(slug):
    path = COUNCILS / slug / outlines.FILE
    assert path.stat().st_size < LARGEST
    found = outlines.read(path.parent, [])
    assert found is not None
    words = "Contains OS data © Crown copyright and database right"
    assert words in found.credit
    assert "outlines.json" in (path.parent / "ATTRIBUTION.md").read_text("utf-8")


def test_a_council_without_the_file_has_no_outlines(tmp_path: Path):
    assert outlines.read(tmp_path, []) is None


def problems_with(folder: Path, text: str) -> list[str]:
    found: list[Problem] = []
    (folder / outlines.FILE).write_text(text, "utf-8")
    outlines.read(folder, found)
    return [str(problem) for problem in found]


def test_a_good_file_has_no_problems(tmp_path: Path):
    assert problems_with(tmp_path, json.dumps(GOOD)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"credit": ""}, "outlines.json, credit: "),
        ({"wards": {"E05013120": [[[-0.75, 51.63]]]}}, "outlines.json, wards.E05013120.0: "),
        ({"colour": "green"}, "outlines.json, colour: "),
        (
            {"wards": {"E05013120": [[[51.63, -0.75], [51.62, -0.76], [51.61, -0.74]]]}},
            "outlines.json, E05013120: expected longitude before latitude",
        ),
    ],
)
def test_a_file_that_cannot_be_drawn_is_named_with_the_place_of_the_error(tmp_path, change, words):
    [problem] = problems_with(tmp_path, json.dumps({**GOOD, **change}))
    assert problem.startswith(words)


def test_what_is_not_json_is_said_to_be_none(tmp_path: Path):
    [problem] = problems_with(tmp_path, '{"source":')
    assert problem.startswith("outlines.json, line 1: expected JSON")


def test_check_content_finds_the_error_too(tmp_path: Path):
    folder = tmp_path / "council"
    shutil.copytree(COUNCILS / "buckinghamshire", folder)
    (folder / outlines.FILE).write_text("[]", "utf-8")
    with pytest.raises(ContentError, match=r"outlines\.json"):
        library.load(folder)
