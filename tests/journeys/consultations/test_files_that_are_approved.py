"""Approvals, and council files that change, leave or are read later by the running bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood
from unopened import WHICH, real, unopened

from content.library import Library
from content.schema.authored import Localised
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from usecases.operations import reload

ANOTHER = Localised("What is the most urgent?")


@pytest.fixture
async def ahead(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Neighbourhood]:
    """Two days before the first consultation may open."""
    library = real(buckinghamshire)
    start = library.consultations[WHICH].opens_at - timedelta(days=2)
    async with unopened(library, tmp_path, start=start) as hood:
        yield hood


async def takes_up(hood: Neighbourhood, library: Library) -> None:
    """The bot reads these files."""
    service = hood.stage.service
    loaded = await service.batcher.run(lambda tx: reload.take_up(tx, service.world, library))
    service.world.renew(library, loaded)


async def decided(hood: Neighbourhood, *acts: SteeringAct) -> None:
    now = hood.stage.clock.now()
    for act in acts:
        await hood.stage.service.batcher.run(lambda tx, act=act: steps.add(tx, WHICH, act, at=now))


def stage_of(hood: Neighbourhood) -> Stage:
    found = hood.stage.service.world.consultation(WHICH).consultation
    return stage(found, hood.stage.clock.now())


def without(library: Library) -> Library:
    """The files without that consultation."""
    rest = {slug: c for slug, c in library.consultations.items() if slug != WHICH}
    return replace(library, consultations=rest)


@pytest.mark.parametrize("before", [SteeringAct.OPENED, SteeringAct.ASKED])
async def test_what_left_the_files_and_comes_back_has_to_be_approved_again(
    ahead: Neighbourhood, buckinghamshire: Library, before: SteeringAct
) -> None:
    library = ahead.library
    await decided(ahead, before)
    await takes_up(ahead, library)
    assert stage_of(ahead) in (Stage.APPROVED, Stage.ASKED)
    await takes_up(ahead, without(library))
    await takes_up(ahead, real(buckinghamshire, title=ANOTHER))
    assert stage_of(ahead) is Stage.CHECKED
