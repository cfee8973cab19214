"""The schema's steps from its first day, and whether a database stands on the newest."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text

from storage.database import Database

HERE = Path(__file__).parent


class SchemaMismatch(Exception):
    """The database's schema is not the code's. ``key`` names the sentence that says what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


async def upgrade(database: Database) -> None:
    """Bring the schema up to the code's. Raises SchemaMismatch for a database that is newer."""
    async with database.write() as tx:
        await tx.run_sync(_refuse_newer)
        await tx.run_sync(lambda connection: command.upgrade(_config(connection), "head"))


async def check(database: Database) -> None:
    """Raise SchemaMismatch unless the schema is exactly the code's."""
    async with database.read() as tx:
        await tx.run_sync(_refuse_newer)
        current = await tx.run_sync(_current)
        head = ScriptDirectory(str(HERE)).get_current_head()
        if current != head:
            raise SchemaMismatch("start-database-older")


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _refuse_newer(connection: Connection) -> None:
    current = _current(connection)
    if current is None:
        return
    try:
        ScriptDirectory(str(HERE)).get_revision(current)
    except CommandError as unknown:
        raise SchemaMismatch("start-database-newer") from unknown
