"""What people follow: once each, by kind, and gone with the link to the chat."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from storage_neighbours import ABBEY, AMINA, BEN, BOOKER, move_in

from storage.people import contacts, follows
from storage.people.follows import FollowKind

JOBS, PARKS = "jobs", "parks"


@pytest.fixture
async def amina(database):
    """Amina follows jobs and Booker, and Ben follows jobs."""
    async with database.write() as tx:
        await move_in(tx, AMINA, BEN)
        await follows.follow(tx, AMINA.contact, FollowKind.THEME, JOBS)
        await follows.follow(tx, AMINA.contact, FollowKind.WARD, BOOKER)
        await follows.follow(tx, BEN.contact, FollowKind.THEME, JOBS)
    return database


async def followed_by(database, who):
    async with database.read() as tx:
        return await follows.followed(tx, who.contact)


async def test_all_that_somebody_follows_is_told_by_kind(amina):
    assert await followed_by(amina, AMINA) == {(FollowKind.THEME, JOBS), (FollowKind.WARD, BOOKER)}


async def test_somebody_new_follows_nothing(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
    assert await followed_by(database, AMINA) == frozenset()


async def test_following_twice_is_following_once(amina):
    async with amina.write() as tx:
        await follows.follow(tx, AMINA.contact, FollowKind.THEME, JOBS)
    assert len(await followed_by(amina, AMINA)) == 2


async def test_what_is_followed_no_longer_is_gone_and_nothing_else(amina):
    async with amina.write() as tx:
        await follows.unfollow(tx, AMINA.contact, FollowKind.THEME, JOBS)
        await follows.unfollow(tx, AMINA.contact, FollowKind.THEME, BOOKER)
    assert await followed_by(amina, AMINA) == {(FollowKind.WARD, BOOKER)}
    assert await followed_by(amina, BEN) == {(FollowKind.THEME, JOBS)}


async def test_one_kind_is_replaced_and_the_other_stays(amina):
    async with amina.write() as tx:
        await follows.replace_kind(tx, AMINA.contact, FollowKind.WARD, [ABBEY, BOOKER, ABBEY])
    assert await followed_by(amina, AMINA) == {
        (FollowKind.THEME, JOBS),
        (FollowKind.WARD, ABBEY),
        (FollowKind.WARD, BOOKER),
    }


async def test_one_kind_replaced_by_nothing_is_empty(amina):
    async with amina.write() as tx:
        await follows.replace_kind(tx, AMINA.contact, FollowKind.THEME, [])
    assert await followed_by(amina, AMINA) == {(FollowKind.WARD, BOOKER)}
    assert await followed_by(amina, BEN) == {(FollowKind.THEME, JOBS)}


async def test_follows_go_with_the_link_and_a_neighbours_stay(amina):
    async with amina.write() as tx:
        await contacts.cut_link(tx, AMINA.contact)
    async with amina.read() as tx:
        kept = await tx.execute(select(follows.follows.c.contact_id))
        assert [*kept.scalars()] == [BEN.contact]


async def test_nobody_who_is_not_there_follows_anything(amina):
    with pytest.raises(IntegrityError):
        async with amina.write() as tx:
            await follows.follow(tx, 404, FollowKind.THEME, PARKS)
    async with amina.read() as tx:
        rows = await tx.execute(select(func.count()).select_from(follows.follows))
        assert rows.scalar_one() == 3
