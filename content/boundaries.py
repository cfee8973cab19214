"""Ward boundaries from a GeoJSON file of the ONS, checked against a council's wards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from content import shapes
from content.located_yaml import show
from content.problems import ContentError, Problem
from content.schema.council import Council, Ward
from content.shapes import Geometry

LARGEST = 64 * 2**20
MOST_NAMED = 5

_WARD_CODE = re.compile(r"WD(\d\d)CD", re.IGNORECASE)
_COUNCIL_CODE = re.compile(r"LAD(\d\d)CD", re.IGNORECASE)
_PORTAL = "from the ONS Open Geography Portal"
_OTHER_FORMAT = f"expected GeoJSON: choose that format when you download the file {_PORTAL}"


@dataclass(frozen=True, slots=True)
class _Area:
    """One ward of the file. ``year`` is in the name of its property: 2022 for WD22CD."""

    code: str
    year: int
    council: str | None
    council_name: str | None
    geometry: Any


def read(path: Path, wards: Mapping[str, Ward], council: Council) -> dict[str, Geometry]:
    """The shapes of ``wards`` by code, rounded to 6 decimals. Raises ContentError.

    The file may also have wards of other councils, such as those of the whole country: they are
    ignored. Wards are matched by code and not by the year in the property's name, because a file
    of a later year often has the same wards; the year is mentioned only if the codes don't match.
    """
    areas = _areas(path.name, _features(path))
    ours = [area for area in areas if area.code in wards]
    problems = [*_disagreements(path.name, areas, ours, wards, council)]
    problems = problems or [*_misshapen(path.name, ours, wards)]
    if problems:
        raise ContentError(problems)
    found = {area.code: area.geometry for area in ours}
    return {code: shapes.rounded(found[code]) for code in wards}


def _features(path: Path) -> list[Any]:
    """The features of a GeoJSON file, not checked yet."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            expected = (
                f"expected at most {LARGEST // 2**20} MB. Download the generalised or super "
                f"generalised version {_PORTAL}: it is exact enough to find a ward"
            )
            raise ContentError(
                [Problem(path.name, None, None, expected, f"{-(-size // 2**20)} MB")]
            )
        document = orjson.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except FileNotFoundError:
        raise ContentError([Problem(str(path), None, None, "expected a file", "none")]) from None
    except OSError as error:
        expected = "expected a file that can be read"
        raise ContentError([Problem(path.name, None, None, expected, error.strerror)]) from None
    except orjson.JSONDecodeError as error:
        problem = Problem(
            path.name, error.lineno, None, _OTHER_FORMAT, f"invalid JSON ({error.msg})"
        )
        raise ContentError([problem]) from None
    kind = document.get("type") if isinstance(document, dict) else document
    features = document.get("features") if kind == "FeatureCollection" else None
    if not isinstance(features, list) or not features:
        expected = f"{_OTHER_FORMAT}. A FeatureCollection with a feature for each ward is expected"
        raise ContentError([Problem(path.name, None, "type", expected, show(kind))])
    return features


def _areas(file: str, features: list[Any]) -> list[_Area]:
    areas = [_area(feature) for feature in features]
    nameless = [number for number, area in enumerate(areas, start=1) if area is None]
    if nameless:
        expected = (
            "expected each feature to have its ward's code, in a property such as WD22CD. "
            f"Download the file again {_PORTAL}, with all its fields"
        )
        found = f"none in feature {_listed(map(str, nameless))}"
        raise ContentError([Problem(file, None, "properties", expected, found)])
    return [area for area in areas if area is not None]


def _area(feature: Any) -> _Area | None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None
    for name, code in properties.items():
        found = _WARD_CODE.fullmatch(name)
        if found and isinstance(code, str) and code.strip():
            council, council_name = _council(properties)
            year = 2000 + int(found[1])
            geometry = feature.get("geometry")
            return _Area(code.strip(), year, council, council_name, geometry)
    return None


def _council(properties: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The code and name of the council a ward belongs to, if the file has them."""
    for name, code in properties.items():
        if _COUNCIL_CODE.fullmatch(name) and isinstance(code, str):
            council_name = properties.get(name[:-2] + "NM", properties.get(name[:-2] + "nm"))
            return code, council_name if isinstance(council_name, str) else None
    return None, None


def _disagreements(
    file: str,
    areas: list[_Area],
    ours: list[_Area],
    wards: Mapping[str, Ward],
    council: Council,
) -> Iterator[Problem]:
    """Wards that are unknown, missing or in the file twice."""
    if not ours:
        yield _none_of_ours(file, areas, wards, council)
        return
    seen = Counter(area.code for area in ours)
    year = ours[0].year
    missing = [_named(ward) for code, ward in wards.items() if code not in seen]
    if missing:
        expected = (
            f"expected all {len(wards)} wards of wards.yaml. Missing: {_listed(missing)}. Download "
            f"the boundaries of {council.vintage} again {_PORTAL}, with nothing filtered out"
        )
        found = f"boundaries of {year}" if year != council.vintage else None
        yield Problem(file, None, None, expected, found)
    for code, times in seen.items():
        if times > 1:
            expected = "expected each ward once"
            yield Problem(file, None, _named(wards[code]), expected, f"it {times} times")


def _none_of_ours(
    file: str, areas: list[_Area], wards: Mapping[str, Ward], council: Council
) -> Problem:
    """None of the file's wards is ours: it is for another council, or for another year."""
    councils = {area.council: area.council_name for area in areas if area.council}
    if councils and council.gss_code not in councils:
        named = [f"{name} ({code})" if name else code for code, name in councils.items()]
        expected = (
            f"expected boundaries of {council.name} ({council.gss_code}). Download its wards, or "
            f"those of the whole country, {_PORTAL}"
        )
        return Problem(file, None, None, expected, f"those of {_listed(named)}")
    year = areas[0].year
    if year != council.vintage:
        expected = (
            f"These are boundaries of {year}; the wards in force are those of {council.vintage}. "
            f"Import the boundaries of {council.vintage}, or bring wards.yaml and the vintage in "
            f"council.yaml to {year} first"
        )
        return Problem(file, None, None, expected)
    expected = f"expected ward codes of wards.yaml, such as {next(iter(wards))}"
    return Problem(file, None, None, expected, show(areas[0].code))


def _misshapen(file: str, ours: list[_Area], wards: Mapping[str, Ward]) -> Iterator[Problem]:
    for area in ours:
        slip = shapes.coordinate_error(area.geometry)
        if slip is not None:
            # Every ward of the file has the same mistake, so one report is enough.
            yield Problem(file, None, None, slip.expected, slip.found)
            return
    for area in ours:
        for slip in shapes.shape_errors(area.geometry):
            yield Problem(file, None, _named(wards[area.code]), slip.expected, slip.found)


def _named(ward: Ward) -> str:
    return f"{ward.name} ({ward.code})"


def _listed(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    every = [*names]
    more = f" and {len(every) - MOST_NAMED} more" if len(every) > MOST_NAMED else ""
    return ", ".join(every[:MOST_NAMED]) + more
