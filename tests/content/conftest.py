"""The councils as they are shipped, and copies of their files to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from council_copy import COUNCILS, Copy
from drawn_wards import Drawing

from content.library import Library, council_directory, load


@pytest.fixture(scope="session")
def buckinghamshire() -> Library:
    return load(council_directory("buckinghamshire"))


@pytest.fixture(scope="session")
def north_northamptonshire() -> Library:
    return load(council_directory("north-northamptonshire"))


@pytest.fixture(scope="session", params=COUNCILS)
def library(request: pytest.FixtureRequest) -> Library:
    """Each council in turn."""
    found: Library = request.getfixturevalue(request.param.replace("-", "_"))
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copied("buckinghamshire", tmp_path)


@pytest.fixture
def northern_copy(tmp_path: Path) -> Copy:
    return copied("north-northamptonshire", tmp_path)


@pytest.fixture(params=COUNCILS)
def any_copy(request: pytest.FixtureRequest, tmp_path: Path) -> Copy:
    """A copy of each council in turn."""
    return copied(request.param, tmp_path)


def copied(slug: str, tmp_path: Path) -> Copy:
    directory = tmp_path / slug
    shutil.copytree(council_directory(slug), directory)
    return Copy(directory)


@pytest.fixture
def drawing(buckinghamshire: Library, tmp_path: Path) -> Drawing:
    return Drawing(buckinghamshire, tmp_path / "wards.geojson")
