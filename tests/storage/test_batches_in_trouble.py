"""Trouble in the middle of a batch: nothing of it is called saved, and all of it comes again."""

import asyncio

from sqlalchemy import text

from engagement.trouble import Trouble
from storage.batcher import Batcher
from storage.database import Database, Transaction
from storage.trouble import trouble_of


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


async def test_trouble_ends_the_whole_batch_and_nothing_of_it_is_called_saved(
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
    assert [trouble_of(end) for end in ends if end] == [Trouble.FULL] * 3
    assert not await names(sqlite) & {"before", "too much", "after"}


async def _ends(batcher: Batcher, act) -> Exception | None:
    try:
        await batcher.run(act)
    except Exception as error:
        return error
    return None
