"""A map of the places that people sent: squares with their numbers over the outlines of wards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.card import PALETTE, PIXELS_PER_INCH, compiler_of, worded
from reports.map_labels import Box, Spot, laid_out

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("place_map.typ")

WIDTH = 984
"""Pixels across the drawing."""
HEIGHTS = (640, 1000)
NARROWEST = 8_000
"""Metres across the drawing at least, so that a reader sees where in the council it is."""
AROUND = 1_500
"""Metres around the outermost squares."""

MAP_PALETTE = PALETTE | {
    "beyond": "#E4E1D6",
    "edge": "#76827F",
    "few": "#CDE8DF",
    "some": "#86C7BB",
    "many": "#3E938C",
    "most": "#0E3B3E",
}
STEPS = ("few", "some", "many", "most")
"""The looks of a square, from plain and pale to solid and dark; between them stripes, one way and
both ways."""


@dataclass(frozen=True)
class Frame:
    """The part of the National Grid that is drawn, in metres."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels for a metre."""
        return WIDTH / (self.east - self.west)

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return (self.north - self.south) * self.scale

    def at(self, east: float, north: float) -> Spot:
        """Where a point is in the drawing, in pixels from its top left corner."""
        return (east - self.west) * self.scale, (self.north - north) * self.scale


@dataclass(frozen=True)
class MapSquare:
    """A square with a number: its south-west corner in metres, what is shown of it ("30"), and its
    look, from 0 to 3."""

    east: int
    north: int
    shown: str
    step: int


@dataclass(frozen=True)
class MapWard:
    """A ward that is in the drawing, with its rings in metres."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class PlaceMap:
    """The content of a map, in the reader's language; all of it is drawn.

    ``legend`` are the looks in use with what they mean; ``rest`` what is shown of the places that
    are in no square. Everything has passed the disclosure rule.
    """

    language: str
    council: str
    title: str
    question: str
    squares: tuple[MapSquare, ...]
    side: int
    wards: tuple[MapWard, ...]
    legend: tuple[tuple[int, str], ...]
    right_to_left: bool = False
    head: tuple[str, ...] = ()
    rest_title: str = ""
    rest: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    credit: str = ""


def frame_of(squares: tuple[tuple[int, int], ...], side: int) -> Frame:
    """The frame around squares by their south-west corners; it depends on nothing else."""
    west, south = (min(corner[axis] for corner in squares) - AROUND for axis in (0, 1))
    east, north = (max(corner[axis] for corner in squares) + side + AROUND for axis in (0, 1))
    low, high = HEIGHTS
    across = max(east - west, NARROWEST, (north - south) * WIDTH / high)
    along = max(north - south, across * low / WIDTH)
    x, y = (west + east) / 2, (south + north) / 2
    return Frame(x - across / 2, y - along / 2, x + across / 2, y + along / 2)


def map_png(places: PlaceMap) -> bytes:
    """The map as a PNG, 1080 pixels wide and as high as it needs; the same bytes for the same map.

    Raises fonts.FontsDiffer.
    """
    png = compiler(places).compile(format="png", ppi=PIXELS_PER_INCH)
    assert isinstance(png, bytes)  # typst returns a list only if there are several pages
    return png


def compiler(places: PlaceMap) -> typst.Compiler:
    """The typst compiler for this map, at any size. Raises fonts.FontsDiffer."""
    return compiler_of(TEMPLATE, map=template_data(places), palette=MAP_PALETTE)


def template_data(places: PlaceMap) -> dict[str, Any]:
    """The data for the template: the texts, and where in the drawing everything is."""
    told = {
        "council": places.council,
        "title": places.title,
        "question": places.question,
        "head": places.head,
        "legend": [{"look": STEPS[step], "words": words} for step, words in places.legend],
        "rest_title": places.rest_title,
        "rest": places.rest,
        "notes": places.notes,
        "credit": places.credit,
        "drawing": _drawing(places),
    }
    words = worded(told, places.language, right_to_left=places.right_to_left)
    return {**words, "right_to_left": places.right_to_left}


def _drawing(places: PlaceMap) -> dict[str, Any]:
    corners = tuple((square.east, square.north) for square in places.squares)
    frame = frame_of(corners, places.side)
    side = places.side * frame.scale
    boxes = []
    for east, north in corners:
        left, bottom = frame.at(east, north)
        boxes.append(Box(left, bottom - side, left + side, bottom))
    shapes = [(ward.name, shape) for ward in places.wards for shape in _seen(ward, frame)]
    shown = [square.shown for square in places.squares]
    room = Box(0, 0, WIDTH, frame.height)
    numbers, names = laid_out(room, boxes, shown, shapes)
    return {
        "width": WIDTH,
        "height": frame.height,
        "wards": [ring for _, ring in shapes],
        "squares": [
            {"x": box.left, "y": box.top, "side": side, "look": STEPS[square.step]}
            for square, box in zip(places.squares, boxes, strict=True)
        ],
        "numbers": numbers,
        "names": names,
    }


def _seen(ward: MapWard, frame: Frame) -> list[list[Spot]]:
    """The parts of a ward that are in the frame, in pixels; the largest first."""
    # Imported here because it is heavy, and only needed where something is drawn.
    from shapely import Polygon, box

    room = box(0, 0, WIDTH, frame.height)
    parts = []
    for ring in ward.rings:
        # Simplified outlines may touch themselves.
        whole = Polygon([frame.at(*point) for point in ring]).buffer(0)
        seen = whole.intersection(room)
        parts += [p for p in getattr(seen, "geoms", [seen]) if p.geom_type == "Polygon" and p.area]
    parts.sort(key=lambda part: -part.area)
    return [[(x, y) for x, y in part.exterior.coords] for part in parts]
