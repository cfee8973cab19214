"""A separate process that makes pictures and documents, started only when needed."""

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

# The first byte of an answer. The rest is the bytes made, or the reason for the failure.
MADE, FAILED = b"+", b"-"


class DrawingFailed(Exception):
    """Nothing was made; the text says why. The next piece of work is not affected.

    The text may quote what was to be drawn: show it to the person who asked, but do not log it.
    """


class DrawingProcess:
    """Runs drawing functions in a process of its own, one piece of work at a time.

    Heavy libraries are loaded only there. The process starts with the first piece of work, ends
    after ``idle_seconds`` without any, and is killed when a piece takes longer than
    ``most_seconds`` or its caller is cancelled. It does not outlive this process.
    """

    def __init__(
        self, *, idle_seconds: float = IDLE_SECONDS, most_seconds: float = MOST_SECONDS
    ) -> None:
        self._idle_seconds = idle_seconds
        self._most_seconds = most_seconds
        self._turn = asyncio.Lock()
        self._worker: _Worker | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._gone: asyncio.Future[None] | None = None
        self._closed = False

    @property
    def is_open(self) -> bool:
        """Whether the process is running, so that work can begin at once."""
        return self._worker is not None and self._worker.process.is_alive()

    async def draw(self, work: Work, *args: object) -> bytes:
        """What ``work(*args)`` returns; ``work`` is a function of a module, ``args`` are values.

        Raises DrawingFailed, and what pickle raises where they cannot be sent.
        """
        async with self._turn:
            if self._closed:
                raise DrawingFailed("The drawing process is closed.")
            await self._wait_until_gone()
            try:
                return await self._drawn(await self._ready(), work, args)
            finally:
                loop = asyncio.get_running_loop()
                self._idle = loop.call_later(self._idle_seconds, self._dismiss)

    async def _ready(self) -> _Worker:
        if self._worker is not None and not self._worker.process.is_alive():
            self._dismiss()
            await self._wait_until_gone()
        if self._worker is None:
            self._worker = _start(self._most_seconds)
        return self._worker

    async def _drawn(self, worker: _Worker, work: Work, args: tuple[object, ...]) -> bytes:
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(None, worker.ask, work, args)
        try:
            await asyncio.wait({answer}, timeout=self._most_seconds)
            if not answer.done():
                raise DrawingFailed(f"It took longer than {self._most_seconds:g} seconds.")
            return answer.result()
        except (EOFError, OSError):
            self._dismiss()
            raise DrawingFailed("The process that draws has ended.") from None
        finally:
            if not answer.done():
                # The thread must finish reading before the pipe is closed.
                worker.process.kill()
                await asyncio.wait({answer})
                answer.exception()
                self._dismiss()
                await self._wait_until_gone()

    async def aclose(self) -> None:
        """End the process. Work in progress fails with DrawingFailed."""
        self._closed = True
        if self._worker is not None:
            self._worker.process.kill()
        async with self._turn:
            self._dismiss()
            await self._wait_until_gone()

    def _dismiss(self) -> None:
        if self._worker is not None:
            # Off the loop: freeing 300 MB keeps the system busy for some 30 ms.
            loop = asyncio.get_running_loop()
            self._gone = loop.run_in_executor(None, self._worker.end)
            self._worker = None

    async def _wait_until_gone(self) -> None:
        """Cancel a pending dismissal, and wait for a process that is being ended."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if self._gone is not None:
            await asyncio.wait({self._gone})
            self._gone = None


@dataclass(frozen=True)
class _Worker:
    """The process, and our end of the pipe to it."""

    process: SpawnProcess
    pipe: Connection

    def ask(self, work: Work, args: tuple[object, ...]) -> bytes:
        """Send work and wait, however long. Raises DrawingFailed, EOFError, OSError."""
        self.pipe.send((work, args))
        # Bytes, not objects: nothing that a drawing library sends is unpickled here.
        answer = self.pipe.recv_bytes()
        if answer[:1] == FAILED:
            raise DrawingFailed(answer[1:].decode())
        return answer[1:]

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def _start(most_seconds: float) -> _Worker:
    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe()
    process = fresh.Process(target=_serve, args=(theirs, most_seconds), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(pipe: Connection, most_seconds: float) -> None:
    """The process's main loop: work until the other end of the pipe is closed."""
    # Ctrl-C reaches both processes; the bot decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        except Exception as error:
            pipe.send_bytes(_failed(error))
        else:
            # If the bot is gone and cannot kill this process, a timer does, one second later.
            signal.setitimer(signal.ITIMER_REAL, most_seconds + 1)
            pipe.send_bytes(_answer(*job))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(work: Work, args: tuple[object, ...]) -> bytes:
    try:
        return MADE + work(*args)
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> bytes:
    return FAILED + f"{type(error).__name__}: {error}".encode(errors="replace")
