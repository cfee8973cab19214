"""Simplified outlines of a council's wards, for drawing a map: outlines.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import Field, ValidationError

from content.located_yaml import show
from content.problems import Problem
from content.schema.authored import Authored, Line
from content.shapes import LATITUDES, LONGITUDES

FILE = "outlines.json"

Degree = Annotated[float, Field(allow_inf_nan=False)]
Ring = Annotated[tuple[tuple[Degree, Degree], ...], Field(min_length=3)]


class Outlines(Authored):
    """Each ward's rings of (longitude, latitude) by its code, and whose data they are.

    They are too coarse to tell which ward a place near a border is in; ``wardmote wards
    import-boundaries`` imports those that are not.
    """

    source: Line
    credit: Line
    wards: dict[str, Annotated[tuple[Ring, ...], Field(min_length=1)]]

    @property
    def shapes(self) -> Mapping[str, Mapping[str, Any]]:
        """Each ward's rings as GeoJSON, by its code."""
        return {
            code: {
                "type": "MultiPolygon",
                "coordinates": [[[*map(list, ring), list(ring[0])]] for ring in rings],
            }
            for code, rings in self.wards.items()
        }


def read(directory: Path, problems: list[Problem]) -> Outlines | None:
    """The outlines in a council's folder; None without the file. Errors go to ``problems``."""
    try:
        found = Outlines.model_validate(orjson.loads((directory / FILE).read_bytes()))
    except FileNotFoundError:
        return None
    except orjson.JSONDecodeError as error:
        expected = f"expected JSON, found an error: {error.msg}"
        problems.append(Problem(FILE, error.lineno, None, expected))
        return None
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        problems.append(Problem(FILE, None, field, first["msg"], show(first["input"])))
        return None
    problems.extend(_elsewhere(found))
    return found


def _elsewhere(found: Outlines) -> Iterator[Problem]:
    """A problem for each ward with a point that isn't in England, as when degrees are swapped."""
    expected = "expected longitude before latitude, in degrees"
    for code, rings in found.wards.items():
        for longitude, latitude in (point for ring in rings for point in ring):
            inside = LONGITUDES[0] <= longitude <= LONGITUDES[1]
            if not (inside and LATITUDES[0] <= latitude <= LATITUDES[1]):
                yield Problem(FILE, None, code, expected, f"{longitude}, {latitude}")
                break
