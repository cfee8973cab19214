"""What the page's map draws: outlines, shades, and a name at the side for each place."""

import itertools
import math
import random
import re

import pytest

from emulator import Emulator, Outlines, Place
from emulator.page.ward_map import HEIGHT, SIDE, WIDTH, drawn, labels, sheet

SHIRE = [
    Place(f"Ward {n}", 51.5 + dice.random() / 2, -1 + dice.random() / 2, dice.randrange(300))
    for n, dice in ((n, random.Random(n)) for n in range(49))
]
SQUARE = (((51.5, -1.0), (51.6, -1.0), (51.6, -0.9), (51.5, -0.9)),)


def points_of(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", path)]


def test_north_is_up_and_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    square = sheet([Place("Square", 51.55, -0.95)], Outlines({"Square": SQUARE}))["places"][0]
    south_west, north_west, north_east, _ = points_of(square["path"])
    assert north_west[1] < south_west[1]
    assert north_east[0] > north_west[0]
    wide, high = north_east[0] - north_west[0], south_west[1] - north_west[1]
    assert wide / high == pytest.approx(math.cos(math.radians(51.55)), rel=0.01)
    assert square["point"] == pytest.approx((WIDTH / 2, HEIGHT / 2), abs=0.2)


def test_everything_is_drawn_between_the_names() -> None:
    around = (((51.4, -1.2), (52.3, -1.2), (52.3, -0.4)),)
    found = sheet(SHIRE, Outlines({}, (around,), "Whose data"))
    shown = [p["point"] for p in found["places"]] + points_of(found["around"][0])
    for x, y in shown:
        assert SIDE <= x <= WIDTH - SIDE
        assert 0 <= y <= HEIGHT
    assert found["credit"] == "Whose data"


def test_a_place_without_an_outline_is_its_point() -> None:
    assert sheet(SHIRE[:1], Outlines())["places"][0]["path"] == ""
    assert sheet([], Outlines())["places"] == []


@pytest.mark.parametrize("count", [1, 2, 10, 26, 49])
def test_names_are_beside_the_drawing_and_none_is_over_another(count: int) -> None:
    found = sheet(SHIRE[:count], Outlines())["places"]
    for side in ("left", "right"):
        here = sorted(entry["y"] for entry in found if entry["side"] == side)
        room = next((entry["room"] for entry in found if entry["side"] == side), 0)
        assert all(b - a >= room - 0.2 for a, b in itertools.pairwise(here))
    halves = [sum(entry["side"] == side for entry in found) for side in ("left", "right")]
    assert halves[0] - halves[1] in (0, 1)


def test_names_have_the_order_of_their_places_from_north_to_south() -> None:
    found = labels([(100.0, 300.0), (90.0, 10.0), (300.0, 40.0)])
    assert [entry["side"] for entry in found] == ["left", "left", "right"]
    assert found[1]["y"] < found[0]["y"]


def test_a_place_is_darker_with_more_people_and_pale_with_none() -> None:
    places = [Place("A", 51.6, -0.7, 100), Place("B", 51.8, -0.9, 60), Place("C", 51.7, -0.5)]
    assert [entry["shade"] for entry in drawn(places)["places"]] == [4, 3, 0]
    places[2].count = 1
    assert [entry["shade"] for entry in drawn(places)["places"]] == [4, 3, 1]


def test_only_a_known_place_is_counted(telegram: Emulator) -> None:
    telegram.places = [Place("Abbey", 51.6, -0.7)]
    telegram.note_place("Abbey", 3)
    with pytest.raises(LookupError, match="no place 'Chesham'"):
        telegram.note_place("Chesham", 1)
    assert telegram.places[0].count == 3


def test_a_place_lies_on_the_map() -> None:
    with pytest.raises(ValueError, match="latitude"):
        Place("Nowhere", 100.0, 0.0)
