"""One commit for many: acts that wait are run one after another in a shared transaction."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from storage.database import Database, Transaction
from storage.trouble import trouble_of

T = TypeVar("T")
Act = Callable[[Transaction], Awaitable[T]]

MOST_AT_ONCE = 200


class Batcher:
    """Runs acts, each inside a savepoint of its own, and commits what has gathered at once.

    Savepoints are a stack: acts that interleaved on one connection would commit what was to be
    rolled back. So acts run strictly one after another, and an act awaits nothing but SQL.

    Trouble of the database's ends the whole batch, whichever act met it: SQLite may have undone
    the transaction by itself, and what came after would be committed without what came before.
    """

    def __init__(self, database: Database, *, most_at_once: int = MOST_AT_ONCE) -> None:
        self._database = database
        self._most = most_at_once
        self._waiting: deque[tuple[Act[Any], asyncio.Future[Any]]] = deque()
        self._something = asyncio.Event()
        self._running = False
        self.commits = 0

    @property
    def idle(self) -> bool:
        """Whether no act waits or runs."""
        return not self._waiting and not self._running

    async def run(self, act: Act[T]) -> T:
        """The act's result, once it is committed. Raises what the act raised, which undoes that
        act alone, or what the commit raised, which undoes the whole batch."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((act, future))
        self._something.set()
        return await future

    async def drained(self) -> None:
        """Return when no act waits or runs."""
        while not self.idle:
            await self.run(_nothing)

    async def serve(self) -> None:
        """Take batches until cancelled. What is running when that comes is finished first."""
        while True:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                batch = asyncio.get_running_loop().create_task(self._one_batch())
                try:
                    await asyncio.shield(batch)
                except asyncio.CancelledError:
                    await batch
                    raise

    async def _one_batch(self) -> None:
        size = min(len(self._waiting), self._most)
        batch = [self._waiting.popleft() for _ in range(size)]
        ends: list[tuple[Any, Exception | None]] = []
        self._running = True
        try:
            async with self._database.write() as tx:
                if size == 1:
                    # Alone, the transaction itself is undone by what the act raises.
                    ends.append((await batch[0][0](tx), None))
                else:
                    for act, _ in batch:
                        ends.append(await _in_savepoint(tx, act))
            self.commits += 1
        except Exception as trouble:
            ends = [(None, trouble)] * size
        finally:
            self._running = False
        for (_, future), (result, error) in zip(batch, ends, strict=True):
            if future.cancelled():
                continue
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


async def _nothing(_: Transaction) -> None:
    """An act that comes after all that waited before it."""


async def _in_savepoint(tx: Transaction, act: Act[Any]) -> tuple[Any, Exception | None]:
    savepoint = await tx.begin_nested()
    try:
        result = await act(tx)
    except Exception as error:
        if trouble_of(error) is not None:
            raise
        await savepoint.rollback()
        return None, error
    await savepoint.commit()
    return result, None
