"""Batched commits: acts that are waiting run one after another in one shared transaction."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any, TypeVar

from sqlalchemy import Engine

from storage.engine.database import Database, Transaction
from storage.engine.direct_sqlite import DirectTransaction
from storage.engine.outages import outage_in_act
from storage.engine.writers_thread import WritersThread

T = TypeVar("T")
Act = Callable[[Transaction], Awaitable[T]]
Ends = list[tuple[Any, Exception | None]]

MOST_AT_ONCE = 200


class Batcher:
    """Runs each act in a savepoint of its own and commits all acts that were waiting together.

    Savepoints form a stack: if acts interleaved on one connection, one act's release could commit
    what another was about to roll back. So acts run strictly one after another, and an act awaits
    nothing but SQL.

    A database error in an act rolls back the whole batch: SQLite may already have rolled back the
    transaction by itself, and later acts would be committed without the earlier ones. Each act of
    the batch is then run again in a transaction of its own, so that one that always fails doesn't
    fail the others.
    """

    def __init__(self, database: Database, *, most_at_once: int = MOST_AT_ONCE) -> None:
        self._database = database
        self._most = most_at_once
        self._waiting: deque[tuple[Act[Any], asyncio.Future[Any], bool]] = deque()
        self._something = asyncio.Event()
        self._running = False
        self.engine: Engine | None = None
        self._thread: WritersThread | None = None
        self._begin: Callable[[], AbstractAsyncContextManager[Transaction]] = database.write
        self._began = 0.0
        self.commits = 0

    @property
    def idle(self) -> bool:
        """Whether no act is waiting or running."""
        return not self._waiting and not self._running

    @property
    def busy_seconds(self) -> float:
        """How long the current batch has been running; 0 if there is none."""
        return asyncio.get_running_loop().time() - self._began if self._running else 0.0

    async def run(self, act: Act[T]) -> T:
        """Return the act's result once it is committed.

        Raises what the act raised, which rolls back that act alone, or what the commit raised,
        which rolls back the whole batch.
        """
        return await self._run(act, alone=False)

    async def run_alone(self, act: Act[T]) -> T:
        """The same, for an act that writes much: in a transaction that it shares with no other."""
        return await self._run(act, alone=True)

    async def _run(self, act: Act[T], *, alone: bool) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((act, future, alone))
        self._something.set()
        return await future

    async def drained(self) -> None:
        """Return when no act is waiting or running."""
        while not self.idle:
            await self.run(_nothing)

    async def serve(self) -> None:
        """Run batches until cancelled. A batch that is running at that moment is finished first."""
        async with self._writing():
            while True:
                await self._something.wait()
                self._something.clear()
                while self._waiting:
                    # Not in a TaskGroup, which would cancel it half way. ``_finished`` awaits it.
                    await _finished(asyncio.get_running_loop().create_task(self._one_batch()))

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[None]:
        """Run the writer's thread during the block, for SQLite. PostgreSQL needs no such thread."""
        if not self._database.is_sqlite:
            yield
            return
        engine = self.engine = self._database.direct_writer()
        self._thread = WritersThread()
        self._begin = lambda: self._database.writing(engine)
        try:
            yield
        finally:
            self._thread.end(engine.dispose)
            self._thread, self._begin, self.engine = None, self._database.write, None

    async def _one_batch(self) -> None:
        batch = self._next_batch()
        size = len(batch)
        acts = [act for act, _ in batch]
        ends: Ends = []
        self._running = True
        self._began = asyncio.get_running_loop().time()
        try:
            if self._thread is None:
                ends = await self._transact(acts)
            else:
                ends = await self._thread.run(lambda: self._transact(acts))
        except Exception as failure:
            ends = [(None, failure)] * size
        except BaseException:
            # The loop is ending: nobody may be left waiting for a result that will never come.
            for _, future in batch:
                future.cancel()
            raise
        finally:
            self._running = False
        for (_, future), (result, error) in zip(batch, ends, strict=True):
            if future.cancelled():
                continue
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)

    def _next_batch(self) -> list[tuple[Act[Any], asyncio.Future[Any]]]:
        """Those that have waited longest, up to one that runs alone; or that one."""
        batch: list[tuple[Act[Any], asyncio.Future[Any]]] = []
        while self._waiting and len(batch) < self._most:
            act, future, alone = self._waiting[0]
            if alone and batch:
                break
            self._waiting.popleft()
            batch.append((act, future))
            if alone:
                break
        return batch

    async def _transact(self, acts: Sequence[Act[Any]]) -> Ends:
        """Run the acts, in one transaction if possible. Return what each returned or raised."""
        if len(acts) > 1:
            with suppress(_Spoilt):
                return await self._together(acts)
        return await self._one_by_one(acts)

    async def _together(self, acts: Sequence[Act[Any]]) -> Ends:
        """All acts in one transaction. Raises _Spoilt, or what its begin or commit raised."""
        async with self._begin() as tx:
            mark = _marker(tx)
            ends = [await _in_savepoint(tx, act, mark) for act in acts]
        self.commits += 1
        return ends

    async def _one_by_one(self, acts: Sequence[Act[Any]]) -> Ends:
        """One transaction for each act.

        If one cannot even be begun, its error is returned for all the rest: they would meet the
        same obstacle, and each would wait for it again.
        """
        ends: Ends = []
        for act in acts:
            has_begun = False
            try:
                async with self._begin() as tx:
                    has_begun = True
                    result = await act(tx)
            except Exception as error:
                ends.append((None, error))
                if not has_begun:
                    ends += [(None, error)] * (len(acts) - len(ends))
                    break
            else:
                ends.append((result, None))
                self.commits += 1
        return ends


class _Spoilt(Exception):
    """An act met a database error: its batch is rolled back and nothing is committed."""


async def _finished(task: asyncio.Task[None]) -> None:
    """Wait until the task has ended, even if we are cancelled meanwhile, perhaps repeatedly."""
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as stop:
            cancelled = stop
    if cancelled is not None:
        raise cancelled


async def _nothing(_: Transaction) -> None:
    """An act that does nothing: it finishes after all acts that were waiting before it."""


Mark = Callable[[str], Awaitable[None]]


def _marker(tx: Transaction) -> Mark:
    """A function that runs savepoint statements: for direct SQLite straight through the driver."""

    async def mark(statement: str) -> None:
        if isinstance(tx, DirectTransaction):
            tx.say(statement)
        else:
            await tx.exec_driver_sql(statement)

    return mark


async def _in_savepoint(tx: Transaction, act: Act[Any], mark: Mark) -> tuple[Any, Exception | None]:
    # Always the same name: each new name would be a statement the driver has not cached.
    await mark("SAVEPOINT act")
    try:
        result = await act(tx)
    except Exception as error:
        if outage_in_act(error) is not None:
            raise _Spoilt from error
        await mark("ROLLBACK TO SAVEPOINT act")
        await mark("RELEASE SAVEPOINT act")
        return None, error
    await mark("RELEASE SAVEPOINT act")
    return result, None
