"""A broadcast stands still when nothing of it has moved since it began, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update
from sqlalchemy.dialects.sqlite import dialect
from storage_ledger import stand_at
from storage_neighbours import AMINA, BEN, NOW, fill_ledger

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.operations.alarms import Alarm, Readings
from storage.broadcasts import claims, deliveries, pace, records
from storage.broadcasts.claims import Settled
from storage.operations import alarms as rows
from storage.operations.stalled import first_due, last_settled
from usecases.broadcasts import held_sends
from usecases.operations import alarms

BEGAN = NOW + timedelta(days=3)


def after(**time):
    return BEGAN + timedelta(**time)


@pytest.fixture
async def sending(database):
    """To two people, since ``BEGAN``."""
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await tx.execute(update(records.broadcasts).values(started_at=BEGAN))
    return database


@pytest.fixture
def raised(sending, world):
    async def look(now, **readings):
        async with sending.write() as tx:
            later = replace(world, now=lambda: now)
            changes = await alarms.look(tx, later, Readings(now, **readings))
            standing = {r.kind: r.since for r in await rows.ongoing(tx)}
        return standing.get(Alarm.NOT_MOVING) if Alarm.NOT_MOVING in changes.begun else None

    return look


async def one_settles(database, now):
    async with database.write() as tx:
        [row] = await claims.claim(tx, 1, most=1, now=now)
        await claims.settle(tx, [Settled(row.id, DeliveryState.SENT)], now)


async def test_at_night_it_waits_and_does_not_stand_still(raised):
    """It began at 11:30 by the council's clock; the night ends at eight."""
    assert await raised(after(hours=9, minutes=30)) is None
    assert await raised(after(hours=20)) is None
    assert await raised(after(hours=20, minutes=44)) is None
    morning = BEGAN.replace(hour=7, minute=0, second=0) + timedelta(days=1)
    assert await raised(morning + timedelta(minutes=16)) == morning


async def test_at_its_first_moment_it_does_not_stand_still(raised):
    assert await raised(BEGAN) is None
    assert await raised(after(minutes=15)) is None
    assert await raised(after(minutes=16)) == BEGAN


async def test_it_stands_still_since_the_last_one_was_settled(sending, raised):
    await one_settles(sending, after(minutes=10))
    assert await raised(after(minutes=24)) is None
    assert await raised(after(minutes=26)) == after(minutes=10)


async def test_it_stands_still_since_the_end_of_the_pause(sending, raised):
    async with sending.write() as tx:
        await pace.keep_pause(tx, 42, BEGAN, after(minutes=60))
    assert await raised(after(minutes=59)) is None
    assert await raised(after(minutes=74)) is None
    assert await raised(after(minutes=76)) == after(minutes=60)


async def test_while_the_bot_is_paused_or_holds_its_sends_nothing_stands_still(
    sending, world, raised
):
    late = after(minutes=60)
    assert await raised(late, paused_until=late + timedelta(seconds=5)) is None
    async with sending.write() as tx:
        await held_sends.hold(tx, world, "restored")
    assert await raised(late) is None


async def test_what_waits_for_its_next_try_does_not_stand_still(sending, raised):
    async with sending.write() as tx:
        table = deliveries.deliveries
        await tx.execute(update(table).values(not_before=after(minutes=20)))
    assert await raised(after(minutes=19)) is None
    assert await raised(after(minutes=34)) is None
    assert await raised(after(minutes=36)) == after(minutes=20)


async def test_what_is_claimed_and_never_settled_stands_still(sending, raised):
    async with sending.write() as tx:
        assert len(await claims.claim(tx, 1, most=2, now=BEGAN)) == 2
    assert await raised(after(minutes=16)) == BEGAN


async def test_what_was_held_stands_still_from_its_release(sending, world, raised):
    later = replace(world, now=lambda: after(minutes=60))
    async with sending.write() as tx:
        await held_sends.hold(tx, later, "restored")
        await held_sends.release(tx, later)
    assert await raised(after(minutes=61)) is None
    assert await raised(after(minutes=76)) == after(minutes=60)


async def test_a_broadcast_that_is_over_does_not_stand_still(sending, raised):
    await stand_at(sending, BroadcastState.SENT)
    assert await raised(after(minutes=60)) is None


async def test_a_look_finds_its_rows_by_their_indexes(sqlite):
    plans = []
    async with sqlite.read() as tx:
        for query in (first_due(BEGAN, [7]), last_settled(7, DeliveryState.SENT)):
            said = query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
            found = await tx.execute(text(f"EXPLAIN QUERY PLAN {said}"))
            plans += [line for *_, line in found]
    assert any("ix_deliveries_open" in line for line in plans), plans
    assert any("ix_deliveries_tally" in line for line in plans), plans
    assert not any("TEMP B-TREE" in line or line == "SCAN deliveries" for line in plans), plans
