"""The two clocks: real time, and a clock that a story or a test moves."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

QUIET_PASSES = 6
"""Turns of the event loop in which nothing happens before the clock may move."""


class WallClock:
    """Real time."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Sleep for real."""
        await asyncio.sleep(seconds)


class StoryClock:
    """A clock that is stopped until it is moved, and may later run by itself (``flow``).

    Only sleeps through this clock are moved; time-outs on sockets stay real. Before moving it,
    make sure that every task is asleep or waiting, as ``play`` does.
    """

    def __init__(self, start: datetime) -> None:
        self._base = start
        self._flowing_since: float | None = None
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> datetime:
        """The story's time."""
        if self._flowing_since is None:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._flowing_since)

    def steady(self) -> float:
        """The story's time in seconds."""
        return self.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock has been moved this far."""
        if self._flowing_since is not None or seconds <= 0:
            await asyncio.sleep(max(0.0, seconds))
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self._base + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (due, next(self._order), future))
        await future

    @property
    def next_due(self) -> datetime | None:
        """When the next sleeper wakes; None where there is none."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def move_to(self, moment: datetime) -> None:
        """Set the clock and wake the sleepers that are due. It never goes back."""
        self._base = max(self._base, moment)
        while (due := self.next_due) is not None and due <= self._base:
            heapq.heappop(self._sleepers)[2].set_result(None)

    def flow(self) -> None:
        """From here on the clock runs by itself, at the pace of real time."""
        loop = asyncio.get_running_loop()
        self._flowing_since = time.monotonic()
        for due, _, future in self._sleepers:
            loop.call_later((due - self._base).total_seconds(), _wake, future)
        self._sleepers = []


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


async def quiet(is_quiet: Callable[[], bool]) -> None:
    """Wait until ``is_quiet`` holds for several turns of the event loop in a row."""
    calm = 0
    while calm < QUIET_PASSES:
        calm = calm + 1 if is_quiet() else 0
        # While others work, sleep for real: the database's thread needs the interpreter too.
        await asyncio.sleep(0 if calm else 0.0003)


async def play(
    clock: StoryClock,
    is_quiet: Callable[[], bool],
    until: Callable[[], bool],
    *,
    latest: datetime | None = None,
    each_step: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Move ``clock`` from sleeper to sleeper until ``until`` holds or ``latest`` is reached."""
    while True:
        await quiet(is_quiet)
        if until():
            return
        due = clock.next_due
        if due is None or (latest is not None and due > latest):
            if latest is not None:
                clock.move_to(latest)
            await quiet(is_quiet)
            return
        clock.move_to(due)
        if each_step is not None:
            await each_step()
