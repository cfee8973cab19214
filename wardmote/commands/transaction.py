"""One database transaction for a command, safe to run next to a running bot."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from content.library import Library
from content.words import Words
from engagement.people.outlasting import Outlasting
from storage import migrations
from storage.engine.database import Database
from usecases.world import DATABASE_AWAY, Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files, database_unreachable
from wardmote.service import another_council
from wardmote.service.another_council import NotOurs
from wardmote.service.clock import WallClock
from wardmote.service.forgotten_list import list_of, note
from wardmote.service.lock import file_of
from wardmote.service.private_files import CannotBeWritten
from wardmote.service.settings import Settings

T = TypeVar("T")


def _noted(path: Path, clock: WallClock, one: Outlasting) -> None:
    try:
        note(path, clock.now, one)
    except CannotBeWritten as wrong:
        raise CannotRun(str(wrong)) from None
    except OSError as wrong:
        raise CannotRun(
            f"Nothing was changed: the list of forgotten residents, {path}, cannot be written "
            f"({wrong.strerror})."
        ) from None


async def in_transaction(
    settings: Settings,
    act: Callable[[Transaction], Awaitable[T]],
    *,
    of_any_council: bool = False,
) -> T:
    """Run ``act`` in one transaction: a second writer, so keep it short.

    Raises CannotRun for a database that is out of reach, of another version or, unless
    ``of_any_council``, of another council, and what ``act`` raises.
    """
    database = _there(settings)
    try:
        await migrations.check(database)
        if not of_any_council:
            await another_council.check_council(database, settings.council)
        async with database.write() as tx:
            return await act(tx)
    except NotOurs as why:
        raise CannotRun(str(why)) from None
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as error:
        raise CannotRun(database_unreachable(error, settings)) from None
    finally:
        await database.close()


def _there(settings: Settings) -> Database:
    """The database, which is not created by looking. Raises CannotRun where there is none yet."""
    database = Database(settings.database)
    file = file_of(database)
    if file is not None and not file.exists():
        raise CannotRun(Words().plain("start-database-none"))
    return database


async def in_reading(settings: Settings, read: Callable[[Transaction], Awaitable[T]]) -> T:
    """Run ``read`` in a transaction that holds up no writer. Raises CannotRun."""
    database = _there(settings)
    try:
        await another_council.check(database, settings.council)
        async with database.read() as tx:
            return await read(tx)
    except NotOurs as why:
        raise CannotRun(str(why)) from None
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as error:
        raise CannotRun(database_unreachable(error, settings)) from None
    finally:
        await database.close()


async def with_council(
    settings: Settings,
    act: Callable[[Transaction, World], Awaitable[T]],
    council: Library | None = None,
) -> T:
    """``in_transaction`` for an act that also needs the council's files, which are read here
    unless the caller has them. Raises CannotRun, and what ``act`` raises."""
    clock = WallClock()
    library = council or council_files(settings)
    beside = settings.forgotten or list_of(file_of(Database(settings.database)))
    world = World(
        library,
        clock.now,
        clock.sleep,
        lambda: secrets.randbits(63),
        outlast=partial(_noted, beside, clock),
    )
    return await in_transaction(settings, lambda tx: act(tx, world))
