"""The database: what its connections may do, and what time looks like on the way in and out."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError
from storage_neighbours import NOW

from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.engine.database import Database
from storage.operations import deployment


async def pragma(tx, name):
    return (await tx.exec_driver_sql(f"PRAGMA {name}")).scalar()


async def store_one(tx, number):
    await inbox.store(tx, 1, [Incoming(number, 5, "{}")], NOW)


async def stored(tx):
    return (await tx.execute(select(func.count()).select_from(inbox.inbox))).scalar_one()


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("secure_delete", 1), ("synchronous", 2)],
)
async def test_the_writing_connection_keeps_everything_and_erases_for_good(sqlite, name, value):
    async with sqlite.write() as tx:
        assert await pragma(tx, name) == value


@pytest.mark.parametrize(("name", "value"), [("query_only", 1), ("foreign_keys", 1)])
async def test_every_reading_connection_only_reads(sqlite, name, value):
    async with sqlite.read() as one, sqlite.read() as two:
        assert [await pragma(one, name), await pragma(two, name)] == [value, value]


async def test_a_reader_cannot_write(database):
    with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
        async with database.read() as tx:
            await store_one(tx, 1)


async def test_the_lock_is_held_from_the_first_moment_of_a_write(sqlite, file):
    async with sqlite.write():
        with (
            closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")


async def test_a_second_writer_waits_for_the_first(sqlite):
    other = Database(str(sqlite.url))
    happened = []

    async def second():
        async with other.write():
            happened.append("second writes")

    async with asyncio.TaskGroup() as group, sqlite.write() as tx:
        group.create_task(second())
        await asyncio.sleep(0.1)
        await store_one(tx, 1)
        happened.append("first has written")
    await other.close()
    assert happened == ["first has written", "second writes"]


async def test_a_reader_sees_one_moment(database):
    async with database.read() as reader:
        before = await stored(reader)
        async with database.write() as tx:
            await store_one(tx, 1)
        assert await stored(reader) == before


async def test_a_reader_who_comes_later_sees_what_was_committed(database):
    async with database.write() as tx:
        await store_one(tx, 1)
    async with database.read() as tx:
        assert await stored(tx) == 1


async def test_a_write_that_raises_leaves_nothing(database):
    async def stores_and_fails():
        async with database.write() as tx:
            await store_one(tx, 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await stores_and_fails()
    async with database.read() as tx:
        assert await stored(tx) == 0


async def test_a_savepoint_undone_takes_only_its_own_writes(database):
    async with database.write() as tx:
        await store_one(tx, 1)
        savepoint = await tx.begin_nested()
        await store_one(tx, 2)
        await savepoint.rollback()
    async with database.read() as tx:
        assert await stored(tx) == 1


async def test_open_transactions_are_counted(database):
    async with database.write(), database.read():
        during = database.open_transactions
    assert (during, database.open_transactions) == (2, 0)


async def test_a_naive_datetime_is_refused(database):
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="aware"):
        async with database.write() as tx:
            await deployment.note(tx, "looked", staff_id=None, now=naive)


async def test_a_moment_of_any_zone_comes_back_as_the_same_moment_in_utc(database):
    summer = datetime(2022, 9, 6, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    async with database.write() as tx:
        await deployment.note(tx, "looked", staff_id=None, now=summer)
    async with database.read() as tx:
        found = (await tx.execute(select(deployment.audit.c.at))).scalar_one()
    assert (found.isoformat(), found.tzinfo) == ("2022-09-05T23:30:00+00:00", UTC)


async def test_moments_of_different_zones_are_compared_as_moments(database):
    async with database.write() as tx:
        await deployment.note(tx, "looked", staff_id=None, now=NOW)
    an_hour_on = NOW.astimezone(timezone(timedelta(hours=-5))) + timedelta(hours=1)
    async with database.read() as tx:
        query = select(deployment.audit.c.act).where(deployment.audit.c.at < an_hour_on)
        assert (await tx.execute(query)).scalars().all() == ["looked"]


async def test_truncating_empties_the_write_ahead_log(sqlite, file):
    log = file.with_name(file.name + "-wal")
    async with sqlite.write() as tx:
        await store_one(tx, 1)
    before = log.stat().st_size
    await sqlite.truncate_log()
    assert before > 0 == log.stat().st_size


async def test_truncating_while_somebody_reads_keeps_no_writer_waiting(sqlite):
    async with sqlite.read() as reader:
        await stored(reader)
        async with sqlite.write() as tx:
            await store_one(tx, 1)
        async with asyncio.timeout(1), asyncio.TaskGroup() as group:
            group.create_task(sqlite.truncate_log())
            await asyncio.sleep(0.05)
            async with sqlite.write() as tx:
                await store_one(tx, 2)


async def test_a_row_that_leads_to_nobody_is_refused(database):
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        async with database.write() as tx:
            await tx.execute(
                insert(deployment.audit).values(staff_id=404, act="left", detail={}, at=NOW)
            )


async def test_every_foreign_key_holds_after_the_migrations(sqlite):
    async with sqlite.read() as tx:
        assert (await tx.execute(text("PRAGMA foreign_key_check"))).all() == []
