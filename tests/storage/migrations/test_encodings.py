"""A PostgreSQL database that cannot store every word is refused before its first table."""

import pytest
from sqlalchemy import make_url
from storage_places import PostgresServer

from storage import migrations
from storage.engine.database import Database


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
async def test_a_database_that_is_not_utf8_is_refused_at_migrate(
    postgres: PostgresServer, postgres_url: str, encoding: str
) -> None:
    """P10."""
    name = f"other_{encoding.lower()}"
    await postgres.tell(
        f"CREATE DATABASE {name} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' "
        "TEMPLATE template0"
    )
    url = make_url(postgres_url).set(database=name)
    database = Database(url.render_as_string(hide_password=False))
    try:
        with pytest.raises(migrations.SchemaMismatch, match="start-database-encoding"):
            await migrations.upgrade(database)
        async with database.read() as tx:
            found = await tx.exec_driver_sql(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
            )
            assert found.scalar() == 0
    finally:
        await database.close()
        await postgres.tell(f"DROP DATABASE {name} WITH (FORCE)")
