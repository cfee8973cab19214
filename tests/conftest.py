"""Who and what many tests meet: a whole stage on a clock they move, or a real process."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from company import Amina, Neighbourhood, on_stage
from deployment import deployment as deployment
from deployment import migrated as migrated
from searched_logs import pytest_configure as pytest_configure
from spread import pytest_collection_modifyitems as pytest_collection_modifyitems

from content import library
from content.library import Library
from wardmote.demo.stage import Stage
from wardmote.demo.story import first_consultation
from wardmote.service import garbage_collection


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as a running bot does: it took a fifth of the journeys' time."""
    garbage_collection.freeze()


@pytest.fixture(scope="session")
def buckinghamshire() -> Library:
    return library.load(library.council_directory("buckinghamshire"))


@pytest.fixture
async def stage(buckinghamshire: Library, tmp_path: Path, migrated: Path) -> AsyncIterator[Stage]:
    """Buckinghamshire on its first morning, with nobody there yet."""
    shutil.copy(migrated, tmp_path / "wardmote.db")
    start = first_consultation(buckinghamshire).opens_at + timedelta(hours=1)
    async with on_stage(buckinghamshire, start=start, folder=tmp_path, seed=11) as here:
        yield here


@pytest.fixture
def hood(stage: Stage) -> Neighbourhood:
    return Neighbourhood(stage)


@pytest.fixture
async def amina(hood: Neighbourhood) -> Amina:
    """A resident of Booker, Cressex and Castlefield who has just joined."""
    return await hood.resident("Amina", "HP12 3HP")
