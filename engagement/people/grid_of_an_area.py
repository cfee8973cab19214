"""Many points of one area on the British National Grid, each within some metres of where
``national_grid`` puts it and a hundred times as fast: for drawing, not for counting."""

from __future__ import annotations

from collections.abc import Iterable

from engagement.people.national_grid import degrees, eastings_northings

_TURN = 0.05
"""Degrees more on each side: the grid's north isn't quite north."""


class GridOfAnArea:
    """Interpolates between nine points of the area, whose corners are in metres.

    Over 60 km that is within 10 m.
    """

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        (left, bottom), (right, top) = degrees(west, south), degrees(east, north)
        self._west, self._east = left - _TURN, right + _TURN
        self._south, self._north = bottom - _TURN, top + _TURN
        thirds = (0.0, 0.5, 1.0)
        self._known = tuple(
            eastings_northings(
                self._south + y * (self._north - self._south),
                self._west + x * (self._east - self._west),
            )
            for y in thirds
            for x in thirds
        )

    def is_near(self, ring: Iterable[tuple[float, float]]) -> bool:
        """Whether some of a ring (longitude and latitude) may be in the area."""
        longitudes, latitudes = zip(*ring, strict=True)
        beside = max(longitudes) < self._west or min(longitudes) > self._east
        return not (beside or max(latitudes) < self._south or min(latitudes) > self._north)

    def metres(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Metres east and north of a point in or near the area."""
        across = _weights((longitude - self._west) / (self._east - self._west))
        along = _weights((latitude - self._south) / (self._north - self._south))
        weights = [a * b for a in along for b in across]
        east = sum(w * known[0] for w, known in zip(weights, self._known, strict=True))
        north = sum(w * known[1] for w, known in zip(weights, self._known, strict=True))
        return east, north


def _weights(part: float) -> tuple[float, float, float]:
    """How much each of three points counts, at 0, a half and 1."""
    return (2 * (part - 0.5) * (part - 1), -4 * part * (part - 1), 2 * part * (part - 0.5))
