"""Buckinghamshire as it is shipped, and a copy of its files to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from council_copy import Copy
from drawn_wards import Drawing

from content.library import Library, council_directory, load


@pytest.fixture(scope="session")
def buckinghamshire() -> Library:
    return load(council_directory("buckinghamshire"))


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    directory = tmp_path / "buckinghamshire"
    shutil.copytree(council_directory("buckinghamshire"), directory)
    return Copy(directory)


@pytest.fixture
def drawing(buckinghamshire: Library, tmp_path: Path) -> Drawing:
    return Drawing(buckinghamshire, tmp_path / "wards.geojson")
