"""Ticks for a real deployment: APScheduler sets an event, and the service's loop does the work."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK_SECONDS = 60


class ScheduledTicks:
    """Ticks once a minute. Ticks that come while work is done count as one.

    The scheduler goes by the system clock: after that is set back an hour, its next tick is an hour
    away. So after ``longest`` seconds of the event loop's own time there is a tick without it.
    """

    def __init__(self, longest: float = 1.5 * TICK_SECONDS) -> None:
        self._ticked = asyncio.Event()
        self._longest = longest

    async def wait(self) -> None:
        """Return at the next tick."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._longest):
                await self._ticked.wait()
        self._ticked.clear()

    def hurry(self) -> None:
        """Tick at once."""
        self._ticked.set()

    async def tick(self) -> None:
        """Time has passed. (A coroutine, so that the scheduler runs it on the event loop.)"""
        self._ticked.set()


@contextmanager
def scheduled() -> Iterator[ScheduledTicks]:
    """Ticks in real time, until the block ends."""
    ticks = ScheduledTicks()
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        ticks.tick, "interval", seconds=TICK_SECONDS, coalesce=True, misfire_grace_time=None
    )
    scheduler.start()
    try:
        yield ticks
    finally:
        scheduler.shutdown(wait=False)
