"""The lock file next to an SQLite database: one process at a time may use the database."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.engine.database import Database


class AlreadyRunning(Exception):
    """Another process uses this database; the text says which file and what to do."""


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
