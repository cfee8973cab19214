"""Pieces of work for a drawing process: good, slow, hopeless and deadly."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path


def its_process(*_: object) -> bytes:
    """Which process works."""
    return str(os.getpid()).encode()


def joined(*parts: bytes) -> bytes:
    """The parts, one after another."""
    return b"".join(parts)


def sleepy(seconds: float) -> bytes:
    """Sleep, then say which process slept."""
    time.sleep(seconds)
    return its_process()


def stuck(path: str) -> bytes:
    """Write down which process it is, and go on for longer than anybody waits."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(90)
    return b""


def refuses(words: str) -> bytes:
    """A piece of work that cannot be done."""
    raise ValueError(words)


def exits() -> bytes:
    """The process ends without a word."""
    os._exit(3)


def is_killed() -> bytes:
    """The process is killed, as it is where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    threading.Event().wait()
    return b""


def reaches_the_end(*_: object) -> bytes:
    """Ends as if the pipe had."""
    raise EOFError("the file is cut short")


def loaded() -> bytes:
    """The modules loaded in the process."""
    return "\n".join(sys.modules).encode()


def not_bytes() -> str:
    """Returns what cannot be sent."""
    return "a picture"
