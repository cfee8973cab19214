"""Trouble in the middle of a batch: it is undone as one, and whoever met it has it alone."""

import asyncio
import errno
import sqlite3

from sqlalchemy import text

from engagement.operations.database_outage import DatabaseOutage
from storage.engine.batcher import Batcher
from storage.engine.database import Database, Transaction
from storage.engine.outages import outage_in_act, outage_of
from storage.operations import deployment


def row(name: str, size: int = 1):
    async def act(tx: Transaction) -> None:
        await tx.execute(
            text(f"INSERT INTO deployment (name, value) VALUES ('{name}', hex(zeroblob({size})))")
        )

    return act


async def no_page_more(tx: Transaction) -> None:
    pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
    await tx.execute(text(f"PRAGMA max_page_count = {pages}"))


async def names(database: Database) -> set[str]:
    async with database.read() as tx:
        return {*(await tx.execute(text("SELECT name FROM deployment"))).scalars()}


async def ends_of(database: Database, *acts) -> list[Exception | None]:
    """How each ended, run in one batch."""
    batcher = Batcher(database)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(batcher.serve())
        ends = await asyncio.gather(*(_ends(batcher, act) for act in acts))
        serving.cancel()
    return list(ends)


async def test_who_meets_trouble_in_a_batch_has_it_alone_and_the_others_are_saved(
    sqlite: Database,
) -> None:
    """Full in the middle: SQLite may have dropped the whole transaction by itself."""
    batcher = Batcher(sqlite)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(batcher.serve())
        await batcher.run(no_page_more)
        running = [
            group.create_task(_ends(batcher, act))
            for act in (row("before"), row("too much", 100_000), row("after"))
        ]
        ends = await asyncio.gather(*running)
        serving.cancel()
    assert [end and outage_of(end) for end in ends] == [None, DatabaseOutage.FULL, None]
    kept = await names(sqlite)
    assert (kept & {"before", "too much", "after"}) == {"before", "after"}


async def test_a_file_that_an_act_cannot_write_is_that_acts_own_failure(
    database: Database,
) -> None:
    async def half_done(tx: Transaction) -> None:
        await deployment.remember(tx, "half done", "yes")
        raise PermissionError("made up")

    runs = 0

    async def counted(_: Transaction) -> None:
        nonlocal runs
        runs += 1

    ends = await ends_of(database, counted, half_done, counted)
    assert [type(end) for end in ends] == [type(None), PermissionError, type(None)]
    assert runs == 2
    assert "half done" not in await names(database)


async def test_what_keeps_a_transaction_from_beginning_is_met_once_for_all(
    sqlite: Database,
) -> None:
    impatient = Database(str(sqlite.url), busy_seconds=0.3)
    other = sqlite3.connect(sqlite.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = asyncio.get_running_loop().time()
    ends = await ends_of(impatient, *[row("late")] * 20)
    assert asyncio.get_running_loop().time() - began < 2
    assert [end and outage_of(end) for end in ends] == [DatabaseOutage.BUSY] * 20
    other.close()
    await impatient.close()


async def _ends(batcher: Batcher, act) -> Exception | None:
    try:
        await batcher.run(act)
    except Exception as error:
        return error
    return None


def test_only_what_a_database_raises_in_an_act_is_its_trouble() -> None:
    for its_own in (PermissionError(errno.EACCES, "x"), FileNotFoundError(errno.ENOENT, "x")):
        assert outage_in_act(its_own) is None
    assert outage_in_act(OSError(errno.ENOSPC, "x")) is DatabaseOutage.FULL
    assert outage_in_act(OSError(errno.EROFS, "x")) is DatabaseOutage.READ_ONLY
    assert outage_in_act(ConnectionResetError()) is DatabaseOutage.AWAY
    assert outage_of(ConnectionRefusedError()) is DatabaseOutage.AWAY
