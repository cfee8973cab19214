"""`wardmote wards import-boundaries`: what it stores, and what it refuses without a trace."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from content import library
from content.schema.council import Ward
from storage.engine.database import Database
from storage.people import boundaries
from wardmote.commands.cli_options import app

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared/data/wards"
WARDS = library.load(library.council_directory("buckinghamshire")).wards
ABBEY = "E05013120"

Collection = dict[str, Any]


@dataclass
class Office:
    """A folder with a database, and the command line."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WARDMOTE_")}
        return {
            **kept,
            "PYTHONPATH": str(ROOT),
            "WARDMOTE_TOKEN": "100200300:made-up-for-tests",
            "WARDMOTE_COUNCIL": "buckinghamshire",
            "WARDMOTE_DATABASE": self.database,
        }

    @property
    def database(self) -> str:
        return f"sqlite+aiosqlite:///{self.folder / 'wardmote.db'}"

    def write(self, collection: Collection) -> Path:
        path = self.folder / "wards.geojson"
        path.write_text(json.dumps(collection), encoding="utf-8")
        return path

    def imports(self, path: Path) -> tuple[int, str, str]:
        """(exit code, what it printed, what it printed on the error stream)."""
        words = ["wards", "import-boundaries", str(path)]
        result = CliRunner().invoke(app, words, env=self.environment)
        return result.exit_code, result.stdout, result.stderr

    def stored(self, vintage: int = 2021) -> dict[str, Any]:
        async def read() -> dict[str, Any]:
            database = Database(self.database)
            async with database.read() as tx:
                found = dict(await boundaries.shapes(tx, vintage))
            await database.close()
            return found

        return asyncio.run(read())


@pytest.fixture
def office(tmp_path: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    shutil.copy(migrated, tmp_path / "wardmote.db")
    return Office(tmp_path)


def ring(ward: Ward, half: float = 0.004) -> list[list[float]]:
    west, east = ward.longitude - half, ward.longitude + half
    south, north = ward.latitude - half, ward.latitude + half
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def whole_council() -> Collection:
    features = [
        {
            "type": "Feature",
            "properties": {"WD22CD": code, "LAD22CD": "E06000060", "LAD22NM": "Buckinghamshire"},
            "geometry": {"type": "Polygon", "coordinates": [ring(ward)]},
        }
        for code, ward in WARDS.items()
    ]
    return {"type": "FeatureCollection", "features": features}


def test_boundaries_are_stored_and_a_sentence_says_so(office: Office) -> None:
    assert office.imports(office.write(whole_council())) == (
        0,
        "49 boundaries of 2021 are stored. After the next start or `wardmote content reload` a "
        "shared location finds its ward exactly.\n",
        "",
    )
    assert office.stored().keys() == WARDS.keys()


def test_a_second_import_replaces_the_first(office: Office) -> None:
    office.imports(office.write(whole_council()))
    wider = whole_council()
    wider["features"][0]["geometry"]["coordinates"] = [ring(WARDS[ABBEY], 0.01)]
    office.imports(office.write(wider))
    [stored] = office.stored()[ABBEY]["coordinates"]
    corners = {tuple(corner) for corner in ring(WARDS[ABBEY], 0.01)}
    assert {tuple(corner) for corner in stored} == {(round(x, 6), round(y, 6)) for x, y in corners}


def without_abbey(whole: Collection) -> None:
    del whole["features"][0]


def of_2025(whole: Collection) -> None:
    for number, feature in enumerate(whole["features"]):
        feature["properties"] = {"WD25CD": f"E0501{number:04}", "LAD25CD": "E06000060"}


def of_the_neighbours(whole: Collection) -> None:
    for number, feature in enumerate(whole["features"]):
        said = {"WD22CD": f"E0509{number:04}", "LAD22CD": "E06000061", "LAD22NM": "Northants"}
        feature["properties"] = said


def without_codes(whole: Collection) -> None:
    for feature in whole["features"]:
        feature["properties"] = {"NAME": "Abbey"}


def abbey_twice(whole: Collection) -> None:
    whole["features"].append(whole["features"][0])


def abbey_open(whole: Collection) -> None:
    whole["features"][0]["geometry"]["coordinates"][0].pop()


def abbey_crossed(whole: Collection) -> None:
    corners = whole["features"][0]["geometry"]["coordinates"][0]
    corners[1], corners[2] = corners[2], corners[1]


def abbey_a_point(whole: Collection) -> None:
    whole["features"][0]["geometry"] = {"type": "Point", "coordinates": [-0.76, 51.6]}


def in_metres(whole: Collection) -> None:
    for feature in whole["features"]:
        corners = feature["geometry"]["coordinates"][0]
        feature["geometry"]["coordinates"] = [[[x * 1e6, y * 1e4] for x, y in corners]]


def no_collection(whole: Collection) -> None:
    whole["type"] = "Topology"


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (without_abbey, "expected all 49 wards of wards.yaml. Missing: Abbey (E05013120)."),
        (of_2025, "These are boundaries of 2025; the wards in force are those of 2021."),
        (of_the_neighbours, "found those of Northants (E06000061)"),
        (without_codes, "in a property such as WD22CD"),
        (abbey_twice, "Abbey (E05013120): expected each ward once"),
        (abbey_open, "Abbey (E05013120): expected every ring to end where it begins"),
        (abbey_crossed, "Abbey (E05013120): expected lines that neither cross nor touch"),
        (abbey_a_point, 'expected a Polygon or a MultiPolygon, found "Point"'),
        (in_metres, "Export the file as WGS84 (EPSG:4326)"),
        (no_collection, "expected GeoJSON"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_and_what_was_stored_stays(
    office: Office, spoil: Callable[[Collection], None], line: str
) -> None:
    office.imports(office.write(whole_council()))
    before = office.stored()
    spoilt = whole_council()
    spoil(spoilt)
    code, out, error = office.imports(office.write(spoilt))
    assert (code, out) == (1, "")
    assert line in error
    assert error.count("\n") == 1
    assert office.stored() == before


def test_a_file_too_large_is_refused(office: Office) -> None:
    path = office.folder / "wards.geojson"
    path.touch()
    os.truncate(path, 80 * 2**20)
    code, out, error = office.imports(path)
    assert (code, out) == (1, "")
    assert "expected at most 64 MB" in error
    assert office.stored() == {}


def test_a_file_that_is_not_there_is_refused(office: Office) -> None:
    code, _, error = office.imports(office.folder / "nowhere.geojson")
    assert code == 1
    assert error.endswith("nowhere.geojson: expected a file, found none\n")


def test_a_database_that_is_not_migrated_is_refused(office: Office) -> None:
    (office.folder / "wardmote.db").unlink()
    code, out, error = office.imports(office.write(whole_council()))
    assert (code, out) == (1, "")
    assert "wardmote migrate" in error


def test_the_real_boundaries_are_imported_by_a_process_of_its_own(office: Office) -> None:
    path = REAL / "boundaries_2021/E06000060.geojson"
    if not path.exists():
        pytest.skip("the boundaries of 2021 are not beside the project")
    done = subprocess.run(
        [sys.executable, "-m", "wardmote", "wards", "import-boundaries", str(path)],
        env=office.environment,
        cwd=office.folder,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("49 boundaries of 2021 are stored.")
    assert len(office.stored()) == 49
