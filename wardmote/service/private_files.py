"""Writing files whole or not at all, and the private folder in which exports are made."""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.engine.database import Database
from wardmote.service.lock import file_of

TRIES = 5


class CannotBeWritten(Exception):
    """A file or folder that this deployment needs cannot be written; the text says what to do."""


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by this user alone: to another name first, which
    is then renamed. A link to the file stays one."""
    path = path.resolve()
    draft = path.with_name(f"{path.name}.part")
    draft.unlink(missing_ok=True)
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


RESTORING, BEFORE = ".restoring-", ".before-"
"""Folders next to a database: what a restore prepares, and what it has replaced."""


def beside(database: Path, what: str) -> list[Path]:
    """The folders of a restore, for RESTORING or BEFORE."""
    return sorted(database.parent.glob(f"{glob.escape(database.name)}{what}*"))


def delete_leftovers(database: Path, *, but: Path | None = None) -> None:
    """Delete what a killed restore had extracted from its backup. People who have asked since to
    be forgotten are in it. Only for who holds the lock."""
    for leftover in beside(database, RESTORING):
        if leftover != but:
            _remove(leftover)


def folder_of(database: Database) -> Path:
    """Where this deployment makes its exports: next to an SQLite file, else in the system's folder
    for temporary files, under a name unique to this database that reveals nothing about it."""
    file = file_of(database)
    if file is not None:
        return file.with_name(f"{file.name}.exports")
    address = database.url.render_as_string(hide_password=True)
    name = hashlib.sha256(address.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"wardmote-exports-{name}"


@contextmanager
def emptied(folder: Path) -> Iterator[Path]:
    """``folder``, readable by this user alone and empty; removed when the block ends. What a killed
    process left in it is deleted.

    Raises CannotBeWritten, also where another user owns something of that name.
    """
    try:
        _remove(folder)
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise CannotBeWritten(
            f"The folder for exports, {folder}, cannot be made ({error.strerror})."
        ) from None
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    for tries_left in range(TRIES, 0, -1):
        try:
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode):
                folder.unlink()
            else:
                shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError:
            # The drawing process of a killed bot may still be writing a file there.
            if tries_left == 1:
                raise
        else:
            return
