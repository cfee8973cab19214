"""SQLite without a messenger: statements are carried out where one is, not handed to a thread.

For the writer's thread alone, where waiting harms nobody. Handing each statement from thread to
thread and back costs more than most statements do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Executable

T = TypeVar("T")


class TransactionAtHand:
    """An open transaction with what acts ask of SQLAlchemy's own; nothing here ever waits for a
    loop. Every method raises what the database raises."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """SQLite's."""
        return self._connection.dialect

    async def execute(
        self,
        statement: Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """One statement, once or for many rows."""
        return self._connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """One statement in the database's own words."""
        return self._connection.exec_driver_sql(statement)

    async def run_sync(self, work: Callable[..., T], *args: Any) -> T:
        """What ``work`` makes of the connection."""
        return work(self._connection, *args)

    def say(self, statement: str) -> None:
        """One statement that has no parameters and brings no rows, without any ado."""
        driver = self._connection.connection.driver_connection
        if driver is not None:
            driver.execute(statement)
