"""How long words of danger and alerts are kept: a second before the end, and after."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import settled_in
from storage_neighbours import BOARD, BOARD_MEMBER, NOW, take_post

from engagement.operations import retention as periods
from storage.operations import safety_alerts as store
from usecases.operations import legal_hold, retention

SECOND = timedelta(seconds=1)


@pytest.fixture
async def here(database, world):
    return await settled_in(database, world)


@pytest.fixture
async def alert(database):
    """The number of an alert with words, raised now."""
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        found = await store.add(tx, "K7Q-4MD", contact_id=None, has_words=True, now=NOW)
        await store.add_words(tx, found, "he hits me", NOW)
    return found


async def tidy_after(database, world, clock, time):
    clock.passes(time)
    async with database.write() as tx:
        return await retention.tidy(tx, world)


async def count(database, table):
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


def before_and_after(period):
    return pytest.mark.parametrize(("time", "left"), [(period, 1), (period + SECOND, 0)])


@before_and_after(periods.SAFETY_WORDS_KEPT)
async def test_words_go_after_thirty_days_and_the_alert_stays(
    database, here, alert, clock, time, left
):
    await tidy_after(database, here, clock, time)
    assert await count(database, store.safety_words) == left
    assert await count(database, store.safety_alerts) == 1


async def test_a_legal_hold_keeps_the_words(database, here, alert, clock):
    async with database.write() as tx:
        await legal_hold.hold(tx, here, "case 7")
    await tidy_after(database, here, clock, periods.SAFETY_WORDS_KEPT + SECOND)
    assert await count(database, store.safety_words) == 1


@before_and_after(periods.SAFETY_ALERTS_KEPT)
async def test_an_alert_goes_a_year_after_it_was_closed(database, here, alert, clock, time, left):
    async with database.write() as tx:
        await store.mark_closed(tx, alert, staff_id=BOARD_MEMBER, done="Called 999", now=NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, store.safety_alerts) == left


async def test_an_alert_that_nobody_closed_is_kept_however_old(database, here, alert, clock):
    await tidy_after(database, here, clock, periods.SAFETY_ALERTS_KEPT * 3)
    assert await count(database, store.safety_alerts) == 1
