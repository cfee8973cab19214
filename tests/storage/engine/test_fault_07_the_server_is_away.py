"""PostgreSQL is away while people answer: nothing is confirmed to Telegram and nobody is thanked;
once it is back everything is processed, once, in the order in which each person sent it.

Fails without `RetriedCommit`, which retries for as long as it takes, and if the offset does not
follow the commit (`Polling.serve`).
"""

import asyncio
from datetime import timedelta
from pathlib import Path

from storage_places import PostgresServer
from storage_story import BUCKINGHAMSHIRE, SORRY, START, at_the_first_question

from storage.engine.database import Database
from wardmote.demo.stage import ScriptedUser, staged
from wardmote.service.clock import StoryClock

AWAY_SECONDS = 4.0


async def rows(url: str, question: str) -> list[tuple[object, ...]]:
    database = Database(url)
    async with database.read() as tx:
        found = [tuple(row) for row in await tx.exec_driver_sql(question)]
    await database.close()
    return found


def said(hand: ScriptedUser) -> list[str]:
    """Everything the bot has sent to somebody, except that it cannot save just now."""
    return [m.text for m in hand.phone.messages if m.from_bot and SORRY not in m.text]


def goes_on(clock: StoryClock) -> None:
    """Let the pacer's short waits end; longer waits continue."""
    due = clock.next_due
    if due is not None and due - clock.now() < timedelta(seconds=5):
        clock.move_to(due)


async def test_fault_07_nothing_is_confirmed_while_the_server_is_away_and_all_is_handled_after(
    tmp_path: Path, postgres: PostgresServer
) -> None:
    async with postgres.database_of_its_own() as url, staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=url,
        patience_seconds=0.5,
    ) as stage:  # fmt: skip
        amina = await at_the_first_question(stage, "Amina")
        ben = await at_the_first_question(stage, "Ben")
        before = said(amina), said(ben)
        postgres.stop()
        try:
            for choice in ("3", "1", "Done"):
                amina.phone.type(choice)
            ben.phone.tap("2")
            sent, loop = 4, asyncio.get_running_loop()
            over = loop.time() + AWAY_SECONDS
            while loop.time() < over:
                # Telegram still has each of them, and would send it again.
                assert len(stage.emulator.updates) == sent
                assert (said(amina), said(ben)) == before
                goes_on(stage.clock)
                await asyncio.sleep(0.05)
            assert any(t.text.startswith(SORRY) for t in ben.phone.toasts)
            assert any(SORRY in m.text for m in amina.phone.messages)
        finally:
            postgres.start()
        await stage.settle()
        assert len(stage.emulator.updates) == 0
        assert amina.phone.last is not None
        assert amina.phone.last.text.startswith("3 of 4.")
        assert any(text.startswith("2 of 4.") for text in said(ben))
        history = await rows(url, "SELECT question, count(*) FROM answer_history GROUP BY question")
        assert sorted(count for _, count in history) == [1, 2]
        assert len(await rows(url, "SELECT 1 FROM answers")) == 3
        waiting = "SELECT 1 FROM inbox WHERE state <> 'done' OR attempts > 0 OR person IS NOT NULL"
        assert await rows(url, waiting) == []
