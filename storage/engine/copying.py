"""Copies of an SQLite database for backups: made while the bot is writing, and checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from engagement.operations.database_outage import DatabaseOutage
from storage.engine.outages import is_damaged, outage_of

STEPS = 100_000
"""Instructions of SQLite's virtual machine between two calls of ``progress``."""

COUNTED = (
    "residents",
    "contacts",
    "answers",
    "comments",
    "broadcasts",
    "deliveries",
    "staff",
    "audit",
    "complaints",
    "requests",
    "inbox",
)
"""Tables whose rows are counted when a backup is made, to check the backup against."""


class CannotBeCopied(Exception):
    """The database could not be read or the copy could not be written; the text says why."""

    def __init__(self, text: str, outage: DatabaseOutage | None = None) -> None:
        super().__init__(text)
        self.outage = outage


class NoDatabase(Exception):
    """This file isn't a complete Wardmote database; the text says why."""


def copy_into(
    source: Path,
    target: Path,
    *,
    busy_seconds: float = 30.0,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write a consistent snapshot of ``source`` to the new file ``target``.

    Blocks on the disk, so don't call it on an event loop. Other writers carry on meanwhile.
    VACUUM INTO copies the rows and not the pages, which may still hold erased bytes. ``progress``
    is called now and then with the size of the target in bytes. Raises CannotBeCopied.
    """

    def report() -> None:
        progress(target.stat().st_size if target.exists() else 0)

    try:
        with closing(_connect(source, "ro", busy_seconds)) as db:
            db.set_progress_handler(report, STEPS)
            db.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        if is_damaged(error):
            raise CannotBeCopied(
                "the database is damaged; stop the bot and restore an older backup"
            ) from None
        raise CannotBeCopied(str(error), outage_of(error)) from None


def rows_in(file: Path) -> dict[str, int]:
    """The number of rows in each of the main tables. Raises NoDatabase."""
    found = _query(file, "SELECT name FROM sqlite_master WHERE type = 'table'")
    present = {row[0] for row in found}
    return {
        table: int(_query(file, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 (our own names)
        for table in COUNTED
        if table in present
    }


def revision_of(file: Path) -> str:
    """The revision of a database's schema. Raises NoDatabase."""
    found = _query(file, "SELECT version_num FROM alembic_version")
    if not found:
        raise NoDatabase("it has no schema")
    return str(found[0][0])


def fact_in(file: Path, name: str) -> str | None:
    """A fact about the deployment in this database; None for one that hasn't it or can't be
    read. Where no log is beside the file, looking leaves none."""
    mode = "ro" if file.with_name(f"{file.name}-wal").exists() else "ro&immutable=1"
    try:
        with closing(_connect(file, mode, 5.0)) as db:
            query = "SELECT value FROM deployment WHERE name = ?"
            row = db.execute(query, (name,)).fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else str(row[0])


def check_integrity(file: Path) -> None:
    """Raise NoDatabase unless ``file`` passes SQLite's check of all pages and indexes."""
    found = [row[0] for row in _query(file, "PRAGMA integrity_check")]
    if found != ["ok"]:
        raise NoDatabase(
            f"the database is damaged: its integrity check says: {found[0] if found else 'nothing'}"
        )


def differences(file: Path, counted: Mapping[str, int]) -> list[str]:
    """The tables whose number of rows in ``file`` differs from ``counted``. Raises NoDatabase."""
    found = rows_in(file)
    return [table for table in counted if found.get(table) != counted[table]]


def checkpoint_log(file: Path) -> None:
    """Move a database's write-ahead log into the file itself. Raises sqlite3.Error."""
    with closing(_connect(file, "rw", 5.0)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def size_of(file: Path) -> int:
    """The size in bytes of a database with its write-ahead log. Raises OSError."""
    log = file.with_name(f"{file.name}-wal")
    return file.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _query(file: Path, statement: str) -> list[tuple[Any, ...]]:
    try:
        with closing(_connect(file, "ro", 5.0)) as db:
            return db.execute(statement).fetchall()
    except sqlite3.Error as error:
        why = f"the database is damaged ({error})" if is_damaged(error) else str(error)
        raise NoDatabase(why) from None


def _connect(file: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=busy_seconds, isolation_level=None)
