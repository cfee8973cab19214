"""Checks of a ward's shape in GeoJSON: rings in degrees that close and don't cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from content.located_yaml import show

Geometry = Mapping[str, Any]

LONGITUDES = (-9.0, 2.0)
LATITUDES = (49.0, 61.0)
"""Where a ward may be: the same range as for the centroids in wards.yaml."""

FURTHEST_DEGREE = 180.0
FEWEST_POINTS = 4
GRID = 1e-6
"""Degrees to which a shape is rounded, about 0.1 m: more digits only take space."""


class ShapeError(NamedTuple):
    """An error in a shape: what was expected, and what was found instead."""

    expected: str
    found: str | None


IN_METRES = ShapeError(
    "expected longitude and latitude in degrees: these are metres, as on the British National "
    "Grid. Export the file as WGS84 (EPSG:4326)",
    None,
)
SWAPPED = ShapeError(
    "expected longitude before latitude, as GeoJSON has them: these are the other way round. "
    "Export the file again as GeoJSON",
    None,
)


def coordinate_error(geometry: object) -> ShapeError | None:
    """An error in the numbers that affects the whole file: metres, or the wrong order; or None.

    Only the first position is looked at; a shape without one is left to ``shape_errors``.
    """
    first: Any = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(first, list) and first and isinstance(first[0], list):
        first = first[0]
    if not _is_position(first):
        return None
    x, y = first[0], first[1]
    if max(abs(x), abs(y)) > FURTHEST_DEGREE:
        return IN_METRES
    return SWAPPED if not _is_here(x, y) and _is_here(y, x) else None


def shape_errors(geometry: object) -> Iterator[ShapeError]:
    """All errors in a shape. Crossing lines are looked for only if the rings are sound."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        yield ShapeError("expected a Polygon or a MultiPolygon", show(kind))
        return
    broken = False
    for slip in _broken_rings(geometry):
        broken = True
        yield slip
    if not broken:
        yield from _crossings(geometry)


def rounded(geometry: Geometry) -> Geometry:
    """A sound shape rounded to ``GRID``, and still sound. Heights are left out."""
    import shapely
    from shapely.geometry import mapping

    shape = shapely.set_precision(_shape(geometry), GRID)
    whole: Geometry = mapping(shape)
    return whole


def _broken_rings(geometry: Geometry) -> Iterator[ShapeError]:
    coordinates: Any = geometry.get("coordinates")
    polygons = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    if not _is_list_of_lists(polygons):
        yield ShapeError("expected a list of polygons, each a list of rings", show(coordinates))
        return
    number = 0
    for polygon in polygons:
        for ring in polygon:
            number += 1
            slip = _broken(ring)
            if slip is not None:
                found = f"{slip.found} in ring {number}"
                yield ShapeError(slip.expected, found)


def _broken(ring: object) -> ShapeError | None:
    if not isinstance(ring, list):
        return ShapeError("expected a ring to be a list of positions", show(ring))
    for position in ring:
        if not _is_position(position):
            expected = "expected every position to be two numbers, longitude and latitude"
            return ShapeError(expected, _position(position))
        if not _is_here(position[0], position[1]):
            expected = "expected longitudes from -9 to 2 and latitudes from 49 to 61"
            return ShapeError(expected, _position(position))
    if len(ring) < FEWEST_POINTS:
        return ShapeError(
            f"expected at least {FEWEST_POINTS} positions in every ring", str(len(ring))
        )
    if ring[0][:2] != ring[-1][:2]:
        expected = "expected every ring to end where it begins"
        return ShapeError(expected, f"{_position(ring[0])} first and {_position(ring[-1])} last")
    return None


def _crossings(geometry: Geometry) -> Iterator[ShapeError]:
    import shapely

    shape = _shape(geometry)
    if not shape.is_valid:
        yield ShapeError(
            "expected lines that neither cross nor touch themselves (download the file again, or "
            "repair it in a mapping program: QGIS calls that Fix geometries)",
            shapely.is_valid_reason(shape),
        )
    elif shapely.set_precision(shape, GRID).is_empty:
        yield ShapeError("expected a shape that covers some ground", "none")


def _shape(geometry: Geometry) -> Any:
    import shapely
    from shapely.geometry import shape

    return shapely.force_2d(shape(geometry))


def _is_list_of_lists(polygons: object) -> bool:
    return (
        isinstance(polygons, list)
        and bool(polygons)
        and all(isinstance(polygon, list) and polygon for polygon in polygons)
    )


def _is_position(position: object) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in position)
    )


def _is_here(longitude: float, latitude: float) -> bool:
    return LONGITUDES[0] <= longitude <= LONGITUDES[1] and LATITUDES[0] <= latitude <= LATITUDES[1]


def _position(position: object) -> str:
    if not isinstance(position, list):
        return show(position)
    return f"({', '.join(map(show, position))})"
