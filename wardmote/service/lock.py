"""The lock by which one process at a time uses a database: a file next to an SQLite database, or
a lock in PostgreSQL, which is watched."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from storage.engine.batcher import Batcher
from storage.engine.database import Database
from storage.engine.server_lock import LockTaken, touch
from usecases.world import DATABASE_AWAY

log = structlog.get_logger("wardmote.lock")

SECONDS_BETWEEN_LOOKS = 2.0
TRIES = 3
"""Looks at which another connection has the lock before it is taken for another process."""


class AlreadyRunning(Exception):
    """Another process uses this database; the text says which file and what to do."""


class LockLost(Exception):
    """Another process has taken over the database; the text says what to do."""


@contextmanager
def sole_user(database: Path) -> Iterator[None]:
    """Hold the lock until the block ends. The system releases it with the process, even a killed
    one. Raises AlreadyRunning."""
    path = database.with_name(database.name + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Another Wardmote is already using {database.name}. "
                "Stop it first, or give this one another WARDMOTE_DATABASE."
            ) from None
        yield


def in_use(database: Path) -> bool:
    """Whether a process holds the lock. It is tried and released at once."""
    path = database.with_name(database.name + ".lock")
    if not path.exists():
        return False
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def file_of(database: Database) -> Path | None:
    """The file of an SQLite database; None for a database server."""
    name = database.url.database
    return Path(name) if database.is_sqlite and name else None


async def keep_lock(
    database: Database, batcher: Batcher, seconds: float = SECONDS_BETWEEN_LOOKS
) -> None:
    """PostgreSQL: see to it that this process has the lock, until cancelled.

    Each writing connection takes the lock, so nothing is written without it; this makes a bot that
    has nothing to write take it too, soon after the server is back. Raises LockLost.
    """
    if database.is_sqlite:
        return
    known, refused = database.times_locked, 0
    while True:
        await asyncio.sleep(seconds)
        try:
            await batcher.run(touch)
            refused = 0
        except LockTaken:
            refused += 1
        except DATABASE_AWAY:
            continue
        if database.times_locked > known:
            known = database.times_locked
            log.warning("the lock on the database was lost, and is taken again")
        if refused >= TRIES:
            raise LockLost(
                "Another Wardmote has taken over this database while its server was away. "
                "This one ends. Find out who started the other one."
            )
