"""The list of forgotten residents: random ids in a file that a restored backup cannot undo."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class CannotBeWritten(Exception):
    """A file or folder that this deployment needs cannot be written; the text says what to do."""


def list_of(database: Path | None) -> Path:
    """The list's usual place: next to an SQLite file, else in the working folder."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")


def remember_forgotten(path: Path, contact_id: int) -> None:
    """Append the random id of a contact whose link was cut, and have it on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a") as file:
        file.write(f"{contact_id}\n")
        file.flush()
        os.fsync(file.fileno())


def forgotten_ids(path: Path) -> frozenset[int]:
    """The random ids of every link that was ever cut.

    Raises CannotBeWritten where the list could not be appended to: better now, at a start, than
    at a resident's /forget.
    """
    try:
        if not path.exists():
            path.touch(mode=0o600)
        elif path.stat().st_mode & 0o077:
            # An earlier version, or a tool, left it open to others.
            with suppress(PermissionError):
                path.chmod(0o600)
        with path.open("a+") as file:
            file.seek(0)
            lines = file.read().split()
    except OSError as error:
        raise CannotBeWritten(
            f"The list of forgotten residents cannot be written ({error.strerror}). "
            "Set WARDMOTE_FORGOTTEN to a file that can."
        ) from None
    return frozenset(int(line) for line in lines if line.isdecimal())
