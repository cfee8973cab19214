"""What is shown of each ward is written with the first release, and stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from storage_desk import SLUG
from storage_neighbours import ABBEY, BOOKER, CHESHAM, HandsOfAClock
from wards_that_answer import all_answer

from storage.consultations import versions
from usecases.release import register
from usecases.world import Loaded

PEOPLE = {ABBEY: 68, BOOKER: 55, CHESHAM: 40}


@pytest.fixture
async def closed(desk, database, world):
    """The world an hour after the close of a consultation that three wards have answered."""
    await all_answer(desk, database, PEOPLE)
    async with database.read() as tx:
        [found] = await versions.published(tx)
    return at(world, found, timedelta(hours=1))


def at(world, found, after):
    """The world this long after the close."""
    later = found.consultation.closes_at + after
    loaded = Loaded(consultations={SLUG: found}, consultation_codes={SLUG: 1})
    return replace(world, now=HandsOfAClock(later).now, loaded=loaded)


async def released(database, world):
    async with database.write() as tx:
        return await register.release(tx, world, world.consultation(SLUG).consultation)


async def test_the_register_holds_each_wards_results(database, closed):
    table = (await released(database, closed)).table
    assert table.by_ward_since is None
    assert {one.ward for one in table.by_ward if one.has_numbers} >= {ABBEY, BOOKER}
    rows = dict(table.published.wards.rows)
    assert {one.ward: one.about for one in table.by_ward if one.about} == rows


async def test_nobody_on_somebody_elses_phone_is_in_a_wards_results(database, closed):
    table = (await released(database, closed)).table
    [abbey] = (one for one in table.by_ward if one.ward == ABBEY)
    assert abbey.about == 60  # of 68 people, of whom each ninth shares a phone


async def test_results_by_ward_stay_those_of_the_first_release(desk, database, closed, world):
    first = await released(database, closed)
    await all_answer(desk, database, {ABBEY: 60, BOOKER: 30}, seed=8, first=500)
    found = closed.consultation(SLUG)
    moved = found.consultation.closes_at + timedelta(days=10)
    later = replace(found, consultation=found.consultation.model_copy(update={"closes_at": moved}))
    second = await released(database, at(world, later, timedelta(hours=1)))
    assert second.released_at > first.released_at
    assert second.table.published != first.table.published
    assert second.table.by_ward == first.table.by_ward
    assert second.table.by_ward_since == first.released_at
