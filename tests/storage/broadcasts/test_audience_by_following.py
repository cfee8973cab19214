"""Who is counted and queued when people follow other wards, or some themes only."""

import pytest
from storage_neighbours import ABBEY, AMINA, BEN, BOOKER, CHESHAM, CHLOE, DEV, move_in

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.delivery import Reach
from storage.broadcasts import audiences
from storage.people import contacts, follows, residents
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
        (Audience((ABBEY,)), 2),
        (Audience((ABBEY,), followers=True), 3),
        (Audience((ABBEY,), theme="streets", followers=True), 2),
        (Audience((ABBEY,), theme="jobs", followers=True), 3),
        (Audience((ABBEY,), theme="streets"), 1),
        (Audience((CHESHAM,), followers=True), 0),
        (Audience((ABBEY, BOOKER), followers=True), 3),
    ],
)
async def test_followers_and_themes_make_the_number(street, audience, expected):
    async with street.read() as tx:
        assert await audiences.count_audience(tx, audience) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Audience((ABBEY,)), Audience((ABBEY,)), 0),
        (Audience((ABBEY,)), Audience((BOOKER,)), 3),
        (Audience((ABBEY,)), Audience((ABBEY,), followers=True), 1),
        (Audience((ABBEY,), followers=True), Audience((BOOKER,), followers=True), 2),
        (Audience((ABBEY,)), Audience((ABBEY,), theme="streets", followers=True), 2),
        (Audience((ABBEY, BOOKER)), Audience((ABBEY,), followers=True), 0),
        (Audience((CHESHAM,)), Audience((ABBEY,), followers=True), 3),
    ],
)
async def test_two_audiences_differ_by_the_people_in_one_of_them(street, one, other, expected):
    async with street.read() as tx:
        assert await audiences.count_difference(tx, one, other) == expected
        assert await audiences.count_difference(tx, other, one) == expected


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience((ABBEY,)), True),
        (Audience((CHESHAM,)), False),
        (Audience((CHESHAM,), followers=True), False),
        (Audience((ABBEY,), theme="streets"), True),
    ],
)
async def test_an_audience_of_nobody_is_noticed(street, audience, expected):
    async with street.read() as tx:
        assert await audiences.reaches_anybody(tx, audience) is expected


async def test_somebody_who_only_follows_the_ward_is_somebody(street):
    async with street.write() as tx:
        await follows.follow(tx, BEN.contact, FollowKind.WARD, CHESHAM)
        assert await audiences.reaches_anybody(tx, Audience((CHESHAM,), followers=True))
        assert not await audiences.reaches_anybody(tx, Audience((CHESHAM,)))


async def test_people_are_counted_ward_by_ward_in_the_order_asked_for(street):
    async with street.read() as tx:
        living = await audiences.count_by_ward(tx, Audience((BOOKER, CHESHAM, ABBEY)))
    assert (living.by_ward, living.people, living.answered) == ([1, 0, 2], 3, 0)


async def test_the_wards_of_former_boundaries_are_found_by_their_year(street):
    async with street.write() as tx:
        await residents.move_resident(tx, AMINA.resident, ward=ABBEY, vintage=2025)
        former = await contacts.residents_of_other_years(tx, 2025, [ABBEY, BOOKER, CHESHAM])
    assert former == sorted({ABBEY, BOOKER})  # Dev cannot be reached
