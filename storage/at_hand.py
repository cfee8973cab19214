"""SQLite without a messenger: what `aiosqlite` does in a thread of its own is done where one is.

For the writer's thread alone, where waiting harms nobody. Handing each statement from thread to
thread and back costs more than most statements do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any


class CursorAtHand:
    """What SQLAlchemy asks of a cursor of `aiosqlite`; nothing here ever waits for a loop."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> CursorAtHand:
        """It is open already."""
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """One statement. Raises sqlite3.Error."""
        self._cursor.execute(statement, parameters)

    async def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows. Raises sqlite3.Error."""
        self._cursor.executemany(statement, rows)

    async def fetchall(self) -> list[Any]:
        """Every row that is left. Raises sqlite3.Error."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of it."""
        self._cursor.close()

    @property
    def description(self) -> Any:
        """The columns."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The key of the row that was added last."""
        return self._cursor.lastrowid


class ConnectionAtHand:
    """What SQLAlchemy asks of a connection of `aiosqlite`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._conn = connection

    @property
    def isolation_level(self) -> str | None:
        """None: transactions are begun and ended by statements."""
        return self._connection.isolation_level

    def say(self, statement: str) -> None:
        """One statement that has no parameters and brings no rows. Raises sqlite3.Error."""
        self._connection.execute(statement)

    def cursor(self) -> CursorAtHand:
        """A new cursor."""
        return CursorAtHand(self._connection.cursor())

    async def create_function(
        self, name: str, arguments: int, act: Callable[..., Any], deterministic: bool = False
    ) -> None:
        """A function SQL may call."""
        self._connection.create_function(name, arguments, act, deterministic=deterministic)

    async def commit(self) -> None:
        """End the transaction well. Raises sqlite3.Error."""
        self._connection.commit()

    async def rollback(self) -> None:
        """Undo the transaction."""
        self._connection.rollback()

    async def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def stop(self) -> None:
        """The same, where nobody waits."""
        self._connection.close()


async def at_hand(file: str, seconds: float) -> ConnectionAtHand:
    """A connection to ``file``; ``seconds`` a statement waits for another writer."""
    found = sqlite3.connect(file, timeout=seconds, isolation_level=None, check_same_thread=False)
    return ConnectionAtHand(found)
