"""PostgreSQL is restarted while people are answering: nobody loses anything they sent."""

import asyncio
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.engine import make_url
from storage_places import PostgresServer, door_of
from storage_story import BUCKINGHAMSHIRE, SORRY, START, at_the_first_question

from bot.commits import RetriedCommit
from storage.engine.batcher import Batcher
from storage.engine.database import Database, Transaction
from storage.engine.server_lock import touch
from wardmote.demo.stage import ScriptedUser, staged
from wardmote.service.lock import LockLost, keep_lock


async def everybody_thrown_out(server: PostgresServer, url: str) -> None:
    """Cut every connection to the server, as a restart does."""
    name = make_url(url).database
    await server.tell(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    )


async def is_free(url: str) -> bool:
    """Whether a second process could serve this database now."""
    second = Database(url)
    try:
        async with second.sole_process() as taken:
            return taken
    finally:
        await second.close()


async def test_fault_08_after_a_restart_no_second_process_gets_in_before_the_next_act(
    postgres: PostgresServer, postgres_url: str
) -> None:
    """P6. The connection that writes takes the lock again before it writes."""
    first = Database(postgres_url)
    async with first.sole_process() as taken:
        assert taken
        assert not await is_free(postgres_url)
        await everybody_thrown_out(postgres, postgres_url)
        batcher = Batcher(first)
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(batcher.serve())
            await RetriedCommit(batcher.run, lambda: 1)(touch)
            assert not await is_free(postgres_url)
            serving.cancel()
        assert first.times_locked == 2
    assert await is_free(postgres_url)
    await first.close()


async def test_fault_08_a_bot_with_nothing_to_do_takes_the_lock_again_by_itself(
    postgres: PostgresServer, postgres_url: str, tmp_path: Path
) -> None:
    """P6."""
    async with staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=postgres_url
    ) as stage:
        await stage.settle()
        assert not await is_free(postgres_url)
        await everybody_thrown_out(postgres, postgres_url)
        database = stage.service.database
        async with asyncio.timeout(20):
            while database.times_locked < 2:  # noqa: ASYNC110 (nothing tells when it locks again)
                await asyncio.sleep(0.1)
        assert not await is_free(postgres_url)


async def test_fault_08_while_another_process_has_the_lock_nothing_is_written_and_this_one_ends(
    postgres: PostgresServer, postgres_url: str
) -> None:
    """P6. The second one was quicker after the restart: the first writes nothing more, and ends."""
    first, second = Database(postgres_url), Database(postgres_url)
    batcher = Batcher(first)

    async def act(tx: Transaction) -> None:
        await tx.exec_driver_sql("INSERT INTO deployment VALUES ('first', 'still here')")

    async with first.sole_process():
        await everybody_thrown_out(postgres, postgres_url)
        async with second.sole_process() as taken, asyncio.TaskGroup() as group:
            assert taken
            serving = group.create_task(batcher.serve())
            writing = group.create_task(RetriedCommit(batcher.run, lambda: 1)(act))
            with pytest.raises(LockLost, match="Another Wardmote has taken over this database"):
                async with asyncio.timeout(20):
                    await keep_lock(first, batcher, seconds=0.1)
            writing.cancel()
            serving.cancel()
        async with second.read() as tx:
            assert not (await tx.exec_driver_sql("SELECT * FROM deployment")).all()
    await first.close()
    await second.close()


async def test_fault_08_our_own_connection_that_the_server_still_keeps_is_ended(
    postgres_url: str,
) -> None:
    """P6. The line was cut and the server has not noticed: the lock is still held, by ourselves."""
    first = Database(postgres_url)
    batcher = Batcher(first)
    async with first.sole_process(), asyncio.TaskGroup() as group:
        async with first.write() as tx:
            held = await tx.get_raw_connection()
            held.detach()  # the pool loses it; the server does not
            await touch(tx)
        serving = group.create_task(batcher.serve())
        await RetriedCommit(batcher.run, lambda: 1)(touch)
        assert first.times_locked == 2
        serving.cancel()
    await first.close()


async def answers(url: str) -> list[str]:
    database = Database(url)
    async with database.read() as tx:
        found = await tx.exec_driver_sql("SELECT value FROM answers")
        kept = [str(value) for value in found.scalars()]
    await database.close()
    return kept


async def test_fault_08_a_connection_cut_between_two_taps_is_not_noticed(
    postgres: PostgresServer, postgres_url: str, tmp_path: Path
) -> None:
    async with staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=postgres_url
    ) as stage:
        amina = ScriptedUser(stage, stage.emulator.phone("Amina"))
        await amina.start()
        await amina.taps("Start")
        await everybody_thrown_out(postgres, postgres_url)
        await amina.taps("Yes")
        await amina.types("HP12 3HP")
        await amina.taps("Answer now")
        await everybody_thrown_out(postgres, postgres_url)
        assert (await amina.taps("3")).startswith("2 of 4.")
        assert not any(SORRY in m.text for m in amina.phone.messages)
    assert await answers(postgres_url) == ["public_realm"]


async def test_fault_08_a_transaction_cut_half_way_is_run_again_as_a_whole(
    postgres: PostgresServer, postgres_url: str
) -> None:
    """The server goes away between two statements of one use case: all are run again."""
    database = Database(postgres_url)
    batcher = Batcher(database)
    tries = 0

    async def act(tx: Transaction) -> None:
        nonlocal tries
        tries += 1
        await tx.exec_driver_sql(f"INSERT INTO deployment VALUES ('first', '{tries}')")
        if tries == 1:
            await everybody_thrown_out(postgres, postgres_url)
        await tx.exec_driver_sql(f"INSERT INTO deployment VALUES ('second', '{tries}')")

    async with asyncio.TaskGroup() as group:
        serving = group.create_task(batcher.serve())
        await RetriedCommit(batcher.run, lambda: 1)(act)
        serving.cancel()
    async with database.read() as tx:
        found = await tx.exec_driver_sql("SELECT name, value FROM deployment ORDER BY name")
        assert [tuple(row) for row in found] == [("first", "2"), ("second", "2")]
    await database.close()


async def test_fault_08_the_server_is_away_for_a_while_and_all_is_handled_after(
    tmp_path: Path, postgres: PostgresServer
) -> None:
    async with postgres.database_of_its_own() as url, staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=url,
        patience_seconds=0.5,
    ) as stage:  # fmt: skip
        amina = await at_the_first_question(stage, "Amina")
        postgres.stop()
        try:
            amina.phone.tap("3")
            async with asyncio.timeout(20):
                while not amina.phone.toasts:  # noqa: ASYNC110 (settle() waits for the commit)
                    await asyncio.sleep(0.02)
            assert amina.phone.toasts[-1].text.startswith(SORRY)
            assert len(stage.emulator.updates) > 0
        finally:
            postgres.start()
        await stage.settle()
        assert amina.phone.last is not None
        assert amina.phone.last.text.startswith("2 of 4.")
        assert sum("2 of 4." in m.text for m in amina.phone.messages) == 1
        assert await answers(url) == ["public_realm"]


async def test_a_commit_whose_answer_was_lost_is_not_carried_out_twice(
    postgres_url: str,
) -> None:
    """The commit succeeds, and the connection is lost before its confirmation arrives."""
    database = Database(postgres_url)
    batcher = Batcher(database)
    lost = [True]

    async def commit(act):
        result = await batcher.run(act)
        if lost:
            lost.clear()
            raise asyncpg.ConnectionDoesNotExistError("made up")
        return result

    async def act(tx: Transaction) -> str:
        await tx.exec_driver_sql("INSERT INTO deployment VALUES ('once', 'x')")
        return "done now"

    async def again(tx: Transaction) -> str:
        found = await tx.exec_driver_sql("SELECT 1 FROM deployment WHERE name = 'once'")
        return "was done" if found.first() else await act(tx)

    async with asyncio.TaskGroup() as group:
        serving = group.create_task(batcher.serve())
        assert await RetriedCommit(commit, lambda: 1)(act, again=again) == "was done"
        serving.cancel()
    await database.close()


@pytest.mark.parametrize("code", ["57P03", "53300"])
async def test_fault_08_a_server_that_lets_nobody_in_for_a_while_ends_no_bot(
    code: str, postgres: PostgresServer, postgres_url: str, tmp_path: Path
) -> None:
    """P6. After a restart it says that it is starting up (57P03), or that it has no connection free
    (53300), which isn't a connection refused."""
    async with door_of(postgres_url) as door, staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=door.url,
        patience_seconds=0.5,
    ) as stage:  # fmt: skip
        amina = await at_the_first_question(stage, "Amina")
        door.refuses = code
        await everybody_thrown_out(postgres, postgres_url)
        amina.phone.type("3")
        async with asyncio.timeout(30):
            while door.refused < 3:  # noqa: ASYNC110 (nothing tells when it tries again)
                await asyncio.sleep(0.1)
            door.refuses = None
            while stage.service.database.times_locked < 2:  # noqa: ASYNC110 (as above)
                await asyncio.sleep(0.1)
        await stage.settle()
        assert amina.phone.last is not None
        assert amina.phone.last.text.startswith("2 of 4.")
