"""SQLite statements run in the calling thread, not handed to aiosqlite's.

Only for the writer's thread, where blocking holds up nobody. Handing each statement to another
thread and back costs more than most statements do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Executable

T = TypeVar("T")


class DirectTransaction:
    """An open transaction with those methods of SQLAlchemy's AsyncConnection that acts use. None
    of them waits for an event loop; each raises what the database raises."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """SQLite's dialect."""
        return self._connection.dialect

    async def execute(
        self,
        statement: Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """Run a statement, once or for many rows."""
        return self._connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """Run a statement given as SQL text."""
        return self._connection.exec_driver_sql(statement)

    async def run_sync(self, work: Callable[..., T], *args: Any) -> T:
        """Return what ``work`` returns for the synchronous connection."""
        return work(self._connection, *args)

    def say(self, statement: str) -> None:
        """Run a statement without parameters or result straight through the driver."""
        driver = self._connection.connection.driver_connection
        if driver is not None:
            driver.execute(statement)
