"""Runs the command in a forked process whose modules are already imported.

A start imports a thousand modules, which takes two seconds of CPU time, and the tests start some
four hundred processes. Here the standard library's fork server has imported them once; each process
is a fork of it, with its own id, environment, folder, files and signals. (Functions registered with
``atexit`` are not called when it ends; there are none here.) What a start itself imports, and the
launcher, are tested by tests that start from scratch: ``the_guide``, ``starting_and_stopping``, the
demo.
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
    "wardmote.commands.cli_options",
    "wardmote.commands.run",
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
    """Run in the new process: do what ``python -m wardmote`` would do."""
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
        # Exit as an interpreter does; the fork server's own way would print more than logs may.
        sys.excepthook(*sys.exc_info())
        sys.exit(1)


class _Heard(asyncio.StreamReaderProtocol):
    def __init__(self, reader: asyncio.StreamReader, hears: Callable[[bytes], None]) -> None:
        super().__init__(reader)
        self._hears = hears

    def data_received(self, data: bytes) -> None:
        """Pass on a piece of the output."""
        self._hears(data)
        super().data_received(data)


class Forked:
    """A running command, with those methods of asyncio's ``Process`` that tests use."""

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
        """The exit code, minus the signal's number if one ended it; None while it runs."""
        return self._process.exitcode if self._ended.is_set() else None

    def send_signal(self, number: int) -> None:
        """Send a signal, if the process is still running."""
        if self.pid is not None and not self._ended.is_set():
            os.kill(self.pid, number)

    async def wait(self) -> int:
        """Wait for the process to end; return its exit code."""
        await self._ended.wait()
        code = self._process.exitcode
        assert code is not None
        return code

    def close(self) -> None:
        """Stop reading its output."""
        self._pipe.close()

    async def communicate(self) -> tuple[bytes, bytes]:
        """Wait for the process to end; return (the rest of its output, b"")."""
        said = await self.stdout.read()
        await self.wait()
        return said, b""


async def forked(
    words: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    hears: Callable[[bytes], None],
) -> Forked:
    """Start the command; ``hears`` is called with every piece of output."""
    reads, writes = os.pipe()
    says = Connection(writes, readable=False)
    loop = asyncio.get_running_loop()
    stream = asyncio.StreamReader(MOST_BUFFERED)
    pipe: Any = os.fdopen(reads, "rb", buffering=0)
    hearing, _ = await loop.connect_read_pipe(lambda: _Heard(stream, hears), pipe)
    # The fork server must find the project where this process does.
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
