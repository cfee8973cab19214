"""The database: one connection that writes, and a pool of connections that can only read."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Executable,
    Integer,
    MetaData,
    NullPool,
    Table,
    create_engine,
    event,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.engine.addresses import for_asyncpg
from storage.engine.direct_sqlite import DirectTransaction
from storage.engine.outages import is_damaged, named_outage
from storage.engine.own_file import OwnFile
from storage.engine.server_lock import LockTaken, ServerLock

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Transaction = AsyncConnection
"""An open transaction. Acts take one and never commit it: the code that opened it does."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Document(TypeDecorator[Any]):
    """JSON; on PostgreSQL JSONB. That dialect is imported only when it is used, to keep a start on
    SQLite quick."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB on PostgreSQL, JSON elsewhere."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


Sequential = BigInteger().with_variant(Integer(), "sqlite")
"""A key the database increments itself. Never for residents or contacts, whose ids are random."""

DATABASE_AWAY = (OperationalError, InterfaceError, PoolTimeoutError, OSError)
"""Errors raised while the database cannot be reached or is busy: worth another try."""

BUSY_SECONDS = 5.0
"""How long SQLite waits for another process that has locked the file before it raises."""
CONNECT_SECONDS = 10.0
"""How long to wait for a PostgreSQL server to accept a connection."""
NOTICED_SOON = {
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
"""After a cut line a PostgreSQL server drops our connection, and its lock, within a minute."""
_BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
READERS = 4
READERS_CACHE = 16_000
"""Kilobytes of pages that a reader of SQLite keeps: the indexes of 100,000 residents, from which
audiences are counted, fit in."""


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC. SQLite has no time zones: reading sets UTC again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an aware datetime is expected")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Database:
    """Opens transactions. ``url`` is SQLAlchemy's, with an async driver.

    SQLite: one writing connection (BEGIN IMMEDIATE, so a transaction holds its lock from the
    start and its savepoints nest inside it) and a few that only read. ``busy_seconds`` is how
    long they wait for another process that has locked the file.
    """

    def __init__(self, url: str, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.url = for_asyncpg(make_url(url))
        self._busy_seconds = busy_seconds
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._lock = None if self.is_sqlite else ServerLock()
        self._writer = self._engine(size=1, begin=_BEGIN_TO_WRITE, reads_only=False)
        self._readers = self._engine(size=READERS, begin="BEGIN", reads_only=True)
        self.own_file = OwnFile()
        self.open_transactions = 0

    def _engine(self, *, size: int, begin: str, reads_only: bool) -> AsyncEngine:
        # An error that quotes its parameters would put answers and chat ids into a log.
        options: dict[str, Any] = {"pool_size": size, "max_overflow": 0, "hide_parameters": True}
        if not self.is_sqlite:
            options["connect_args"] = {"timeout": CONNECT_SECONDS, "server_settings": NOTICED_SOON}
        if reads_only and not self.is_sqlite:
            options["isolation_level"] = "REPEATABLE READ"
            options["execution_options"] = {"postgresql_readonly": True}
        engine = create_async_engine(self.url, **options)
        if self.is_sqlite:
            event.listen(engine.sync_engine, "do_connect", _make_private)
            event.listen(
                engine.sync_engine,
                "connect",
                _sqlite_pragmas(self._busy_seconds, reads_only=reads_only),
            )
            event.listen(engine.sync_engine, "begin", _begin_with(begin))
            return engine
        event.listen(engine.sync_engine, "handle_error", named_outage)
        if self._lock is not None and not reads_only:
            event.listen(engine.sync_engine, "connect", self._lock.on_connect)
        return engine

    def direct_writer(self) -> Engine:
        """SQLite: another engine that writes, for a thread that may block (``WritersThread``)."""
        engine = create_engine(
            self.url.set(drivername="sqlite"),
            hide_parameters=True,
            pool_size=1,
            max_overflow=0,
            connect_args={"check_same_thread": False, "isolation_level": None},
        )
        event.listen(engine, "do_connect", _make_private)
        event.listen(engine, "connect", _sqlite_pragmas(self._busy_seconds, reads_only=False))
        return engine

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """A transaction that is committed when the block ends and rolled back when it raises."""
        async with self._counted(), self.writing(self._writer) as tx:
            yield tx

    @asynccontextmanager
    async def writing(self, engine: AsyncEngine | Engine) -> AsyncIterator[Transaction]:
        """A writing transaction on ``engine``. Every writing transaction is opened here.

        Raises FileGone for a file that was there when ``own_file`` was asked to hold it."""
        self.own_file.check()
        if isinstance(engine, Engine):
            with engine.begin() as connection:
                # Not in an event listener: one makes each statement check for all listeners.
                connection.exec_driver_sql(_BEGIN_TO_WRITE)
                yield cast("Transaction", DirectTransaction(connection))
            return
        async with engine.begin() as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A transaction that reads one consistent snapshot and cannot write."""
        self.own_file.check()
        async with self._counted(), self._readers.begin() as tx:
            yield tx

    @asynccontextmanager
    async def _counted(self) -> AsyncIterator[None]:
        self.open_transactions += 1
        try:
            yield
        finally:
            self.open_transactions -= 1

    @asynccontextmanager
    async def sole_process(self) -> AsyncIterator[bool]:
        """PostgreSQL: lock this database for one process. Yields False if another has the lock.

        The writing connection itself holds the lock, so whatever it writes is written under it. If
        the connection is lost, the next one takes the lock again before it is used.
        """
        if self._lock is None:
            raise RuntimeError("an SQLite database is locked by a file")
        self._lock.wanted = True
        try:
            # Connections made so far do not hold it.
            await self._writer.dispose()
            try:
                async with self.write():
                    pass
            except LockTaken:
                yield False
            else:
                yield True
        finally:
            self._lock.wanted = False
            await self._writer.dispose()

    @property
    def times_locked(self) -> int:
        """How often this process has taken the lock of its PostgreSQL database."""
        return 0 if self._lock is None else self._lock.times_taken

    async def truncate_log(self) -> None:
        """SQLite: move the write-ahead log into the file and empty it, so that no erased bytes
        remain there. PostgreSQL manages its own log."""
        if not self.is_sqlite:
            return
        # It doesn't wait: if there is a reader, the next tick tries again.
        await self._outside("PRAGMA wal_checkpoint(TRUNCATE)", seconds=0)

    async def quick_check(self) -> bool:
        """SQLite: whether the file passes ``PRAGMA quick_check``."""
        try:
            async with self.read() as tx:
                found = (await tx.exec_driver_sql("PRAGMA quick_check(1)")).scalar()
        except DatabaseError as error:
            if is_damaged(error):
                return False
            raise
        return str(found) == "ok"

    async def try_to_write(self) -> None:
        """Write something and take it away again. Raises what a write would raise: only a commit
        shows whether there is room for it."""
        async with self.write() as tx:
            await tx.exec_driver_sql("CREATE TABLE wardmote_was_here (mark INTEGER)")
            await tx.exec_driver_sql("DROP TABLE wardmote_was_here")

    async def rewrite(self) -> None:
        """SQLite: rewrite the whole file. Overwriting erased rows misses the copies that page
        splits leave behind; this removes them too. Writers wait meanwhile."""
        if self.is_sqlite:
            await self._outside("VACUUM", seconds=BUSY_SECONDS)

    async def _outside(self, statement: str, *, seconds: float) -> None:
        """Run a statement that cannot run inside a transaction. Raises FileGone."""
        self.own_file.check()
        plain = create_async_engine(
            self.url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"timeout": seconds},
            hide_parameters=True,
        )
        async with self._counted(), plain.connect() as connection:
            await connection.exec_driver_sql(statement)
        await plain.dispose()

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()
        await self._readers.dispose()


def _make_private(_dialect: object, _record: object, args: Sequence[Any], _: object) -> None:
    """Before SQLite creates a missing file that every user of the machine could read, create it for
    this user alone. Its log takes the same mode."""
    path = str(args[0]) if args else ""
    if path and path != ":memory:" and not path.startswith("file:"):
        with suppress(OSError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _sqlite_pragmas(busy_seconds: float, *, reads_only: bool) -> Any:
    def on_connect(connection: Any, _record: object) -> None:
        # The driver must not open transactions by itself: we send BEGIN.
        if connection.isolation_level is not None:
            connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        if reads_only:
            cursor.execute("PRAGMA query_only = ON")
            cursor.execute(f"PRAGMA cache_size = -{READERS_CACHE}")
        else:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            # Erased bytes are overwritten, so that a forgotten resident leaves none behind.
            cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    return on_connect


def _begin_with(statement: str) -> Any:
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return on_begin


def upsert(
    tx: Transaction, table: Table, *, key: tuple[str, ...], change: tuple[str, ...] = ()
) -> Executable:
    """An INSERT that updates the columns in ``change`` if ``key`` exists already, or does nothing
    if there are none. Execute it with one row or many."""
    return _upsert(tx.dialect.name, table, key, change)


@cache
def _upsert(
    dialect: str, table: Table, key: tuple[str, ...], change: tuple[str, ...]
) -> Executable:
    # Cached: building such a statement takes longer than running it.
    statement: sqlite.Insert | postgresql.Insert = sqlite.insert(table)
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        statement = postgresql.insert(table)
    if not change:
        return statement.on_conflict_do_nothing(index_elements=[*key])
    return statement.on_conflict_do_update(
        index_elements=[*key], set_={name: statement.excluded[name] for name in change}
    )
