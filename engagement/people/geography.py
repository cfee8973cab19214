"""Which ward a place is in: exactly, where boundaries are known, or by the nearest centroids.

A shared location reaches us rounded to three decimals, about 100 m: near a border the rounded
place may lie in the neighbouring ward. So nothing here settles where somebody lives; whoever
shared the place is always asked whether the ward is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import atan2, cos, hypot, radians, sin
from typing import Any

from content.schema import Ward

Geometry = Mapping[str, Any]
"""A GeoJSON Polygon or MultiPolygon: its type, and longitude before latitude in coordinates."""

EARTH_RADIUS = 6_371_009.0
"""The mean radius, in metres."""

FURTHEST = 15_000.0
"""Metres from the nearest centroid beyond which a place is elsewhere.

Measured on the boundaries of 2021 and 2025 of Buckinghamshire and North Northamptonshire (ONS):
no point of their wards is further from the nearest centroid than 12,532 m (in Oundle, 2025). The
rounding adds at most 66 m; the rest is room for wards that are larger.
"""

MOST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The codes of the wards a place may be in, likeliest first; none when it is elsewhere.

    ``exact`` says that they were found by boundaries: then there is at most one.
    """

    wards: tuple[str, ...]
    exact: bool


class Boundaries:
    """The boundaries of a council's wards, by ward code, ready to be asked.

    shapely is loaded here and not with this file: it takes some 20 MB, which a deployment
    without boundaries does not spend.
    """

    def __init__(self, shapes: Mapping[str, Geometry]) -> None:
        from shapely import STRtree
        from shapely.geometry import shape

        self._codes = sorted(shapes)
        self._tree = STRtree([shape(shapes[code]) for code in self._codes])

    def ward_at(self, latitude: float, longitude: float) -> str | None:
        """The code of the ward at this place (degrees); None outside all of them.

        A place on a border is in each of its wards: the smallest code is given.
        """
        from shapely import Point

        hits = self._tree.query(Point(longitude, latitude), predicate="intersects")
        return self._codes[hits.min()] if hits.size else None


def locate(
    wards: Iterable[Ward], boundaries: Boundaries | None, latitude: float, longitude: float
) -> Found:
    """Where a place (degrees) may be. With boundaries one ward; without, the nearest three."""
    if boundaries is not None:
        ward = boundaries.ward_at(latitude, longitude)
        return Found((ward,) if ward else (), exact=True)
    near = nearest(wards, latitude, longitude)
    is_here = bool(near) and near[0][1] <= FURTHEST
    return Found(tuple(ward.code for ward, _ in near) if is_here else (), exact=False)


def nearest(
    wards: Iterable[Ward], latitude: float, longitude: float, most: int = MOST
) -> tuple[tuple[Ward, float], ...]:
    """The wards whose centroids are nearest to a place, each with the metres, nearest first."""
    far = ((ward, _metres(ward, latitude, longitude)) for ward in wards)
    return tuple(nsmallest(most, far, key=lambda found: (found[1], found[0].code)))


def _metres(ward: Ward, latitude: float, longitude: float) -> float:
    """Along the great circle. This form of the angle (Vincenty's, on a sphere) stays exact for
    places close together and for those half a world apart."""
    here, there = radians(latitude), radians(ward.latitude)
    turn = radians(ward.longitude - longitude)
    east = cos(there) * sin(turn)
    north = cos(here) * sin(there) - sin(here) * cos(there) * cos(turn)
    ahead = sin(here) * sin(there) + cos(here) * cos(there) * cos(turn)
    return EARTH_RADIUS * atan2(hypot(east, north), ahead)
