"""Squares of the British National Grid, 500 m wide, from latitude and longitude.

The projection is a transverse Mercator on the Airy 1830 ellipsoid, and the step from WGS84 to its
datum a Helmert transformation, both as Ordnance Survey publishes them in "A guide to coordinate
systems in Great Britain" (sections 6.6, and annexes B and C). It is exact to some 5 m, a tenth of
what the points themselves are rounded by.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, floor, hypot, radians, sin, sqrt, tan

from content.points import point_of

SIDE = 500
"""Metres."""
_HUNDRED_KM, _HUNDRED_M = 100_000, 100
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"  # without I


@dataclass(frozen=True, slots=True)
class _Ellipsoid:
    """Its two half axes, in metres."""

    a: float
    b: float

    @property
    def e2(self) -> float:
        """The square of its eccentricity."""
        return 1 - self.b**2 / self.a**2


_WGS84 = _Ellipsoid(6_378_137.0, 6_356_752.314_1)
_AIRY = _Ellipsoid(6_377_563.396, 6_356_256.909)
_SHIFT = (-446.448, 125.157, -542.060)
_TURN = tuple(radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
_SCALE = 20.4894e-6
_SCALE_ON_MERIDIAN = 0.9996012717
_ORIGIN = (radians(49), radians(-2))
_EAST, _NORTH = 400_000.0, -100_000.0
_STEPS = 12


def square_at(latitude: float, longitude: float) -> str | None:
    """The square that holds a point (degrees), by the grid reference of its south-west corner, such
    as "SU865925"; None for a point outside the grid."""
    east, north = eastings_northings(latitude, longitude)
    return _named(floor(east / SIDE) * SIDE, floor(north / SIDE) * SIDE)


def square_of(place: str) -> str:
    """The square of a place as it is kept in an answer; empty where only its ward is known."""
    point = point_of(place)
    return (square_at(*point) or "") if point is not None else ""


def corners(square: str) -> tuple[tuple[float, float], ...]:
    """The corners of a square, as longitude and latitude in degrees; the first comes twice."""
    east, north = south_west(square)
    steps = ((0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE), (0, 0))
    return tuple(degrees(east + x, north + y) for x, y in steps)


def eastings_northings(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north on the grid of a point in degrees (WGS84)."""
    return _projected(*_on_airy(radians(latitude), radians(longitude)))


def _named(east: int, north: int) -> str | None:
    if not (0 <= east < 7 * _HUNDRED_KM and 0 <= north < 13 * _HUNDRED_KM):
        return None
    column, row = east // _HUNDRED_KM, north // _HUNDRED_KM
    # Squares of 500 km, from S in the south-west; in each, 25 of 100 km from V to E.
    large = _LETTERS[(3 - row // 5) * 5 + column // 5 + 2]
    small = _LETTERS[(4 - row % 5) * 5 + column % 5]
    within = (east % _HUNDRED_KM // _HUNDRED_M, north % _HUNDRED_KM // _HUNDRED_M)
    return f"{large}{small}{within[0]:03}{within[1]:03}"


def south_west(square: str) -> tuple[int, int]:
    """The south-west corner of a square, in metres east and north."""
    large, small = (_LETTERS.index(letter) for letter in square[:2])
    east = ((large % 5 - 2) * 5 + small % 5) * _HUNDRED_KM + int(square[2:5]) * _HUNDRED_M
    north = ((3 - large // 5) * 5 + 4 - small // 5) * _HUNDRED_KM + int(square[5:]) * _HUNDRED_M
    return east, north


def _on_airy(latitude: float, longitude: float) -> tuple[float, float]:
    """Radians on the Airy ellipsoid of radians on WGS84."""
    across = _WGS84.a / sqrt(1 - _WGS84.e2 * sin(latitude) ** 2)
    x = across * cos(latitude) * cos(longitude)
    y = across * cos(latitude) * sin(longitude)
    z = (1 - _WGS84.e2) * across * sin(latitude)
    (tx, ty, tz), (rx, ry, rz), s = _SHIFT, _TURN, 1 + _SCALE
    x, y, z = (
        tx + s * x - rz * y + ry * z,
        ty + rz * x + s * y - rx * z,
        tz - ry * x + rx * y + s * z,
    )
    around = hypot(x, y)
    found = atan2(z, around * (1 - _AIRY.e2))
    for _ in range(6):
        across = _AIRY.a / sqrt(1 - _AIRY.e2 * sin(found) ** 2)
        found = atan2(z + _AIRY.e2 * across * sin(found), around)
    return found, atan2(y, x)


def _projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north of radians on the Airy ellipsoid."""
    a, e2, f0 = _AIRY.a, _AIRY.e2, _SCALE_ON_MERIDIAN
    lat0, lon0 = _ORIGIN
    bent = 1 - e2 * sin(latitude) ** 2
    nu, rho = a * f0 / sqrt(bent), a * f0 * (1 - e2) / bent**1.5
    eta2 = nu / rho - 1
    t, c, far = tan(latitude), cos(latitude), longitude - lon0
    north = _meridian(latitude, lat0) + _NORTH + nu / 2 * sin(latitude) * c * far**2
    north += nu / 24 * sin(latitude) * c**3 * (5 - t**2 + 9 * eta2) * far**4
    north += nu / 720 * sin(latitude) * c**5 * (61 - 58 * t**2 + t**4) * far**6
    east = _EAST + nu * c * far + nu / 6 * c**3 * (nu / rho - t**2) * far**3
    east += nu / 120 * c**5 * (5 - 18 * t**2 + t**4 + 14 * eta2 - 58 * t**2 * eta2) * far**5
    return east, north


def _meridian(latitude: float, lat0: float) -> float:
    """Metres along the meridian from the latitude of the origin."""
    n = (_AIRY.a - _AIRY.b) / (_AIRY.a + _AIRY.b)
    more, both = latitude - lat0, latitude + lat0
    return (
        _AIRY.b
        * _SCALE_ON_MERIDIAN
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * more
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(more) * cos(both)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * more) * cos(2 * both)
            - 35 / 24 * n**3 * sin(3 * more) * cos(3 * both)
        )
    )


def degrees(east: float, north: float) -> tuple[float, float]:
    """Longitude and latitude of metres on the grid: the point that is projected there, approached
    in steps, each of which leaves a tenth of the distance at most."""
    latitude, longitude = 52.5, -1.5
    for _ in range(_STEPS):
        x, y = eastings_northings(latitude, longitude)
        latitude += (north - y) / 111_200
        longitude += (east - x) / (111_300 * cos(radians(latitude)))
    return longitude, latitude
