"""Migrations of the schema, and the check that a database has had all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.engine.database import Database
from storage.engine.emptied import is_emptied
from storage.engine.outages import is_damaged

HERE = Path(__file__).parent
DAMAGED = "start-database-damaged"
"""The word key for a damaged SQLite file."""
NONE = "start-database-none"
"""The word key for no database, or an empty one. It may be that its disk isn't there."""


class SchemaMismatch(Exception):
    """This database isn't one that this version can use. ``key`` is the word key of the text that
    says what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def steps() -> tuple[str, ...]:
    """The revisions of all migrations in order, from file names like <revision>_<title>.py."""
    files = (HERE / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(file.name.partition("_")[0] for file in files))


async def upgrade(database: Database) -> None:
    """Migrate the schema to the code's. Raises SchemaMismatch if the database is newer."""
    # Imported here: Alembic takes a quarter of a second and a tenth of the memory of a start,
    # and few starts need it.
    from alembic import command
    from alembic.config import Config

    def climb(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    with damage_explained():
        async with database.write() as tx:
            await tx.run_sync(_refuse_other_encodings)
            await tx.run_sync(_refuse_newer)
            await tx.run_sync(climb)


async def check(database: Database) -> None:
    """Raise SchemaMismatch unless the schema is exactly the code's."""
    if is_emptied(database):
        raise SchemaMismatch(DAMAGED)
    with damage_explained():
        async with database.read() as tx:
            await tx.run_sync(_refuse_newer)
            current = await tx.run_sync(_current)
            if current != steps()[-1]:
                raise SchemaMismatch(NONE if current is None else "start-database-older")


async def is_new(database: Database) -> bool:
    """Whether nothing of ours has ever been in this database."""
    with damage_explained():
        async with database.read() as tx:
            return await tx.run_sync(_current) is None


@contextmanager
def damage_explained() -> Iterator[None]:
    """Turn the errors of a damaged database into SchemaMismatch."""
    try:
        yield
    except DBAPIError as error:
        if is_damaged(error):
            raise SchemaMismatch(DAMAGED) from None
        raise


def _refuse_other_encodings(connection: Connection) -> None:
    """PostgreSQL: in another encoding some words could not be stored, or come back changed."""
    if connection.dialect.name == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar()
        if encoding != "UTF8":
            raise SchemaMismatch("start-database-encoding")


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _refuse_newer(connection: Connection) -> None:
    current = _current(connection)
    if current is not None and current not in steps():
        raise SchemaMismatch("start-database-newer")
