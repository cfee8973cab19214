"""The ward of a shared location: exact if boundaries are known, else by the nearest centroids.

A shared location reaches us rounded to three decimals, about 100 m, so near a border the rounded
point may be in the neighbouring ward. So nothing here decides where somebody lives: the person
who shared the location is always asked whether the ward is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import atan2, cos, hypot, radians, sin
from typing import Any

from content.schema.council import Ward

Geometry = Mapping[str, Any]
"""A GeoJSON Polygon or MultiPolygon: its type, and longitude before latitude in coordinates."""

EARTH_RADIUS = 6_371_009.0
"""The mean radius, in metres."""

FURTHEST = 15_000.0
"""Metres from the nearest centroid beyond which a location is outside the council.

Measured on the boundaries of 2021 and 2025 of Buckinghamshire and North Northamptonshire (ONS):
no point of their wards is further from the nearest centroid than 12,532 m (in Oundle, 2025). The
rounding adds at most 66 m; the rest is a margin for larger wards.
"""

MOST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The codes of the wards a location may be in, likeliest first; none if it is outside.

    ``exact``: found by boundaries, so there is at most one.
    """

    wards: tuple[str, ...]
    exact: bool


class Boundaries:
    """The boundaries of a council's wards, by ward code, indexed for look-ups.

    shapely is imported here and not with this module: it takes some 20 MB of memory, which a
    deployment without boundaries doesn't need.
    """

    def __init__(self, shapes: Mapping[str, Geometry]) -> None:
        from shapely import STRtree
        from shapely.geometry import shape

        self._codes = sorted(shapes)
        self._tree = STRtree([shape(shapes[code]) for code in self._codes])

    def ward_at(self, latitude: float, longitude: float) -> str | None:
        """The code of the ward at this location (degrees), or None outside all of them.

        A location on a border is in every ward that shares it: the smallest code is returned.
        """
        from shapely import Point

        hits = self._tree.query(Point(longitude, latitude), predicate="intersects")
        return self._codes[hits.min()] if hits.size else None

    def ward_around(self, ring: Iterable[tuple[float, float]]) -> str | None:
        """The code of the ward that this ring (longitude and latitude) is wholly in, or None."""
        from shapely import Polygon

        hits = self._tree.query(Polygon(ring), predicate="covered_by")
        return self._codes[hits.min()] if hits.size else None


def locate(
    wards: Iterable[Ward], boundaries: Boundaries | None, latitude: float, longitude: float
) -> Found:
    """The wards a location (degrees) may be in: one with boundaries, the nearest three without."""
    if boundaries is not None:
        ward = boundaries.ward_at(latitude, longitude)
        return Found((ward,) if ward else (), exact=True)
    near = nearest(wards, latitude, longitude)
    is_here = bool(near) and near[0][1] <= FURTHEST
    return Found(tuple(ward.code for ward, _ in near) if is_here else (), exact=False)


def nearest(
    wards: Iterable[Ward], latitude: float, longitude: float, most: int = MOST
) -> tuple[tuple[Ward, float], ...]:
    """The wards with the nearest centroids, each with its distance in metres, nearest first."""
    far = ((ward, _metres(ward, latitude, longitude)) for ward in wards)
    return tuple(nsmallest(most, far, key=lambda found: (found[1], found[0].code)))


def _metres(ward: Ward, latitude: float, longitude: float) -> float:
    """Great-circle distance. This formula (Vincenty's, on a sphere) stays exact both for points
    close together and for points half a world apart."""
    here, there = radians(latitude), radians(ward.latitude)
    turn = radians(ward.longitude - longitude)
    east = cos(there) * sin(turn)
    north = cos(here) * sin(there) - sin(here) * cos(there) * cos(turn)
    ahead = sin(here) * sin(there) + cos(here) * cos(there) * cos(turn)
    return EARTH_RADIUS * atan2(hypot(east, north), ahead)
