"""Two files beside an SQLite database: the lock of its one user, and the list of the forgotten."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process uses this database; the text says which file and what to do."""


@contextmanager
def sole_user(database: Path) -> Iterator[None]:
    """Hold the database for this process; the lock goes with the process, even a killed one.

    Raises AlreadyRunning.
    """
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


def remember_forgotten(database: Path | None, contact_id: int) -> None:
    """Write a cut link's random id beside the database, where a restored backup cannot undo it."""
    with _list_of(database).open("a") as file:
        file.write(f"{contact_id}\n")
        file.flush()
        os.fsync(file.fileno())


def forgotten_ids(database: Path | None) -> frozenset[int]:
    """The random ids of every link that was ever cut."""
    if not _list_of(database).exists():
        return frozenset()
    lines = _list_of(database).read_text().split()
    return frozenset(int(line) for line in lines if line.isdecimal())


def _list_of(database: Path | None) -> Path:
    """Beside an SQLite file; in the working folder for a database that is no file here."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")
