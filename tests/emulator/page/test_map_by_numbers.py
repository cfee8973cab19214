"""Where the places of the crowd stand on the page's map."""

import itertools
import math
import random

import pytest

from emulator import Emulator, Place
from emulator.page.ward_map import HEIGHT, LARGEST, WIDTH, drawn, largest

SHIRE = [
    Place(f"Ward {n}", 51.5 + dice.random() / 2, -1 + dice.random() / 2, dice.randrange(300))
    for n, dice in ((n, random.Random(n)) for n in range(49))
]


def apart(one: dict[str, float], other: dict[str, float]) -> float:
    return math.dist((one["x"], one["y"]), (other["x"], other["y"]))


def test_north_is_up_and_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    south, north, east = Place("S", 52.0, -1.0), Place("N", 52.4, -1.0), Place("E", 52.0, -0.6)
    dots = {dot["label"]: dot for dot in drawn([south, north, east])["dots"]}
    assert dots["N"]["from_y"] < dots["S"]["from_y"]
    assert dots["E"]["from_x"] > dots["S"]["from_x"]
    wide = dots["E"]["from_x"] - dots["S"]["from_x"]
    high = dots["S"]["from_y"] - dots["N"]["from_y"]
    assert wide / high == pytest.approx(math.cos(math.radians(52.13)), rel=0.01)


@pytest.mark.parametrize(
    "places",
    [SHIRE, SHIRE[:24], [Place(f"W{n}", 51.6, -0.7, 900) for n in range(12)], SHIRE[:1], []],
    ids=["a shire", "half of it", "all on one spot", "one", "none"],
)
def test_no_circle_touches_another_and_all_are_on_the_sheet(places: list[Place]) -> None:
    dots = drawn(places)["dots"]
    for one, other in itertools.combinations(dots, 2):
        assert apart(one, other) >= one["radius"] + other["radius"]
    for dot in dots:
        assert dot["radius"] <= dot["x"] <= WIDTH - dot["radius"]
        assert dot["radius"] <= dot["y"] <= HEIGHT - dot["radius"]


def test_a_circles_surface_goes_with_the_count_and_none_moves_when_counts_rise() -> None:
    places = [Place("A", 51.6, -0.7, 100), Place("B", 51.8, -0.9, 64), Place("C", 51.7, -0.5)]
    before = drawn(places)["dots"]
    assert [dot["radius"] for dot in before] == [22.0, 17.6, 11.0]
    places[2].count = 400
    after = drawn(places)["dots"]
    assert [(d["x"], d["y"]) for d in after] == [(d["x"], d["y"]) for d in before]
    assert largest(3) == LARGEST > largest(100)


def test_only_a_known_place_is_counted(telegram: Emulator) -> None:
    telegram.places = [Place("Abbey", 51.6, -0.7)]
    telegram.note_place("Abbey", 3)
    with pytest.raises(LookupError, match="no place 'Chesham'"):
        telegram.note_place("Chesham", 1)
    assert telegram.places[0].count == 3


def test_a_place_lies_on_the_map() -> None:
    with pytest.raises(ValueError, match="latitude"):
        Place("Nowhere", 100.0, 0.0)
