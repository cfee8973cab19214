"""Approvals, and council files that change, leave or are read later by the running bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood
from test_opening_with_care import takes_up
from unopened import WHICH, real, unopened

from content.library import Library
from content.schema.authored import Localised
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from usecases.operations import reload
from usecases.world import steer

ANOTHER = Localised("What is the most urgent?")


@pytest.fixture
async def ahead(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Neighbourhood]:
    """Two days before the first consultation may open."""
    library = real(buckinghamshire)
    start = library.consultations[WHICH].opens_at - timedelta(days=2)
    async with unopened(library, tmp_path, start=start) as hood:
        yield hood


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


async def published_elsewhere(hood: Neighbourhood, library: Library) -> None:
    """`wardmote content reload`, which has a world of its own; the bot has not read the files."""
    service = hood.stage.service
    other = replace(service.world, library=library)
    await service.batcher.run(lambda tx: reload.ask(tx, other))


def with_one_more(library: Library) -> Library:
    """The files, where the consultation has another title, and there is a new one."""
    edited = real(library, title=ANOTHER)
    more = edited.consultations[WHICH].model_copy(update={"slug": "one-more"})
    return replace(edited, consultations={**edited.consultations, "one-more": more})


async def test_a_decision_does_not_bring_in_files_that_the_bot_has_not_read(
    ahead: Neighbourhood, buckinghamshire: Library
) -> None:
    officer = await ahead.officer("Ruth")
    world = ahead.stage.service.world
    known = world.loaded.consultations
    await published_elsewhere(ahead, with_one_more(buckinghamshire))
    await decided(ahead, SteeringAct.OPENED)
    await ahead.stage.service.batcher.run(lambda tx: steer(tx, world))
    assert stage_of(ahead) is Stage.APPROVED
    assert world.loaded.consultations.keys() == known.keys()
    assert world.consultation(WHICH).version_id == known[WHICH].version_id
    assert "What should come first in your area?" in await officer.types("/manage")
    assert ANOTHER.root["en"] not in officer.sees


async def test_nobody_approves_while_newer_files_wait_to_be_read(
    ahead: Neighbourhood, buckinghamshire: Library
) -> None:
    officer = await ahead.officer("Ruth")
    await ahead.officer("Dev")
    await officer.types("/manage")
    await officer.taps("1 ")
    edited = real(buckinghamshire, equality_note="Another note.")
    await published_elsewhere(ahead, edited)
    await officer.taps("Ask a second person")
    assert "doesn't fit any more" in officer.toast
    await takes_up(ahead, edited)
    await officer.types("/manage")
    await officer.taps("1 ")
    await officer.taps("Ask a second person")
    assert stage_of(ahead) is Stage.ASKED


async def test_an_edited_close_counts_where_the_edit_cancels_the_approval(
    ahead: Neighbourhood, buckinghamshire: Library
) -> None:
    """The reload said that the approval no longer counts, and that the new close changes nothing,
    by a decision of staff; but that decision went with the approval."""
    service, closes_at = ahead.stage.service, ahead.library.consultations[WHICH].closes_at
    now, later = ahead.stage.clock.now(), closes_at + timedelta(days=7)
    await decided(ahead, SteeringAct.OPENED)
    await service.batcher.run(
        lambda tx: steps.add(tx, WHICH, SteeringAct.EXTENDED, at=now, until=later)
    )
    await service.batcher.run(lambda tx: steer(tx, service.world))
    assert service.world.consultation(WHICH).consultation.closes_at == later
    edited = real(buckinghamshire, closes_at=closes_at + timedelta(days=3))
    other = replace(service.world, library=edited)
    changes = await service.batcher.run(lambda tx: reload.ask(tx, other))
    assert changes.unapproved == (WHICH,)
    assert changes.in_vain == ()
    await takes_up(ahead, edited)
    in_force = service.world.consultation(WHICH).consultation
    assert in_force.closes_at == closes_at + timedelta(days=3)
