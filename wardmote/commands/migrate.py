"""`wardmote migrate`: brings the database's schema up to this version, or makes a new database."""

from __future__ import annotations

from content.words import Words
from storage import migrations
from storage.engine.database import Database
from storage.engine.emptied import is_emptied
from usecases.operations import council_of_deployment
from usecases.world import DATABASE_AWAY
from wardmote.commands.cannot_run import CannotRun, council_is_there, database_unreachable
from wardmote.service import another_council
from wardmote.service.another_council import NotOurs
from wardmote.service.lock import file_of
from wardmote.service.settings import Settings


async def migrate(settings: Settings, *, new: bool) -> bool:
    """Bring the schema up to date, for a council that is there. Returns whether a database was
    made, which is done only if ``new``: one that isn't there may be on a disk that isn't either.

    Raises CannotRun.
    """
    council_is_there(settings)
    database = Database(settings.database)
    file = file_of(database)
    try:
        if is_emptied(database):
            raise migrations.SchemaMismatch(migrations.DAMAGED)
        there = file is None or file.exists()
        makes = not there or await migrations.is_new(database)
        if makes and not new:
            raise migrations.SchemaMismatch(migrations.NONE)
        if file is not None and not there:
            # Readable by this user alone. SQLite's log takes the same mode.
            file.touch(mode=0o600)
        if not makes:
            await another_council.check_council(database, settings.council)
        await migrations.upgrade(database)
        if makes:
            async with database.write() as tx:
                await council_of_deployment.take_up(tx, settings.council)
        return makes
    except NotOurs as why:
        raise CannotRun(str(why)) from None
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as error:
        raise CannotRun(database_unreachable(error, settings)) from None
    finally:
        await database.close()
