"""Where pictures and documents are made: one process beside the bot's, there only when needed."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

IDLE_SECONDS = 60.0
MOST_SECONDS = 30.0

Work = Callable[..., bytes]

# The first byte of an answer. The rest is what was made, or why nothing was.
MADE, FAILED = b"+", b"-"


class DrawingFailed(Exception):
    """Nothing was made; the text says why. The next piece of work is not affected.

    The text may quote what was to be drawn: it is for whoever asked, not for a log.
    """


class Studio:
    """Has bytes made in a process of its own, one piece of work at a time.

    Heavy libraries are loaded there and only there. The process starts with the first piece of
    work, ends after ``idle_seconds`` without any, and is killed when a piece takes longer than
    ``most_seconds`` or nobody waits for it any more. It does not outlive this process.
    """

    def __init__(
        self, *, idle_seconds: float = IDLE_SECONDS, most_seconds: float = MOST_SECONDS
    ) -> None:
        self._idle_seconds = idle_seconds
        self._most_seconds = most_seconds
        self._turn = asyncio.Lock()
        self._bench: _Bench | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._gone: asyncio.Future[None] | None = None
        self._closed = False

    @property
    def is_open(self) -> bool:
        """Whether the process is there, so that work can begin at once."""
        return self._bench is not None and self._bench.process.is_alive()

    async def draw(self, work: Work, *args: object) -> bytes:
        """What ``work(*args)`` returns; ``work`` is a function of a module, ``args`` are values.

        Raises DrawingFailed, and what pickle raises where they cannot be sent.
        """
        async with self._turn:
            if self._closed:
                raise DrawingFailed("The studio is closed.")
            await self._stay()
            try:
                return await self._drawn(await self._ready(), work, args)
            finally:
                loop = asyncio.get_running_loop()
                self._idle = loop.call_later(self._idle_seconds, self._leave)

    async def _ready(self) -> _Bench:
        if self._bench is not None and not self._bench.process.is_alive():
            self._leave()
            await self._stay()
        if self._bench is None:
            self._bench = _opened(self._most_seconds)
        return self._bench

    async def _drawn(self, bench: _Bench, work: Work, args: tuple[object, ...]) -> bytes:
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(None, bench.ask, work, args)
        try:
            await asyncio.wait({answer}, timeout=self._most_seconds)
            if not answer.done():
                raise DrawingFailed(f"It took longer than {self._most_seconds:g} seconds.")
            return answer.result()
        except (EOFError, OSError):
            self._leave()
            raise DrawingFailed("The process that draws has ended.") from None
        finally:
            if not answer.done():
                # The thread reads to the end before the pipe is closed under it.
                bench.process.kill()
                await asyncio.wait({answer})
                answer.exception()
                self._leave()
                await self._stay()

    async def aclose(self) -> None:
        """End the process; what is being made is not."""
        self._closed = True
        if self._bench is not None:
            self._bench.process.kill()
        async with self._turn:
            self._leave()
            await self._stay()

    def _leave(self) -> None:
        if self._bench is not None:
            # Off the loop: to take back 300 MB keeps the system busy for some 30 ms.
            loop = asyncio.get_running_loop()
            self._gone = loop.run_in_executor(None, self._bench.leave)
            self._bench = None

    async def _stay(self) -> None:
        """Nobody leaves for now, and whoever was leaving has left."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if self._gone is not None:
            await asyncio.wait({self._gone})
            self._gone = None


@dataclass(frozen=True)
class _Bench:
    """The process, and our end of the pipe to it."""

    process: SpawnProcess
    pipe: Connection

    def ask(self, work: Work, args: tuple[object, ...]) -> bytes:
        """Send work and wait, however long. Raises DrawingFailed, EOFError, OSError."""
        self.pipe.send((work, args))
        # Bytes, not objects: what a drawing library sends is not unpickled here.
        answer = self.pipe.recv_bytes()
        if answer[:1] == FAILED:
            raise DrawingFailed(answer[1:].decode())
        return answer[1:]

    def leave(self) -> None:
        """End the process and wait until it is gone."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def _opened(most_seconds: float) -> _Bench:
    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe()
    process = fresh.Process(target=_serve, args=(theirs, most_seconds), daemon=True)
    process.start()
    theirs.close()
    return _Bench(process, ours)


def _serve(pipe: Connection, most_seconds: float) -> None:
    """The life of the process: work until the other end of the pipe is gone."""
    # Ctrl-C reaches both; the bot decides when this one goes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        except Exception as trouble:
            pipe.send_bytes(_failed(trouble))
        else:
            # Nobody may be left to kill it: then it does so itself, a second after the bot would.
            signal.setitimer(signal.ITIMER_REAL, most_seconds + 1)
            pipe.send_bytes(_answer(*job))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(work: Work, args: tuple[object, ...]) -> bytes:
    try:
        return MADE + work(*args)
    except Exception as trouble:
        return _failed(trouble)


def _failed(trouble: Exception) -> bytes:
    return FAILED + f"{type(trouble).__name__}: {trouble}".encode(errors="replace")
