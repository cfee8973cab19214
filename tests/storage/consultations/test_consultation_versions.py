"""Published wordings: each is kept for good, and the same one is never kept twice."""

import pytest
from sqlalchemy import select
from storage_neighbours import NOW

from content.schema.authored import Localised
from storage.consultations import versions
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases import world as worlds

SLUG = "local-priorities"


@pytest.fixture
def first(buckinghamshire):
    return buckinghamshire.consultations[SLUG]


@pytest.fixture
def reworded(first):
    return first.model_copy(update={"title": Localised("What comes first where you live?")})


async def publish(database, *wordings):
    async with database.write() as tx:
        return [await versions.publish(tx, wording, NOW) for wording in wordings]


async def version_numbers(database):
    table = versions.consultation_versions
    async with database.read() as tx:
        found = await tx.execute(select(table.c.version).order_by(table.c.id))
        return [*found.scalars()]


async def in_force(database):
    async with database.read() as tx:
        return [published.consultation for published in await versions.published(tx)]


async def test_what_was_published_comes_back_the_same(database, first):
    await publish(database, first)
    assert await in_force(database) == [first]


async def test_the_same_wording_is_the_same_version(database, first):
    one, two = await publish(database, first, first)
    assert (one, await version_numbers(database)) == (two, [1])


async def test_a_changed_wording_is_a_new_version(database, first, reworded):
    await publish(database, first, reworded)
    assert await version_numbers(database) == [1, 2]


async def test_the_changed_wording_is_in_force(database, first, reworded):
    await publish(database, first, reworded)
    assert await in_force(database) == [reworded]


async def test_going_back_to_the_old_wording_uses_its_version_again(database, first, reworded):
    one, _, three = await publish(database, first, reworded, first)
    assert (one, await version_numbers(database)) == (three, [1, 2])


async def test_the_old_wording_is_in_force_again(database, first, reworded):
    await publish(database, first, reworded, first)
    assert await in_force(database) == [first]


async def test_two_consultations_count_their_versions_apart(database, buckinghamshire):
    await publish(database, *buckinghamshire.consultations.values())
    assert await version_numbers(database) == [1] * len(buckinghamshire.consultations)


async def test_a_restart_gives_everything_the_same_ids_and_codes(database, buckinghamshire):
    loaded = []
    for _ in range(2):
        async with database.write() as tx:
            loaded.append(await worlds.load(tx, buckinghamshire, NOW))
    assert loaded[0] == loaded[1]


async def test_a_code_leads_back_to_what_it_was_made_for(database):
    async with database.write() as tx:
        code = await codes.code_for(tx, CodeKind.POSTER, "E05013120|library")
        assert await codes.subject_of(tx, CodeKind.POSTER, code) == "E05013120|library"


async def test_a_code_of_one_kind_leads_nowhere_as_another(database):
    async with database.write() as tx:
        code = await codes.code_for(tx, CodeKind.POSTER, "E05013120|library")
        assert await codes.subject_of(tx, CodeKind.BROADCAST, code) is None
