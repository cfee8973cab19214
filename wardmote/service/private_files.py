"""Files that are whole or not there, and the private folder in which exports are made."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.engine.database import Database
from wardmote.service.lock import CannotBeWritten, file_of

TRIES = 5


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: under another name first, then renamed."""
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def folder_of(database: Database) -> Path:
    """Where this deployment makes its exports: beside an SQLite file, else in the system's folder
    for temporary files, under a name that is this database's and tells nothing of it."""
    beside = file_of(database)
    if beside is not None:
        return beside.with_name(f"{beside.name}.exports")
    address = database.url.render_as_string(hide_password=True)
    name = hashlib.sha256(address.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"wardmote-exports-{name}"


@contextmanager
def emptied(folder: Path) -> Iterator[Path]:
    """``folder`` for this user alone, without what a killed process left; it goes with the block.

    Raises CannotBeWritten, also where somebody else has put something of that name there.
    """
    try:
        _remove(folder)
        folder.mkdir(mode=0o700)
    except OSError as trouble:
        raise CannotBeWritten(
            f"The folder for exports, {folder}, cannot be made ({trouble.strerror})."
        ) from None
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    for left in range(TRIES, 0, -1):
        try:
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode):
                folder.unlink()
            else:
                shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError:
            # The process that drew for a killed one may still be putting a file there.
            if left == 1:
                raise
        else:
            return
