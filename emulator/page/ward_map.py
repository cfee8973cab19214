"""The page's map: outlines of the places as on a real map, with a name at the side of each."""

import math
from collections.abc import Sequence

from emulator.chat import Json
from emulator.posters_and_places import Outline, Outlines, Place

WIDTH, HEIGHT = 500.0, 420.0
SIDE = 136.0
"""The width of the column of names on either side of the drawing."""
_MARGIN = 8.0
SHADES = 4
"""Steps of colour by which a place with more people is darker."""

Point = tuple[float, float]
Projection = tuple[float, float, float, float]  # longitude's shrinking, scale, offsets


def drawn(places: Sequence[Place]) -> Json:
    """What changes while people join: each place's count, and its shade (0 if nobody joined)."""
    most = max((place.count for place in places), default=0)
    return {
        "places": [
            {"label": p.label, "count": p.count, "shade": _shade(p.count, most)} for p in places
        ]
    }


def _shade(count: int, most: int) -> int:
    return math.ceil(SHADES * count / most) if count else 0


def sheet(places: Sequence[Place], outlines: Outlines) -> Json:
    """What stays: the size, a path and a label for each place, and the places around them.

    A label has the side it is on, its height and the room it has, and the point in the drawing it
    belongs to. A place without an outline is only that point.
    """
    points = tuple((place.latitude, place.longitude) for place in places)
    shapes = [outlines.places.get(place.label, ()) for place in places]
    projection = _projection((*points, *_points((*shapes, *outlines.around))))
    anchors = [_projected(projection, point) for point in points]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "side": SIDE,
        "credit": outlines.credit,
        "around": [_path(projection, outline) for outline in outlines.around],
        "places": [
            {"path": _path(projection, shape), "point": _rounded(at), **label}
            for shape, at, label in zip(shapes, anchors, labels(anchors), strict=True)
        ],
    }


def _points(outlines: Sequence[Outline]) -> tuple[Point, ...]:
    return tuple(point for outline in outlines for ring in outline for point in ring)


def labels(anchors: Sequence[Point]) -> list[Json]:
    """A side and a height for each place's name: half on each side, in order, evenly apart."""
    order = sorted(range(len(anchors)), key=lambda n: anchors[n])
    half = (len(order) + 1) // 2
    found: dict[int, Json] = {}
    for side, numbers in (("left", order[:half]), ("right", order[half:])):
        numbers = sorted(numbers, key=lambda n: anchors[n][1])
        room = (HEIGHT - 2 * _MARGIN) / max(len(numbers), 1)
        for place, number in enumerate(numbers):
            y = round(_MARGIN + room * (place + 0.5), 1)
            found[number] = {"side": side, "y": y, "room": round(room, 1)}
    return [found[number] for number in range(len(anchors))]


def _projection(points: tuple[Point, ...]) -> Projection:
    """Scale and offsets for all points: a degree of longitude is shorter nearer the pole."""
    if not points:
        return (1.0, 1.0, 0.0, 0.0)
    middle = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
    shrink = math.cos(math.radians(middle))
    flat = [(lon * shrink, -lat) for lat, lon in points]
    left, top = (min(point[axis] for point in flat) for axis in (0, 1))
    wide, high = (max(point[axis] for point in flat) - low for axis, low in ((0, left), (1, top)))
    drawing = WIDTH - 2 * SIDE - 2 * _MARGIN
    spans = ((drawing, wide), (HEIGHT - 2 * _MARGIN, high))
    scale = min((room / span for room, span in spans if span > 0), default=0.0)
    dx, dy = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    return (shrink, scale, dx - left * scale, dy - top * scale)


def _projected(projection: Projection, point: Point) -> Point:
    shrink, scale, dx, dy = projection
    return (point[1] * shrink * scale + dx, -point[0] * scale + dy)


def _path(projection: Projection, outline: Outline) -> str:
    """The outline as an SVG path."""
    rings = []
    for ring in outline:
        spots = (_rounded(_projected(projection, point)) for point in ring)
        rings.append("M" + "L".join(f"{x} {y}" for x, y in spots) + "Z")
    return "".join(rings)


def _rounded(point: Point) -> Point:
    return (round(point[0], 1), round(point[1], 1))
