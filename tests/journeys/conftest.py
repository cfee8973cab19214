"""The real bot over real HTTP against the emulator, on a clock that tests move."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from company import Amina, Neighbourhood

from content import library
from content.library import Library
from wardmote.stage import Stage, staged
from wardmote.tour import first_consultation


@pytest.fixture(scope="session")
def buckinghamshire() -> Library:
    return library.load(library.council_directory("buckinghamshire"))


@pytest.fixture
async def stage(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Stage]:
    """Buckinghamshire on its first morning, with nobody there yet."""
    start = first_consultation(buckinghamshire).opens_at + timedelta(hours=1)
    ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def live() -> None:
        async with staged(buckinghamshire, start=start, folder=tmp_path, seed=11) as here:
            ready.set_result(here)
            await over.wait()

    life = asyncio.get_running_loop().create_task(live())
    await asyncio.wait({life, ready}, return_when=asyncio.FIRST_COMPLETED)
    if life.done():
        life.result()
    yield await ready
    over.set()
    await life


@pytest.fixture
def hood(stage: Stage) -> Neighbourhood:
    return Neighbourhood(stage)


@pytest.fixture
async def amina(hood: Neighbourhood) -> Amina:
    """A resident of Booker, Cressex and Castlefield who has just joined."""
    return await hood.resident("Amina", "HP12 3HP")
