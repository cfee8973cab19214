"""Whether the file of an SQLite database is still where it was when a bot began to serve it."""

from __future__ import annotations

import os
from pathlib import Path


class FileGone(OSError):
    """The file was moved or deleted, or its disk has gone. What is written now would be lost with
    this process, so nothing is. It goes on by itself once the file is back."""


class OwnFile:
    """The file of a database. Until ``hold`` is called, nothing is checked."""

    def __init__(self) -> None:
        self._path = Path()
        self._held: os.stat_result | None = None

    def hold(self, path: str) -> None:
        """From now on, only this very file counts as the database."""
        self._path, self._held = Path(path), Path(path).stat()

    def check(self) -> None:
        """Raise FileGone if the file isn't there, or another has its place."""
        if self._held is None:
            return
        try:
            there = os.path.samestat(self._path.stat(), self._held)
        except FileNotFoundError:
            there = False
        if not there:
            raise FileGone
