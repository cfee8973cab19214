"""Which errors are trouble of the database's, for real: on SQLite, on PostgreSQL, and on a disk."""

import asyncio
import errno
import sqlite3
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from storage_places import PostgresServer

from engagement.operations.database_outage import LONGEST_WAIT, DatabaseOutage, wait_before
from storage.engine.database import Database
from storage.engine.outages import outage_of


async def error_of(database: Database, *statements: str) -> BaseException:
    """What these raise in a transaction."""
    with pytest.raises((DBAPIError, OSError)) as raised:
        await carry_out(database, *statements)
    return raised.value


async def down_to(threads: int) -> None:
    """Wait until there are so few threads again."""
    async with asyncio.timeout(10):
        while threading.active_count() > threads:  # noqa: ASYNC110 (another thread ends)
            await asyncio.sleep(0.01)


async def carry_out(database: Database, *statements: str) -> None:
    async with database.write() as tx:
        for statement in statements:
            await tx.execute(text(statement))


MISTAKES = ("SELECT * FROM nowhere", "SELECT nothing FROM inbox", "SELEKT", "SELECT 1 +")


@pytest.mark.parametrize("statement", MISTAKES)
async def test_a_mistake_in_a_statement_is_no_trouble(database: Database, statement: str) -> None:
    assert outage_of(await error_of(database, statement)) is None


async def test_a_broken_rule_is_no_trouble(database: Database) -> None:
    twice = "INSERT INTO deployment (name, value) VALUES ('one', 'x')"
    assert outage_of(await error_of(database, twice, twice)) is None


async def test_a_locked_file_is_busy(sqlite: Database) -> None:
    impatient = Database(str(sqlite.url), busy_seconds=0.05)
    other = sqlite3.connect(sqlite.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert outage_of(await error_of(impatient, "SELECT 1")) is DatabaseOutage.BUSY
    other.close()
    await impatient.close()


async def test_a_full_file_is_full(sqlite: Database) -> None:
    pages = "PRAGMA max_page_count = 1"
    much = "INSERT INTO deployment (name, value) VALUES ('much', hex(zeroblob(100000)))"
    assert outage_of(await error_of(sqlite, pages, much)) is DatabaseOutage.FULL


async def test_what_may_not_be_written_is_read_only(sqlite: Database) -> None:
    row = "INSERT INTO deployment (name, value) VALUES ('one', 'x')"
    found = outage_of(await error_of(sqlite, "PRAGMA query_only = ON", row))
    assert found is DatabaseOutage.READ_ONLY


async def test_a_folder_that_is_gone_is_away(tmp_path) -> None:
    nowhere = Database(f"sqlite+aiosqlite:///{tmp_path / 'gone' / 'wardmote.db'}")
    before = threading.active_count()
    assert outage_of(await error_of(nowhere, "SELECT 1")) is DatabaseOutage.AWAY
    # The driver's thread ends by itself, and says so to this loop: it must still be there.
    await down_to(before)


async def test_a_file_of_something_else_is_broken(tmp_path) -> None:
    (tmp_path / "wardmote.db").write_bytes(b"This is a letter, not a database." * 100)
    before = threading.active_count()
    letter = Database(f"sqlite+aiosqlite:///{tmp_path / 'wardmote.db'}")
    assert outage_of(await error_of(letter, "SELECT 1")) is DatabaseOutage.BROKEN
    await letter.close()
    # As above.
    await down_to(before)


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        ("53100", DatabaseOutage.FULL),
        ("53300", DatabaseOutage.BUSY),
        ("57P01", DatabaseOutage.AWAY),
        ("57P03", DatabaseOutage.AWAY),
        ("08006", DatabaseOutage.AWAY),
        ("40001", DatabaseOutage.BUSY),
        ("40P01", DatabaseOutage.BUSY),
        ("25006", DatabaseOutage.READ_ONLY),
        ("58030", DatabaseOutage.BROKEN),
        ("22012", None),
        ("42P01", None),
    ],
)
async def test_postgresql_says_what_it_is(
    postgres: PostgresServer, postgres_url: str, state: str, trouble: DatabaseOutage | None
) -> None:
    database = Database(postgres_url)
    raises = f"DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = '{state}'; END $$"
    assert outage_of(await error_of(database, raises)) is trouble
    await database.close()


async def test_a_connection_that_is_cut_is_away(postgres_url: str) -> None:
    database = Database(postgres_url)
    cut = "SELECT pg_terminate_backend(pg_backend_pid())"
    assert outage_of(await error_of(database, cut, "SELECT 1")) is DatabaseOutage.AWAY
    await database.close()


async def test_a_server_that_is_not_there_is_away(tmp_path) -> None:
    nobody = Database(f"postgresql+asyncpg://nobody@/wardmote?host={tmp_path}")
    assert outage_of(await error_of(nobody, "SELECT 1")) is DatabaseOutage.AWAY


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, DatabaseOutage.FULL),
        (errno.EROFS, DatabaseOutage.READ_ONLY),
        (errno.EIO, DatabaseOutage.BROKEN),
        (errno.ECONNREFUSED, DatabaseOutage.AWAY),
    ],
)
def test_a_disk_says_what_it_is(number: int, trouble: DatabaseOutage) -> None:
    assert outage_of(OSError(number, "made up")) is trouble


def test_anything_else_is_a_mistake() -> None:
    assert outage_of(ValueError("made up")) is None


@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999])
def test_waits_grow_up_to_a_bound_and_never_fall_together(chance: float) -> None:
    waits = [wait_before(tries, DatabaseOutage.BUSY, chance) for tries in range(1, 40)]
    assert waits == sorted(waits)
    assert 0.1 <= waits[0] <= 0.2
    assert LONGEST_WAIT / 2 <= waits[-1] <= LONGEST_WAIT
    assert wait_before(3, DatabaseOutage.BUSY, 0.1) != wait_before(3, DatabaseOutage.BUSY, 0.2)


def test_what_a_cut_line_took_is_tried_again_at_once() -> None:
    assert wait_before(1, DatabaseOutage.AWAY, 0.9) == 0
    assert wait_before(2, DatabaseOutage.AWAY, 0.9) > 0
