"""A database as one file to keep elsewhere: copied whole beside whoever writes, and checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from engagement.operations.database_outage import Trouble
from storage.engine.outages import trouble_of

STEPS = 100_000
"""Of SQLite's own machine, from one look at how far it is to the next."""

COUNTED = (
    "residents",
    "contacts",
    "answers",
    "comments",
    "broadcasts",
    "deliveries",
    "staff",
    "audit",
    "inbox",
)
"""Tables whose rows are counted, as a witness of what a backup holds."""


class CannotBeCopied(Exception):
    """The database could not be read or the copy not be written; the text says why."""

    def __init__(self, text: str, trouble: Trouble | None = None) -> None:
        super().__init__(text)
        self.trouble = trouble


class NoDatabase(Exception):
    """This file is no whole database of ours; the text says why."""


def copy_into(
    source: Path,
    target: Path,
    *,
    busy_seconds: float = 30.0,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write all of ``source`` to the new file ``target``, as it stood at one moment.

    It waits for the disk: not on an event loop. Whoever writes meanwhile goes on. VACUUM INTO
    copies what is there and not the pages, which may still hold what was erased. ``progress`` is
    told the target's bytes now and then. Raises CannotBeCopied.
    """

    def tell() -> None:
        progress(target.stat().st_size if target.exists() else 0)

    try:
        with closing(_opened(source, "ro", busy_seconds)) as db:
            db.set_progress_handler(tell, STEPS)
            db.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        raise CannotBeCopied(str(error), trouble_of(error)) from None


def rows_in(file: Path) -> dict[str, int]:
    """How many rows the main tables of a database hold. Raises NoDatabase."""
    there = {row[0] for row in _asked(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        table: int(_asked(file, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 (our own names)
        for table in COUNTED
        if table in there
    }


def revision_of(file: Path) -> str:
    """The step of the schema a database stands on. Raises NoDatabase."""
    found = _asked(file, "SELECT version_num FROM alembic_version")
    if not found:
        raise NoDatabase("it has no schema")
    return str(found[0][0])


def check_whole(file: Path) -> None:
    """Raise NoDatabase unless SQLite finds every page and every index of ``file`` in order."""
    found = [row[0] for row in _asked(file, "PRAGMA integrity_check")]
    if found != ["ok"]:
        raise NoDatabase(f"its integrity check says: {found[0] if found else 'nothing'}")


def differences(file: Path, counted: Mapping[str, int]) -> list[str]:
    """The tables whose rows in ``file`` are not as many as were ``counted``. Raises NoDatabase."""
    found = rows_in(file)
    return [table for table in counted if found.get(table) != counted[table]]


def log_moved_in(file: Path) -> None:
    """Move what stands in a database's log into the file itself. Raises sqlite3.Error."""
    with closing(_opened(file, "rw", 5.0)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def size_of(file: Path) -> int:
    """Bytes of a database with its log. Raises OSError."""
    log = file.with_name(f"{file.name}-wal")
    return file.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _asked(file: Path, question: str) -> list[tuple[Any, ...]]:
    try:
        with closing(_opened(file, "ro", 5.0)) as db:
            return db.execute(question).fetchall()
    except sqlite3.Error as error:
        raise NoDatabase(str(error)) from None


def _opened(file: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=busy_seconds, isolation_level=None)
