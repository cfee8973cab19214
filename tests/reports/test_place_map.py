"""A map of places: what is drawn on it, and where, told from its pixels."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from png_pixels import Picture, contrast_of, picture

from reports.map_labels import Box, laid_out
from reports.place_map import (
    MAP_PALETTE,
    STEPS,
    TEMPLATE,
    MapSquare,
    MapWard,
    PlaceMap,
    compiler,
    map_png,
    template_data,
)

WEST, SOUTH = 486_000, 192_000
WARD = MapWard(
    "Abbey", (((480_000, 186_000), (480_000, 200_000), (500_000, 200_000), (500_000, 186_000)),)
)
SQUARES = (
    MapSquare(WEST, SOUTH, "10", 0),
    MapSquare(WEST + 1500, SOUTH, "30", 1),
    MapSquare(WEST, SOUTH + 1500, "65", 2),
    MapSquare(WEST + 3000, SOUTH + 1000, "110", 3),
)
ENGLISH = PlaceMap(
    language="en",
    council="Buckinghamshire Council",
    title="Dark corners",
    question="Where is it too dark?",
    squares=SQUARES,
    side=500,
    wards=(WARD,),
    legend=(),
    rest_title="Elsewhere",
    rest=("Abbey: about 15 (5%)",),
    notes=("Each square is 500 metres wide.",),
    credit="Map: Office for National Statistics.",
)


def seen(places: PlaceMap) -> Picture:
    return picture(map_png(places))


def fill(found: Picture, step: int) -> tuple[int, int, int, int]:
    """The rectangle of pixels in the colour of a look: left, top, right, bottom."""
    spots = found.places_of(MAP_PALETTE[STEPS[step]])
    across, along = [x for x, _ in spots], [y for _, y in spots]
    return min(across), min(along), max(across), max(along)


def test_each_square_is_drawn_where_it_is_and_nowhere_else() -> None:
    """The pixels of the four looks make four squares, as far apart as on the ground."""
    found = seen(ENGLISH)
    boxes = [fill(found, step) for step in range(4)]
    for left, top, right, bottom in boxes:
        assert abs((right - left) - (bottom - top)) <= 2
        assert 55 <= right - left <= 63  # 500 of 8,000 metres, of 984 pixels
    a_metre = 984 / 8000
    (west, south, *_), *others = boxes
    for (left, top, *_), square in zip(others, SQUARES[1:], strict=True):
        assert abs((left - west) - (square.east - WEST) * a_metre) <= 2
        assert abs((south - top) - (square.north - SOUTH) * a_metre) <= 2


@pytest.mark.parametrize("step", range(4))
def test_a_look_that_no_square_has_is_nowhere_in_the_picture(step: int) -> None:
    others = tuple(square for square in SQUARES if square.step != step)
    assert seen(replace(ENGLISH, squares=others)).places_of(MAP_PALETTE[STEPS[step]]) == []


def numbers(places: PlaceMap) -> list[str]:
    return [str(one) for one in json.loads(compiler(places).query("<number>", field="value"))]


def test_each_square_has_its_own_number_and_no_other_is_on_the_map() -> None:
    assert numbers(ENGLISH) == ["10", "30", "65", "110"]


def test_looks_are_told_apart_without_colour() -> None:
    """Plain, stripes one way, stripes both ways, solid, each darker than the one before."""
    tones = [sum(bytes.fromhex(MAP_PALETTE[step][1:])) for step in STEPS]
    assert tones == sorted(tones, reverse=True)
    assert all(lighter - darker > 100 for lighter, darker in pairwise(tones))
    found, dark = seen(ENGLISH), tuple(bytes.fromhex(MAP_PALETTE["deep"][1:]))
    striped = []
    for step in range(3):
        left, top, right, bottom = fill(found, step)
        rows = [row[left + 2 : right - 1] for row in found.rows[top + 2 : bottom - 1]]
        striped.append(sum(row.count(dark) for row in rows))
    assert striped[0] == 0
    assert 0 < striped[1] < striped[2]


def test_squares_far_apart_have_their_numbers_beside_them_and_none_covers_another() -> None:
    room = Box(0, 0, 984, 984)
    squares = [Box(x, y, x + 12, y + 12) for x in range(300, 360, 12) for y in (300, 312, 500)]
    found, _ = laid_out(room, squares, ["110"] * len(squares), [])
    boxes = [Box(n["x"], n["y"], n["x"] + n["w"], n["y"] + n["h"]) for n in found]
    assert all(room.holds(box) for box in boxes)
    for place, box in enumerate(boxes):
        assert not any(box.meets(other) for other in (*boxes[:place], *squares))


def test_names_of_wards_keep_off_squares_and_numbers() -> None:
    drawn = template_data(ENGLISH)["drawing"]
    ((name,),) = [[one for one in drawn["names"] if one["lines"] == ["Abbey"]]]
    box = Box(name["x"], name["y"], name["x"] + name["w"], name["y"] + name["h"])
    for square in drawn["squares"]:
        side = square["side"]
        assert not box.meets(Box(square["x"], square["y"], square["x"] + side, square["y"] + side))


def test_equal_maps_are_equal_bytes_and_urdu_is_drawn_from_the_right() -> None:
    assert map_png(ENGLISH) == map_png(replace(ENGLISH))
    urdu = replace(
        ENGLISH, language="ur", right_to_left=True, title="اندھیری جگہیں", council="کونسل"
    )
    found = seen(urdu)
    pale, deep = (tuple(bytes.fromhex(MAP_PALETTE[name][1:])) for name in ("box", "deep"))
    head = [row for row in found.rows if row[0] == deep]
    written = [x for row in head for x, pixel in enumerate(row) if pixel == pale]
    assert written
    assert min(written) > 500
    assert map_png(urdu) != map_png(replace(urdu, language="ar"))


WORDS_ON = [
    ("quiet", "box"),
    ("quiet", "paper"),
    ("ink", "paper"),
    ("ink", "box"),
    ("pale", "deep"),
]


@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_stand_out_enough_to_be_read(words: str, ground: str) -> None:
    assert contrast_of(MAP_PALETTE[words], MAP_PALETTE[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["box", "beyond"])
def test_lines_stand_out_from_the_ground(ground: str) -> None:
    assert contrast_of(MAP_PALETTE["edge"], MAP_PALETTE[ground]) >= 3
    assert contrast_of(MAP_PALETTE["deep"], MAP_PALETTE[ground]) >= 3


def test_the_map_has_no_colours_of_its_own() -> None:
    template = TEMPLATE.read_text()
    used = {*re.findall(r"colour\.(\w+)", template)} - {"at"}
    assert used <= MAP_PALETTE.keys()
    assert not re.search(r'\b(white|black|luma|gray)\b|"#[0-9A-Fa-f]{3,8}"', template)
