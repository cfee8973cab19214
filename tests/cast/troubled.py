"""Database errors in a staged test: the database is locked, full or read-only."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from company import Neighbourhood, on_stage
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from content.library import Library
from wardmote.demo.stage import Stage
from wardmote.demo.story import first_consultation

BUSY, PATIENCE = 0.2, 0.6
"""Seconds; in a real deployment 5 and 4.5."""

SORRY = "We can't save answers just now."


@dataclass
class Troubled:
    """A stage whose database can be made to fail, and its people."""

    stage: Stage
    hood: Neighbourhood

    @property
    def file(self) -> str:
        return self.stage.service.database.url.database or ""

    def held_by_somebody(self, seconds: float) -> None:
        """Let another connection lock the database for ``seconds``."""
        other = sqlite3.connect(self.file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(seconds, other.close)

    async def tell(self, pragma: str) -> None:
        """Run a pragma on both connections that write, outside a transaction."""
        async with self.stage.service.database._writer.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            await driver.execute(f"PRAGMA {pragma}")
        engine = self.stage.service.batcher.engine
        assert engine is not None
        at_hand = engine.raw_connection()
        at_hand.driver_connection.execute(f"PRAGMA {pragma}")
        at_hand.close()

    async def fills_up(self) -> None:
        """Allow no further page, so that even the smallest new row finds no room."""
        pages = self.asked("PRAGMA page_count")
        await self.tell(f"max_page_count = {pages}")
        with pytest.raises(OperationalError, match="full"):
            await self._puts_rows_in_for_ever()

    async def _puts_rows_in_for_ever(self) -> None:
        for number in count(1):
            async with self.stage.service.database.write() as tx:
                await tx.execute(
                    text(
                        "INSERT INTO inbox (bot, update_id, state, attempts, received_at) "
                        f"VALUES (0, {number}, 'done', 0, '2022-01-01')"
                    )
                )

    async def gets_room(self) -> None:
        await self.tell("max_page_count = 1000000")

    def asked(self, question: str) -> int:
        db = sqlite3.connect(self.file)
        try:
            return int(db.execute(question).fetchone()[0])
        finally:
            db.close()

    @property
    def answers(self) -> int:
        return self.asked("SELECT count(*) FROM answers")

    @property
    def failed_tries(self) -> int:
        return self.asked("SELECT coalesce(sum(attempts), 0) FROM inbox")

    async def see(self, what) -> None:
        """Wait in real time until ``what`` holds; the story's clock follows the pacer's waits."""
        clock = self.stage.clock
        async with asyncio.timeout(20):
            while not what():
                due = clock.next_due
                if due is not None and due - clock.now() < timedelta(seconds=5):
                    clock.move_to(due)
                await asyncio.sleep(0.02)


@asynccontextmanager
async def troubled_stage(library: Library, folder: Path) -> AsyncIterator[Troubled]:
    start = first_consultation(library).opens_at.replace(hour=12)
    async with on_stage(
        library, start=start, folder=folder, seed=5, busy_seconds=BUSY, patience_seconds=PATIENCE
    ) as stage:
        yield Troubled(stage, Neighbourhood(stage))
