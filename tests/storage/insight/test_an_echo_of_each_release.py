"""An echo is made once of each release, by whichever process is first, and not after a restore."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_desk import SLUG
from storage_neighbours import (
    ABBEY,
    BOOKER,
    CHESHAM,
    NOW,
    OFFICER,
    HandsOfAClock,
    Neighbour,
    take_post,
)
from wards_that_answer import all_answer

from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.consultations.survey import ResponseState
from engagement.staff.rights import Role
from storage.broadcasts import audiences, records
from storage.broadcasts.deliveries import deliveries
from storage.consultations import versions
from storage.consultations.responses import responses
from storage.insight.releases import releases
from storage.operations import deployment
from storage.staff.members import staff
from usecases.broadcasts import echo
from usecases.broadcasts.message import audience_of_stored
from usecases.release import register
from usecases.world import Loaded
from wardmote.service.forgotten_lines import line_of, parsed

PEOPLE = {ABBEY: 20, BOOKER: 15, CHESHAM: 3}


@pytest.fixture
async def kept():
    """What a restored backup must not undo."""
    return []


@pytest.fixture
async def released(desk, database, world, kept):
    """The world an hour after the close, with the results released."""
    own = await all_answer(desk, database, PEOPLE)
    async with database.write() as tx:
        await take_post(tx, Neighbour(900_002), OFFICER, Role.OFFICER, ())
    async with database.read() as tx:
        [found] = await versions.published(tx)
    later = found.consultation.closes_at + timedelta(hours=1)
    loaded = Loaded(consultations={SLUG: found}, consultation_codes={SLUG: 1})
    clock = HandsOfAClock(later)
    there = replace(
        world, now=clock.now, loaded=loaded, outlast=lambda one: kept.append(line_of(one, 7))
    )
    async with database.write() as tx:
        await register.release(tx, there, found.consultation)
    return there, own


async def test_one_is_made_of_a_release_and_goes_to_everybody_who_answered_on_their_own_phone(
    database, released
):
    world, own = released
    async with database.write() as tx:
        assert await echo.make_due(tx, world) == 1
        assert await echo.make_due(tx, world) == 0
        [made] = await records.in_state(tx, BroadcastState.APPROVED)
        assert made.kind is BroadcastKind.ECHO
        last = await audiences.fill_slice(tx, made.id, audience_of_stored(made), after=-1)
        assert last is not None
        assert (await _number(tx)) == len(own)


async def _number(tx):
    return (await tx.execute(select(func.count()).select_from(deliveries))).scalar()


async def test_after_a_restore_nobody_hears_again(database, released, kept):
    world, _ = released
    async with database.write() as tx:
        await tx.execute(releases.delete())
        assert await register.put_back(tx, parsed("".join(kept)).others) > 0
        assert await echo.make_due(tx, world) == 0


async def test_without_an_officer_in_whose_name_it_goes_it_waits(database, released):
    world, _ = released
    async with database.write() as tx:
        await tx.execute(staff.update().values(left_at=NOW))
        assert await echo.make_due(tx, world) == 0
        await tx.execute(staff.update().values(left_at=None))
        assert await echo.make_due(tx, world) == 1
        assert await echo.make_due(tx, world) == 0


async def test_who_only_began_gets_none(database, released):
    world, _ = released
    async with database.write() as tx:
        await tx.execute(responses.update().values(state=ResponseState.STARTED))
        assert await echo.make_due(tx, world) == 1
        [made] = await records.in_state(tx, BroadcastState.APPROVED)
        assert await audiences.fill_slice(tx, made.id, audience_of_stored(made), after=-1) is None


async def test_what_was_promised_by_a_day_before_echoes_began_has_none(database, released):
    world, _ = released
    async with database.write() as tx:
        await deployment.remember(tx, echo.SINCE, "2099-01-01")
        assert await echo.make_due(tx, world) == 0


async def test_before_the_release_there_is_none(database, released):
    world, _ = released
    async with database.write() as tx:
        await tx.execute(releases.delete())
        assert await echo.make_due(tx, world) == 0
