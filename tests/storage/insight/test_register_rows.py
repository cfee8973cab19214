"""The register of releases: an entry is written once, and a restored backup doesn't undo it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update
from storage_desk import SLUG
from storage_neighbours import HandsOfAClock

from engagement.insight.disclosure import RULE
from engagement.people.outlasting import Outlasted
from engagement.staff.approvals import hash_of
from storage.consultations import versions
from storage.insight import releases
from usecases.release import register
from usecases.world import Loaded
from wardmote.service.forgotten_lines import line_of, lines_of, parsed


@pytest.fixture
async def noted():
    """The lines of the list next to the database."""
    return []


@pytest.fixture
async def closed(desk, database, world, noted):
    """The world an hour after the close of a consultation that nobody has answered."""
    async with database.read() as tx:
        [found] = await versions.published(tx)
    later = found.consultation.closes_at + timedelta(hours=1)
    return replace(
        world,
        now=HandsOfAClock(later).now,
        loaded=Loaded(consultations={SLUG: found}, consultation_codes={SLUG: 1}),
        outlast=lambda one: noted.append(line_of(one, 7)),
    )


async def released(database, world):
    async with database.write() as tx:
        return await register.release(tx, world, world.consultation(SLUG).consultation)


async def entry(database):
    async with database.read() as tx:
        return await releases.latest(tx, SLUG)


async def test_an_entry_has_both_hashes_the_rule_and_the_time(database, closed):
    shown = await released(database, closed)
    made = await entry(database)
    found = closed.consultation(SLUG).consultation
    assert (made.number, made.rule, made.people) == (1, RULE, 0)
    assert made.content_hash == versions.hash_of(found)
    assert made.table_hash == hash_of(made.body) == shown.table_hash
    assert made.released_at == closed.now()


async def test_an_entry_that_is_there_is_never_written_over(database, closed):
    await released(database, closed)
    made = await entry(database)
    async with database.write() as tx:
        await releases.add_once(tx, replace(made, people=99, table_hash="-", body={}))
    assert await entry(database) == made


async def test_two_processes_at_once_release_one_table(database, second, closed):
    found = closed.consultation(SLUG).consultation
    async with second.read() as tx:
        assert await releases.latest(tx, SLUG) is None
    first = await released(database, closed)
    async with second.write() as tx:
        assert await register.release(tx, closed, found) == first
        assert await releases.released(tx) == {SLUG: first.released_at}


async def test_what_a_restore_has_lost_is_put_back_from_the_list(database, closed, noted):
    """People have seen it, and the answers that came after the backup are gone."""
    first = await released(database, closed)
    made = await entry(database)
    async with database.write() as tx:
        await tx.execute(delete(releases.releases))
        listed = parsed("".join(noted))
        assert listed.unknown == ()
        assert await register.put_back(tx, listed.others) == 1
        assert await register.put_back(tx, listed.others) == 0
    assert await entry(database) == made
    assert await released(database, closed) == first
    assert parsed(lines_of(listed)) == listed


async def test_a_list_left_from_a_trial_releases_nothing_in_a_new_database(database, closed, noted):
    """With the answers of the trial it would be the result of the real questions."""
    await released(database, closed)
    async with database.write() as tx:
        await tx.execute(delete(releases.releases))
        mine = versions.consultation_versions
        await tx.execute(update(mine).values(loaded_at=closed.now() + timedelta(days=1)))
        assert await register.put_back(tx, parsed("".join(noted)).others) == 0


@pytest.mark.parametrize("damage", ["QUJD", "?", "eyJjb25zdWx0YXRpb24iOiAieCJ9"])
async def test_a_damaged_line_puts_nothing_back(database, damage):
    async with database.write() as tx:
        known = parsed(f"-released 1 {SLUG} {damage} @7\n").others
        assert len(known.released) == 1
        assert await register.put_back(tx, known) == 0


async def test_of_two_lists_the_first_release_of_a_number_counts():
    one = parsed(f"-released 1 {SLUG} QQ== @9\n").others
    other = parsed(f"-released 1 {SLUG} Qg== @8\n").others
    for merged in (one.merged(other), other.merged(one)):
        assert merged.released[SLUG, 1].what == "Qg=="
    assert Outlasted().merged(one) == one
