"""The check that a database belongs to this council, and what is said where it is another's."""

from __future__ import annotations

from storage import migrations
from storage.engine.database import Database
from usecases.operations import council_of_deployment
from usecases.operations.council_of_deployment import AnotherCouncil


class NotOurs(Exception):
    """The database belongs to another council. The text says so in one line."""


async def check(database: Database, slug: str) -> None:
    """Raise SchemaMismatch unless the schema is this version's, and NotOurs for a database of
    another council than this."""
    await migrations.check(database)
    await check_council(database, slug)


async def check_council(database: Database, slug: str) -> None:
    """Raise NotOurs for a database of another council than this, of any version of ours."""
    try:
        with migrations.damage_explained():
            async with database.read() as tx:
                await council_of_deployment.check(tx, slug)
    except AnotherCouncil as other:
        raise NotOurs(database_of_another(str(other), slug)) from None


def database_of_another(other: str, slug: str) -> str:
    """The line for a database of the council ``other`` where the settings are of ``slug``."""
    return (
        f"This database belongs to the council {other!r}, and WARDMOTE_COUNCIL is {slug!r}. Check "
        "WARDMOTE_DATABASE, WARDMOTE_COUNCIL and WARDMOTE_CONTENT. If they are the same council "
        "and its slug has changed, run `wardmote accept-council`."
    )
