"""What a command says where a PostgreSQL server answers and the address is wrong all the same."""

import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from storage_places import PostgresServer

from storage import migrations
from storage.engine.database import DATABASE_AWAY, Database
from wardmote.commands.cannot_run import database_unreachable
from wardmote.commands.settings_or_exit import in_one_line
from wardmote.service.settings import Settings


def elsewhere(url: str, **parts: str) -> Database:
    return Database(make_url(url).set(**parts).render_as_string(hide_password=False))


async def test_a_database_that_the_server_does_not_have_is_called_so(postgres_url: str) -> None:
    database = elsewhere(postgres_url, database="nope")
    with pytest.raises(DATABASE_AWAY) as raised:
        await migrations.check(database)
    await database.close()
    settings = Settings.model_construct(database="postgresql+asyncpg://u@db.example/nope")
    said = database_unreachable(raised.value, settings)
    assert said.startswith("The server answers, but has no database of that name.")


async def test_a_role_that_may_not_create_tables_is_not_sent_to_look_for_a_password(
    postgres: PostgresServer,
) -> None:
    async with postgres.database_without_tables() as url:
        await postgres.tell("CREATE ROLE guest LOGIN")
        database = elsewhere(url, username="guest")
        with pytest.raises(DBAPIError) as raised:
            await migrations.upgrade(database)
        await database.close()
        await postgres.tell("DROP ROLE guest")
    said = in_one_line(raised.value) or ""
    assert said.startswith("The role in WARDMOTE_DATABASE may not do this in its database.")
    assert "password" not in said


async def test_a_role_that_the_server_does_not_know_is_not_called_out_of_reach(
    postgres_url: str,
) -> None:
    database = elsewhere(postgres_url, username="nobody_of_that_name")
    with pytest.raises(DATABASE_AWAY) as raised:
        await migrations.check(database)
    await database.close()
    settings = Settings.model_construct(database="postgresql+asyncpg://u@db.example/nope")
    said = database_unreachable(raised.value, settings)
    assert said.startswith("The server answers, but does not let this role in.")
