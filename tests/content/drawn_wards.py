"""A GeoJSON file of a council's wards, drawn as squares round their centroids, to break."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from content import boundaries
from content.library import ContentError, Library, Problem
from content.schema.council import Ward

HALF = 0.004  # degrees


class Drawing:
    """What will stand in the file: a FeatureCollection, and one feature for each ward."""

    def __init__(self, library: Library, path: Path) -> None:
        self.path = path
        self.collection: dict[str, Any] = {
            "type": "FeatureCollection",
            "features": [feature_of(ward) for ward in library.wards.values()],
        }

    @property
    def features(self) -> list[dict[str, Any]]:
        return self.collection["features"]

    def feature(self, code: str) -> dict[str, Any]:
        return next(f for f in self.features if f["properties"]["WD22CD"] == code)

    def draw(self, code: str, kind: str, coordinates: object) -> None:
        """Give a ward another shape."""
        self.feature(code)["geometry"] = {"type": kind, "coordinates": coordinates}

    def rename(self, old: str, new: str) -> None:
        """Call a property by another name, everywhere."""
        for feature in self.features:
            feature["properties"][new] = feature["properties"].pop(old)

    def move_to(self, code: str, name: str) -> None:
        """Say that all these wards are another council's."""
        for number, feature in enumerate(self.features):
            feature["properties"] |= {"LAD22CD": code, "LAD22NM": name}
            feature["properties"]["WD22CD"] = f"E0509{number:04}"

    def written(self) -> Path:
        self.path.write_text(json.dumps(self.collection), encoding="utf-8")
        return self.path


def square(longitude: float, latitude: float, half: float = HALF) -> list[list[float]]:
    west, east = longitude - half, longitude + half
    south, north = latitude - half, latitude + half
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature_of(ward: Ward) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {
            "FID": 1,
            "WD22CD": ward.code,
            "WD22NM": ward.name,
            "LAD22CD": "E06000060",
            "LAD22NM": "Buckinghamshire",
        },
        "geometry": {"type": "Polygon", "coordinates": [square(ward.longitude, ward.latitude)]},
    }


def read(path: Path, council: Library) -> dict[str, boundaries.Geometry]:
    return boundaries.read(path, council.wards, council.council)


def wrong(path: Path, council: Library) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read(path, council)
    return caught.value.problems


def only(path: Path, council: Library) -> str:
    """The one problem there is, as it is said."""
    (problem,) = wrong(path, council)
    return str(problem)
