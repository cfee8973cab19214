"""The command in a process of its own that has read its modules already.

A start reads a thousand modules, which takes two seconds of a core, and the tests start some four
hundred processes. Here the standard library's fork server has read them once; each process is a
fork of it, with its own id, environment, folder, files and signals. (What is registered with
``atexit`` is not called at its end; nothing here is.) What a start itself reads, and the launcher,
is tried by tests that start afresh: ``the_guide``, ``starting_and_stopping``, the demo.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

READ_BEFORE = (
    "wardmote.commands.cli",
    "wardmote.commands.running",
    "wardmote.commands.doctor",
    "wardmote.commands.webhooks",
    "wardmote.backups.backup",
    "wardmote.backups.restore",
    "storage.migrations",
)
ROOT = Path(__file__).parents[2]
MOST_BUFFERED = 1 << 20

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([*READ_BEFORE])


def _lives(
    words: Sequence[str], environment: Mapping[str, str], folder: str, says: Connection
) -> None:
    """In the new process: become what ``python -m wardmote`` would be."""
    os.dup2(says.fileno(), 1)
    os.dup2(says.fileno(), 2)
    says.close()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["wardmote", *words]
    from wardmote.__main__ import main

    try:
        main()
    except Exception:
        # As an interpreter ends; the server's own way would show more than our logs may.
        sys.excepthook(*sys.exc_info())
        sys.exit(1)


class _Heard(asyncio.StreamReaderProtocol):
    def __init__(self, reader: asyncio.StreamReader, hears: Callable[[bytes], None]) -> None:
        super().__init__(reader)
        self._hears = hears

    def data_received(self, data: bytes) -> None:
        """Some of what it prints."""
        self._hears(data)
        super().data_received(data)


class Forked:
    """A running command, with what tests ask of asyncio's own ``Process``."""

    def __init__(
        self,
        process: ForkServerProcess,
        stdout: asyncio.StreamReader,
        pipe: asyncio.ReadTransport,
    ) -> None:
        self._process = process
        self._pipe = pipe
        self.stdout = stdout
        self.pid = process.pid
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(process.sentinel, self._has_ended)

    def _has_ended(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self._process.join()
        self._ended.set()

    @property
    def returncode(self) -> int | None:
        """How it ended, minus the signal's number where one ended it; None while it runs."""
        return self._process.exitcode if self._ended.is_set() else None

    def send_signal(self, number: int) -> None:
        """Send it a signal, while it is there."""
        if self.pid is not None and not self._ended.is_set():
            os.kill(self.pid, number)

    async def wait(self) -> int:
        """How it ended, once it has."""
        await self._ended.wait()
        code = self._process.exitcode
        assert code is not None
        return code

    def close(self) -> None:
        """Hear no more of it."""
        self._pipe.close()

    async def communicate(self) -> tuple[bytes, bytes]:
        """All it still prints, once it has ended."""
        said = await self.stdout.read()
        await self.wait()
        return said, b""


async def forked(
    words: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    hears: Callable[[bytes], None],
) -> Forked:
    """Start the command; ``hears`` is told of every piece it prints."""
    reads, writes = os.pipe()
    says = Connection(writes, readable=False)
    loop = asyncio.get_running_loop()
    stream = asyncio.StreamReader(MOST_BUFFERED)
    pipe: Any = os.fdopen(reads, "rb", buffering=0)
    hearing, _ = await loop.connect_read_pipe(lambda: _Heard(stream, hears), pipe)
    # The server itself finds the project where this process does.
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT)
    try:
        process = _FORKS.Process(target=_lives, args=(words, dict(environment), str(folder), says))
        process.start()
    finally:
        says.close()
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return Forked(process, stream, hearing)
