"""A 200 means that it is on the disk: before the commit there is no answer, and nothing twice."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from posting import posting_house, words_of

from content.library import Library


async def test_what_telegram_posts_is_stored_and_answered(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        assert await here.post(words_of(7, "/start", 1)) == 200
        assert here.stored() == 1
        await here.until(lambda: here.telegram.said("Hello."))
        assert here.telegram.asked("getUpdates") == []


async def test_200_is_never_said_before_the_commit(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        await here.until(lambda: here.service.idle)
        with closing(sqlite3.connect(here.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with asyncio.TaskGroup() as group:
                posting = group.create_task(here.post(words_of(7, "/start", 1)))
                done, _ = await asyncio.wait({posting}, timeout=1.0)
                assert not done
                assert here.stored() == 0
                other.execute("ROLLBACK")
                assert await posting == 200
                assert here.stored() == 1


async def test_fault_29_the_same_update_posted_again_and_at_once_is_stored_and_answered_once(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        at_once = [here.post(words_of(7, "/start", 1)) for _ in range(5)]
        assert await asyncio.gather(*at_once) == [200] * 5
        assert await here.post(words_of(7, "/start", 1)) == 200
        await here.until(lambda: here.service.idle)
        assert here.stored() == 1
        assert here.telegram.said("Hello.") == 1


async def test_posts_that_come_together_share_a_commit(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        await here.until(lambda: here.service.idle)
        with closing(sqlite3.connect(here.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with asyncio.TaskGroup() as group:
                posts = [group.create_task(here.post(words_of(n, "hi", n))) for n in range(1, 41)]
                await asyncio.sleep(0.5)
                before = here.service.batcher.commits
                other.execute("ROLLBACK")
                await here.until(lambda: all(p.done() for p in posts))
                assert here.stored() == 40
                # Storing takes two or three; answering these strangers takes the others.
                assert here.service.batcher.commits - before < 40


async def test_when_it_stops_what_was_begun_is_kept_and_what_comes_new_is_sent_away(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        await here.until(lambda: here.service.idle)
        with closing(sqlite3.connect(here.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with asyncio.TaskGroup() as group:
                begun = group.create_task(here.post(words_of(7, "/start", 1)))
                await asyncio.sleep(0.3)
                stopping = group.create_task(here.service.wind_down(20))
                await asyncio.sleep(0.1)
                assert await here.post(words_of(8, "/start", 2)) == 503
                assert not stopping.done()
                other.execute("ROLLBACK")
                assert await begun == 200
        assert here.stored() == 1
        assert here.telegram.said("Hello.") == 1
