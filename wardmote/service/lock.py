"""Two files beside an SQLite database: the lock of its one user, and the list of the forgotten."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.engine.database import Database


class AlreadyRunning(Exception):
    """Another process uses this database; the text says which file and what to do."""


class CannotBeWritten(Exception):
    """The list of the forgotten cannot be kept; the text says what to do."""


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


def file_of(database: Database) -> Path | None:
    """The file a SQLite database lives in; None for a server's."""
    name = database.url.database
    return Path(name) if database.is_sqlite and name else None


def list_of(database: Path | None) -> Path:
    """Where the list of the forgotten stands: beside an SQLite file, else in the working folder."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")


def remember_forgotten(path: Path, contact_id: int) -> None:
    """Write a cut link's random id to the list, where a restored backup cannot undo it."""
    with path.open("a") as file:
        file.write(f"{contact_id}\n")
        file.flush()
        os.fsync(file.fileno())


def forgotten_ids(path: Path) -> frozenset[int]:
    """The random ids of every link that was ever cut.

    Raises CannotBeWritten where the list could not be added to: better now than at a /forget.
    """
    try:
        if not path.exists():
            path.touch(mode=0o600)
        with path.open("a+") as file:
            file.seek(0)
            lines = file.read().split()
    except OSError as trouble:
        raise CannotBeWritten(
            f"The list of the forgotten cannot be written ({trouble.strerror}). "
            "Set WARDMOTE_FORGOTTEN to a file that can."
        ) from None
    return frozenset(int(line) for line in lines if line.isdecimal())
