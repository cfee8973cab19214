"""Duties as they are stored: who has one, when it ends, and how long it is kept."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import settled_in
from storage_neighbours import (
    ABBEY,
    BOARD,
    BOARD_MEMBER,
    NOW,
    OFFICER,
    Neighbour,
    take_post,
)

from engagement.operations import retention as periods
from engagement.staff.duties import Duty, is_current
from storage.people import duty_holders
from storage.staff import duties, members
from usecases.operations import retention

SECOND = timedelta(seconds=1)
MONTH = timedelta(days=30)


@pytest.fixture
async def here(database, world):
    return await settled_in(database, world)


@pytest.fixture
async def staffed(database):
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await take_post(tx, Neighbour(900_002), OFFICER)


async def given(database, duty=Duty.MODERATOR, *, until=NOW + MONTH, **more):
    async with database.write() as tx:
        await duties.give(tx, BOARD_MEMBER, duty, until=until, now=NOW, **more)


async def holders(database, duty=None):
    async with database.read() as tx:
        return await duty_holders.holders(tx, duty)


async def test_a_duty_is_read_back_with_its_wards_and_who_decided_it(database, staffed):
    await given(database, wards=[ABBEY], named_by=OFFICER)
    (found,) = await holders(database)
    assert (found.staff_id, found.duty, found.until) == (BOARD_MEMBER, Duty.MODERATOR, NOW + MONTH)
    assert found.wards == {ABBEY}
    assert found.named_by is not None
    assert is_current(found, NOW)
    assert await holders(database, Duty.OWNER) == []


async def test_a_second_giving_ends_the_first(database, staffed):
    await given(database)
    await given(database, until=NOW + 2 * MONTH)
    first, second = await holders(database)
    assert (first.ended_at, second.ended_at) == (NOW, None)
    assert second.until == NOW + 2 * MONTH


async def test_one_duty_ends_and_the_other_stays(database, staffed):
    await given(database)
    await given(database, Duty.OWNER)
    async with database.write() as tx:
        assert await duties.end(tx, BOARD_MEMBER, Duty.MODERATOR, NOW)
        assert not await duties.end(tx, BOARD_MEMBER, Duty.MODERATOR, NOW)
        assert not await duties.end(tx, OFFICER, Duty.OWNER, NOW)
    assert [h.duty for h in await holders(database) if is_current(h, NOW)] == [Duty.OWNER]


async def test_a_duty_whose_date_is_past_keeps_its_date(database, staffed):
    await given(database, until=NOW)
    async with database.write() as tx:
        assert not await duties.end(tx, BOARD_MEMBER, Duty.MODERATOR, NOW)
    assert (await holders(database))[0].ended_at is None


async def test_a_duty_ends_with_the_role(database, staffed):
    await given(database)
    async with database.write() as tx:
        await members.end_role(tx, BOARD.contact, NOW)
    (found,) = await holders(database)
    assert not found.in_post
    assert not is_current(found, NOW)


@pytest.mark.parametrize("ended", [False, True], ids=["by its date", "before"])
@pytest.mark.parametrize(
    ("time", "left"), [(periods.DUTIES_KEPT, 1), (periods.DUTIES_KEPT + SECOND, 0)]
)
async def test_a_duty_goes_a_year_after_its_end(database, staffed, here, clock, time, left, ended):
    await given(database, until=NOW + MONTH if ended else NOW)
    async with database.write() as tx:
        await duties.end(tx, BOARD_MEMBER, Duty.MODERATOR, NOW)
    clock.passes(time)
    async with database.write() as tx:
        await retention.tidy(tx, here)
        kept = select(func.count()).select_from(duties.duties)
        assert (await tx.execute(kept)).scalar_one() == left
