"""Whether an SQLite file that is empty now has been a deployment's database before."""

from __future__ import annotations

from pathlib import Path

from storage.engine.database import Database

LOCK, LIST, LOG = ".lock", ".forgotten", "-wal"
"""Files next to a database that has been served, by the ends of their names."""
SERVED = "This database has been served.\n"


def note_served(file: Path) -> None:
    """Note in the lock's file, which stays there, that a bot serves this database."""
    beside = _beside(file, LOCK)
    if not _size(beside):
        beside.write_text(SERVED)


def is_emptied(database: Database) -> bool:
    """Whether the file has no byte left, as after the repair of a disk. A new one has never been
    served."""
    name = database.url.database
    if not database.is_sqlite or not name:
        return False
    file = Path(name)
    if not file.is_file() or _size(file) or _size(_beside(file, LOG)):
        return False
    return _size(_beside(file, LOCK)) > 0 or _beside(file, LIST).exists()


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
