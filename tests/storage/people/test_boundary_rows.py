"""Shapes of wards: kept by vintage, and what a shared location says with and without them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from storage_neighbours import CHESHAM, Neighbour, move_in

from engagement.errors import PlaceElsewhere
from storage.people import boundaries
from usecases import world as worlds
from usecases.people import find_ward
from usecases.people.old_wards import people_in_old_wards
from wardmote.commands.cannot_run import in_old_wards

ABBEY, BOOKER = "E05013120", "E05013131"
HALF = 0.003


def square(latitude, longitude, half=HALF):
    west, east, south, north = longitude - half, longitude + half, latitude - half, latitude + half
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def drawn(library):
    return {ward.code: square(ward.latitude, ward.longitude) for ward in library.wards.values()}


@pytest.fixture
def loaded(database, world):
    """The world, once these shapes are kept as of this vintage."""

    async def load(shapes, vintage=2021):
        async with database.write() as tx:
            await boundaries.keep(tx, vintage, shapes)
            return replace(world, loaded=await worlds.load(tx, world.library, world.now()))

    return load


async def test_shapes_come_back_as_they_were_kept(database):
    shapes = {ABBEY: square(51.62, -0.76), BOOKER: square(51.61, -0.80)}
    async with database.write() as tx:
        await boundaries.keep(tx, 2021, shapes)
    async with database.read() as tx:
        assert await boundaries.shapes(tx, 2021) == shapes


async def test_where_nothing_was_imported_there_are_no_shapes(database):
    async with database.read() as tx:
        assert await boundaries.shapes(tx, 2021) == {}


async def test_a_second_import_takes_the_place_of_the_first(database):
    async with database.write() as tx:
        await boundaries.keep(tx, 2021, {ABBEY: square(51.62, -0.76), BOOKER: square(51.6, -0.8)})
        await boundaries.keep(tx, 2021, {ABBEY: square(51.63, -0.76)})
        assert await boundaries.shapes(tx, 2021) == {ABBEY: square(51.63, -0.76)}


async def test_a_ward_that_keeps_its_code_has_a_shape_in_each_vintage(database):
    async with database.write() as tx:
        await boundaries.keep(tx, 2021, {ABBEY: square(51.62, -0.76)})
        await boundaries.keep(tx, 2025, {ABBEY: square(51.63, -0.76)})
        assert await boundaries.shapes(tx, 2021) == {ABBEY: square(51.62, -0.76)}
        assert await boundaries.shapes(tx, 2025) == {ABBEY: square(51.63, -0.76)}


async def test_with_boundaries_a_location_finds_its_one_ward(loaded, buckinghamshire):
    world, abbey = await loaded(drawn(buckinghamshire)), buckinghamshire.wards[ABBEY]
    found = find_ward.at(world, abbey.latitude + 0.001, abbey.longitude)
    assert (found.wards, found.exact) == ((abbey,), True)


async def test_with_boundaries_a_location_outside_them_is_elsewhere(loaded, buckinghamshire):
    world, abbey = await loaded(drawn(buckinghamshire)), buckinghamshire.wards[ABBEY]
    with pytest.raises(PlaceElsewhere) as no:
        find_ward.at(world, abbey.latitude + 2 * HALF, abbey.longitude)
    assert no.value.values("en") == {"council": "Buckinghamshire"}


async def test_without_boundaries_a_location_finds_the_nearest_three(loaded, buckinghamshire):
    world, abbey = await loaded({}), buckinghamshire.wards[ABBEY]
    assert world.loaded.boundaries is None
    found = find_ward.at(world, abbey.latitude, abbey.longitude)
    assert (found.wards[0], len(found.wards), found.exact) == (abbey, 3, False)


async def test_without_boundaries_a_location_far_away_is_elsewhere(loaded):
    with pytest.raises(PlaceElsewhere):
        find_ward.at(await loaded({}), 51.5, -0.12)


async def test_boundaries_of_another_vintage_are_not_used(loaded, buckinghamshire):
    world = await loaded(drawn(buckinghamshire), vintage=2025)
    assert world.loaded.boundaries is None


async def test_boundaries_that_lack_a_ward_are_not_used(loaded, buckinghamshire):
    shapes = drawn(buckinghamshire)
    del shapes[BOOKER]
    assert (await loaded(shapes)).loaded.boundaries is None


async def test_leaving_wards_out_of_a_copy_of_the_files_tells_no_ward_apart(
    database, buckinghamshire
):
    """Ten people of Abbey and two of Chesham: what is shown of both is the sum of what each is."""
    async with database.write() as tx:
        await move_in(tx, *(Neighbour(n) for n in range(10)), ward=ABBEY)
        await move_in(tx, *(Neighbour(n) for n in range(10, 12)), ward=CHESHAM)

    async def without(*left_out):
        wards = {c: w for c, w in buckinghamshire.wards.items() if c not in left_out}
        async with database.read() as tx:
            found = await people_in_old_wards(tx, replace(buckinghamshire, wards=wards))
        return None if found is None else in_old_wards(found).partition(": ")[2].partition(".")[0]

    few = "fewer than 10 people, perhaps nobody"
    assert await without() is None
    assert (
        await without(ABBEY) == f"about 10 people have one of the larger, and each other has {few}"
    )
    assert await without(CHESHAM) == f"each has {few}"
    assert await without(ABBEY, CHESHAM) == await without(ABBEY)


async def test_a_ward_that_nobody_has_is_told_as_one_that_a_few_have(database, buckinghamshire):
    """The line was there if one person had the ward, and not there if nobody had."""

    async def told(library):
        async with database.write() as tx:
            await worlds.load(tx, buckinghamshire, datetime.now(UTC))
        async with database.read() as tx:
            found = await people_in_old_wards(tx, library)
        return None if found is None else in_old_wards(found)

    left = {c: w for c, w in buckinghamshire.wards.items() if c != CHESHAM}
    library = replace(buckinghamshire, wards=left)
    before = await told(library)
    assert before is not None
    async with database.write() as tx:
        await move_in(tx, Neighbour(0), ward=CHESHAM)
    assert await told(library) == before
    assert await told(buckinghamshire) is None
