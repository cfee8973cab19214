"""Who is counted and queued when people follow other wards, or some themes only."""

import pytest
from storage_ledger import ledger
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOOKER,
    CHESHAM,
    CHLOE,
    DEV,
    PLAYGROUND,
    move_in,
    write_broadcast,
)

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.broadcasts.delivery import Reach
from storage.broadcasts import audiences
from storage.people import follows
from storage.people.follows import FollowKind


@pytest.fixture
async def street(database):
    """Amina lives in Abbey; Ben in Booker and follows Abbey; Chloe in Abbey, for jobs alone; Dev
    in Chesham, follows Abbey and streets, and has stopped."""
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await move_in(tx, BEN, ward=BOOKER)
        await move_in(tx, CHLOE)
        await move_in(tx, DEV, ward=CHESHAM, reach=Reach.STOPPED)
        await follows.follow(tx, BEN.contact, FollowKind.WARD, ABBEY)
        await follows.follow(tx, CHLOE.contact, FollowKind.THEME, "jobs")
        await follows.follow(tx, DEV.contact, FollowKind.WARD, ABBEY)
        await follows.follow(tx, DEV.contact, FollowKind.THEME, "streets")
    return database


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience((ABBEY,)), {AMINA, CHLOE}),
        (Audience((ABBEY,), followers=True), {AMINA, BEN, CHLOE}),
        (Audience((ABBEY,), theme="streets", followers=True), {AMINA, BEN}),
        (Audience((ABBEY,), theme="jobs", followers=True), {AMINA, BEN, CHLOE}),
        (Audience((ABBEY,), theme="streets"), {AMINA}),
        (Audience((CHESHAM,), followers=True), set()),
        (Audience((ABBEY, BOOKER), followers=True), {AMINA, BEN, CHLOE}),
    ],
)
async def test_followers_and_themes_make_the_audience(street, audience, expected):
    await write_broadcast(street)
    async with street.write() as tx:
        await audiences.fill_slice(tx, PLAYGROUND, audience, after=-1)
    found = {*await ledger(street)}
    assert found == {neighbour.contact for neighbour in expected}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience((ABBEY,), followers=True), [(2, 1, 2, 1)]),
        (Audience((ABBEY,), theme="streets", followers=True), [(2, 1, 1, 1)]),
        (Audience((ABBEY,), theme="jobs", followers=True), [(2, 1, 2, 1)]),
        (Audience((CHESHAM,), followers=True), [(0, 0, 0, 0)]),
        (Audience((ABBEY,), not_answered="corporate-plan-2021"), [(2, 1, 2, 1)]),
        (
            Audience((BOOKER, CHESHAM, ABBEY), followers=True),
            [(1, 0, 1, 0), (0, 0, 0, 0), (2, 1, 2, 1)],
        ),
    ],
)
async def test_people_are_counted_ward_by_ward_in_the_order_asked_for(street, audience, expected):
    async with street.read() as tx:
        assert await audiences.count_by_ward(tx, audience) == [WardPeople(*n) for n in expected]
