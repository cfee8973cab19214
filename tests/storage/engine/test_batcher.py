"""One commit for many: what waits is run in turn, and one that fails takes nobody with it."""

import asyncio
import threading
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError
from storage_neighbours import NOW

from storage.conversation.drafts import drafts
from storage.engine.batcher import Batcher
from storage.operations import deployment

NOBODY = 404


@asynccontextmanager
async def serving(database, **settings):
    batcher = Batcher(database, **settings)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(batcher.serve())
        yield batcher
        await batcher.drained()
        task.cancel()


def remembers(name):
    return lambda tx: deployment.remember(tx, name, "yes")


async def breaks_a_rule(tx):
    """Write something twice that may stand only once."""
    for _ in range(2):
        await tx.execute(insert(deployment.deployment).values(name="twice", value="yes"))


async def remembered(database):
    async with database.read() as tx:
        names = await tx.execute(select(deployment.deployment.c.name))
        return set(names.scalars())


async def test_fifty_acts_that_wait_are_one_commit(database):
    async with serving(database) as batcher:
        await asyncio.gather(*(batcher.run(remembers(f"street {n}")) for n in range(50)))
        assert batcher.commits == 1


async def test_everything_in_a_batch_is_kept(database):
    async with serving(database) as batcher:
        await asyncio.gather(*(batcher.run(remembers(f"street {n}")) for n in range(50)))
    assert await remembered(database) == {f"street {n}" for n in range(50)}


async def test_a_batch_is_no_larger_than_its_limit(database):
    async with serving(database, most_at_once=20) as batcher:
        await asyncio.gather(*(batcher.run(remembers(f"street {n}")) for n in range(50)))
        assert batcher.commits == 3


async def test_an_act_that_fails_undoes_itself_alone(database):
    async def writes_and_fails(tx):
        await deployment.remember(tx, "half done", "yes")
        await breaks_a_rule(tx)

    async with serving(database) as batcher:
        await asyncio.gather(
            batcher.run(remembers("before")),
            batcher.run(writes_and_fails),
            batcher.run(remembers("after")),
            return_exceptions=True,
        )
    assert await remembered(database) == {"before", "after"}


async def test_only_the_caller_of_a_failing_act_hears_of_it(database):
    async with serving(database) as batcher:
        ends = await asyncio.gather(
            batcher.run(remembers("before")),
            batcher.run(breaks_a_rule),
            batcher.run(remembers("after")),
            return_exceptions=True,
        )
    assert [type(end) for end in ends] == [type(None), IntegrityError, type(None)]


async def test_every_caller_gets_the_end_of_their_own_act(database):
    def numbered(n):
        async def act(tx):
            await tx.execute(text("SELECT 1"))
            if n % 2:
                raise ValueError(n)
            return n

        return act

    async with serving(database) as batcher:
        ends = await asyncio.gather(
            *(batcher.run(numbered(n)) for n in range(30)), return_exceptions=True
        )
    heard = [end.args[0] if isinstance(end, ValueError) else end for end in ends]
    assert heard == [*range(30)]


async def test_acts_run_one_after_another(database):
    happened = []

    def noted(n):
        async def act(tx):
            happened.append(("begins", n))
            await deployment.remember(tx, f"street {n}", "yes")
            happened.append(("ends", n))

        return act

    async with serving(database) as batcher:
        await asyncio.gather(*(batcher.run(noted(n)) for n in range(20)))
    assert happened == [(step, n) for n in range(20) for step in ("begins", "ends")]


async def let_links_be_checked_late(database):
    """From now on a draft of nobody is found out only at the commit, on PostgreSQL too."""
    if not database.is_sqlite:
        async with database.write() as tx:
            await tx.execute(
                text(
                    "ALTER TABLE drafts ALTER CONSTRAINT fk_drafts_contact_id "
                    "DEFERRABLE INITIALLY DEFERRED"
                )
            )


async def keeps_a_draft_of_nobody(tx):
    if tx.dialect.name == "sqlite":
        await tx.execute(text("PRAGMA defer_foreign_keys = ON"))
    await tx.execute(
        insert(drafts).values(contact_id=NOBODY, kind="x", about="", data={}, expires_at=NOW)
    )


async def test_a_commit_that_fails_is_told_to_everybody_in_it(malleable):
    await let_links_be_checked_late(malleable)
    async with serving(malleable) as batcher:
        ends = await asyncio.gather(
            batcher.run(remembers("before")),
            batcher.run(keeps_a_draft_of_nobody),
            batcher.run(remembers("after")),
            return_exceptions=True,
        )
    assert [type(end) for end in ends] == [IntegrityError] * 3


async def test_a_commit_that_fails_keeps_nothing(malleable):
    await let_links_be_checked_late(malleable)
    async with serving(malleable) as batcher:
        await asyncio.gather(
            batcher.run(remembers("before")),
            batcher.run(keeps_a_draft_of_nobody),
            return_exceptions=True,
        )
    assert await remembered(malleable) == set()


async def test_work_goes_on_after_a_commit_that_failed(malleable):
    await let_links_be_checked_late(malleable)
    async with serving(malleable) as batcher:
        with pytest.raises(IntegrityError):
            await batcher.run(keeps_a_draft_of_nobody)
        await batcher.run(remembers("later"))
    assert await remembered(malleable) == {"later"}


async def test_drained_means_that_all_that_waited_is_kept(database):
    async with serving(database, most_at_once=3) as batcher, asyncio.TaskGroup() as callers:
        for n in range(10):
            callers.create_task(batcher.run(remembers(f"street {n}")))
        await asyncio.sleep(0)
        await batcher.drained()
        assert len(await remembered(database)) == 10


async def test_nothing_waits_or_runs_once_drained(database):
    async with serving(database) as batcher, asyncio.TaskGroup() as callers:
        callers.create_task(batcher.run(remembers("a street")))
        await asyncio.sleep(0)
        busy = not batcher.idle
        await batcher.drained()
        assert (busy, batcher.idle) == (True, True)


async def test_a_caller_who_gives_up_spoils_nothing_for_the_others(database):
    async with serving(database) as batcher, asyncio.TaskGroup() as callers:
        impatient = callers.create_task(batcher.run(remembers("impatient")))
        patient = callers.create_task(batcher.run(remembers("patient")))
        await asyncio.sleep(0)
        impatient.cancel()
        await patient
    assert "patient" in await remembered(database)


async def stop_serving_half_way(database, times=1):
    """Whether the batch that ran when serving was cancelled, so many times, had ended when
    serving had."""
    batcher = Batcher(database)
    # SQLite's acts run in the writer's thread: an event of asyncio's belongs to one loop.
    half_way, go_on = threading.Event(), threading.Event()

    async def act(tx):
        await deployment.remember(tx, "half way", "yes")
        half_way.set()
        await asyncio.to_thread(go_on.wait, 5)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(batcher.serve())
        caller = group.create_task(batcher.run(act))
        await asyncio.to_thread(half_way.wait, 5)
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0.01)
        asyncio.get_running_loop().call_later(0.05, go_on.set)
        await asyncio.wait([task])
        return caller.done()


async def test_a_batch_that_runs_when_serving_is_cancelled_is_kept(database):
    await stop_serving_half_way(database)
    assert await remembered(database) == {"half way"}


async def test_serving_ends_only_after_the_batch_that_runs(database):
    assert await stop_serving_half_way(database)


async def test_serving_that_is_cancelled_twice_leaves_nobody_waiting(database):
    assert await stop_serving_half_way(database, times=3)
    assert await remembered(database) == {"half way"}
