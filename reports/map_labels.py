"""Where the numbers of squares and the names of wards go on a map, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from textwrap import wrap
from typing import Any

Spot = tuple[float, float]

NUMBER, SMALL_NUMBER = 26.0, 21.0
"""The size of a square's number, in pixels, and of each where there are many."""
MANY = 30
NAMES = (25.0, 22.0, 18.0)
"""The sizes tried for a ward's name."""
LONGEST_LINE = 16
_DIGIT, _LETTER, _LINE = 0.62, 0.6, 1.25
_SLOPING_LINE = 1.9
"""The height of a word in Nastaliq."""
_AWAY = 3.0
_TRIED = 14
"""Points across a ward that are tried for its name."""


@dataclass(frozen=True)
class Box:
    """A rectangle, in pixels from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Spot:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: Box) -> bool:
        """Whether the two have something in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Box) -> bool:
        """Whether the other is wholly in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def laid_out(
    room: Box,
    squares: Sequence[Box],
    shown: Sequence[str],
    wards: Sequence[tuple[str, Sequence[Spot]]],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The numbers, each in its square or beside it with a line to it, and the names of the wards.
    A name for which there is no room is left out."""
    taken = [*squares]
    size = NUMBER if len(squares) <= MANY else SMALL_NUMBER
    numbers = []
    for square, text in zip(squares, shown, strict=True):
        box, inside = _of_number(room, square, text, size, taken)
        taken.append(box)
        x, y = square.middle
        found = {"text": text, "inside": inside, "from": [x, y], **_as_data(box)}
        numbers.append({**found, "size": size})
    names, named = [], set[str]()
    for name, ring in wards:
        if name in named:
            continue
        for size in NAMES:
            lines = wrap(name, LONGEST_LINE, break_long_words=False)
            at = _of_name(room, ring, lines, size, taken)
            if at is not None:
                named.add(name)
                taken.append(at)
                names.append({"lines": lines, "size": size, **_as_data(at)})
                break
    return numbers, names


def _as_data(box: Box) -> dict[str, float]:
    return {"x": box.left, "y": box.top, "w": box.right - box.left, "h": box.bottom - box.top}


def _around(middle: Spot, width: float, height: float) -> Box:
    x, y = middle
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _of_number(
    room: Box, square: Box, text: str, size: float, taken: Sequence[Box]
) -> tuple[Box, bool]:
    """The box of a number, and whether it is in its square."""
    line = _LINE if text.isascii() else _SLOPING_LINE
    width, height = _DIGIT * size * len(text) + 10, line * size
    side = square.right - square.left
    inside = _around(square.middle, width, height)
    if width <= side - 2 and height <= side - 2:
        return inside, True
    for middle in _spiral(square.middle, side / 2, width, height):
        box = _around(middle, width, height)
        if room.holds(box) and not any(box.meets(other) for other in taken):
            return box, False
    return inside, True


def _spiral(middle: Spot, half: float, width: float, height: float) -> Iterator[Spot]:
    """Points around a square, the nearest first."""
    x, y = middle
    for step in range(12):
        away = _AWAY + step * 18
        for eighth in range(16):
            turn = eighth * pi / 8
            across, along = half + width / 2 + away, half + height / 2 + away
            yield x + cos(turn) * across, y - sin(turn) * along


def _of_name(
    room: Box, ring: Sequence[Spot], lines: Sequence[str], size: float, taken: Sequence[Box]
) -> Box | None:
    """The box of a ward's name: in the ward, as near to its middle as there is room."""
    from shapely import Point, Polygon, box

    ward = Polygon(ring)
    width = _LETTER * size * max(map(len, lines)) + 8
    height = 1.15 * size * len(lines) + 6
    x, y = ward.representative_point().coords[0]
    left, top, right, bottom = ward.bounds
    tried = [
        (left + (right - left) * a / _TRIED, top + (bottom - top) * b / _TRIED)
        for a in range(1, _TRIED)
        for b in range(1, _TRIED)
    ]
    centre = ward.centroid
    tried.sort(key=lambda p: hypot(p[0] - centre.x, p[1] - centre.y))
    best: tuple[float, Box] | None = None
    for spot in ((x, y), *tried):
        found = _around(spot, width, height)
        if not room.holds(found) or any(found.meets(other) for other in taken):
            continue
        if not ward.contains(Point(spot)):
            continue
        shape = box(found.left, found.top, found.right, found.bottom)
        inside = ward.intersection(shape).area / shape.area
        if inside > 0.98:
            return found
        if best is None or inside > best[0]:
            best = (inside, found)
    return best[1] if best is not None and best[0] >= 0.7 else None
