"""Lanes: one person's updates in order, and many people at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

import structlog

from bot.commits import error_fields
from bot.sending.calls import TokenRefused
from usecases.conversation.receive import Received

log = structlog.get_logger("bot.receiving.lanes")

LANES = 32
MOST_TOGETHER = 20

Handle = Callable[[list[Received]], Awaitable[int]]
"""Handles the first rows of a lane and returns how many of them are done."""


class Lanes:
    """Runs at most ``LANES`` lanes at a time, in the given task group.

    A lane passes on everything it has waiting, so that taps that queued up cost one edit. An update
    that fails blocks its own lane and no other.
    """

    def __init__(self, group: asyncio.TaskGroup, handle: Handle) -> None:
        self._group = group
        self._handle = handle
        self._queues: dict[int, deque[Received]] = {}
        self._room = asyncio.Semaphore(LANES)
        self._empty = asyncio.Event()
        self._empty.set()

    @property
    def idle(self) -> bool:
        """Whether no update is waiting."""
        return not self._queues

    @property
    def waiting(self) -> list[Received]:
        """All rows that are not done, of all lanes."""
        return [row for queue in self._queues.values() for row in queue]

    async def emptied(self) -> None:
        """Return when no update is waiting."""
        await self._empty.wait()

    def add(self, rows: Iterable[Received]) -> None:
        """Put each row at the end of its lane, unless it is there already."""
        for row in rows:
            queue = self._queues.get(row.lane)
            if queue is None:
                self._empty.clear()
                self._queues[row.lane] = deque([row])
                self._group.create_task(self._run(row.lane))
            elif all(row.seq != known.seq for known in queue):
                queue.append(row)

    async def _run(self, lane: int) -> None:
        queue = self._queues[lane]
        async with self._room:
            while queue:
                for _ in range(await self._handled([*queue][:MOST_TOGETHER])):
                    queue.popleft()
        del self._queues[lane]
        if not self._queues:
            self._empty.set()

    async def _handled(self, rows: list[Received]) -> int:
        try:
            return await self._handle(rows)
        except TokenRefused:
            raise
        except Exception as error:
            # Nothing that one person sends may end the service for everybody. The update stays
            # stored and is tried again at the next start.
            log.error("a lane failed", seq=rows[0].seq, **error_fields(error))
            return 1
