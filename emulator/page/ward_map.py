"""Positions of places on the page's map: as on a real map, moved apart where they would touch."""

import math
from collections.abc import Sequence
from functools import lru_cache

from emulator.chat import Json
from emulator.posters_and_places import Place

WIDTH, HEIGHT = 360.0, 400.0
LARGEST, SMALLEST = 22.0, 11.0
_FILLED = 0.3  # the share of the map that circles of the full size may cover
_GAP = 1.5
_PASSES = 400

Point = tuple[float, float]


def drawn(places: Sequence[Place]) -> Json:
    """The map's size and a circle for each place: its centre, its radius, its true position.

    A circle's area is proportional to the count. Circles are spaced as if all had the full size,
    so that none moves while the counts rise.
    """
    room = largest(len(places))
    spots = spread(tuple((place.latitude, place.longitude) for place in places))
    most = max((place.count for place in places), default=0)
    dots = []
    for place, (true, shown) in zip(places, spots, strict=True):
        share = math.sqrt(place.count / most) if most else 0.0
        radius = max(room * share, min(SMALLEST, room))
        dot = {"label": place.label, "count": place.count, "radius": round(radius, 1)}
        names = ("x", "y", "from_x", "from_y")
        dots.append(
            {**dot, **dict(zip(names, (round(v, 1) for v in (*shown, *true)), strict=True))}
        )
    return {"width": WIDTH, "height": HEIGHT, "dots": dots}


def largest(count: int) -> float:
    """The radius of the largest circle: smaller if there are very many places."""
    return min(LARGEST, math.sqrt(WIDTH * HEIGHT * _FILLED / (math.pi * max(count, 1))))


@lru_cache(maxsize=8)
def spread(places: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """For each (latitude, longitude): its true position on the map, and that of its circle."""
    radius = largest(len(places))
    true = _projected(places, radius)
    shown = [list(point) for point in true]
    for _ in range(_PASSES):
        if not _pushed_apart(shown, 2 * radius + _GAP):
            break
        for point in shown:
            point[0] = min(max(point[0], radius), WIDTH - radius)
            point[1] = min(max(point[1], radius), HEIGHT - radius)
    return [(a, (b[0], b[1])) for a, b in zip(true, shown, strict=True)]


def _projected(places: tuple[Point, ...], margin: float) -> list[Point]:
    """Positions on the map at one scale: a degree of longitude is shorter nearer the pole."""
    if not places:
        return []
    middle = sum(latitude for latitude, _ in places) / len(places)
    flat = [(lon * math.cos(math.radians(middle)), -lat) for lat, lon in places]
    left, top = (min(point[axis] for point in flat) for axis in (0, 1))
    wide, high = (max(point[axis] for point in flat) - low for axis, low in ((0, left), (1, top)))
    spans = ((WIDTH - 2 * margin, wide), (HEIGHT - 2 * margin, high))
    scale = min((room / span for room, span in spans if span > 0), default=0.0)
    dx, dy = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    return [(dx + (x - left) * scale, dy + (y - top) * scale) for x, y in flat]


def _pushed_apart(shown: list[list[float]], distance: float) -> bool:
    """Move each pair that is too close apart, each half the way. Returns whether any moved."""
    moved = False
    for number, one in enumerate(shown):
        for other in shown[:number]:
            x, y = one[0] - other[0], one[1] - other[1]
            apart = math.hypot(x, y)
            if apart >= distance - 0.01:
                continue
            if apart < 0.01:  # at the same point: each moves in a direction of its own
                x, y, apart = math.cos(number), math.sin(number), 1.0
            push = (distance - min(apart, distance)) / 2 / apart
            for point, way in ((one, push), (other, -push)):
                point[0] += x * way
                point[1] += y * way
            moved = True
    return moved
