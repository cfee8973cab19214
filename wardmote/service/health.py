"""Whether the bot that should be running here is alive, seen from beside it without touching it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from content.words import Words
from storage import migrations
from storage.engine.database import DATABASE_AWAY, Database
from usecases.operations import ticks
from wardmote.service.lock import file_of
from wardmote.service.settings import Settings

FRESH = timedelta(minutes=5)
"""A running bot looks at its clock once a minute; the night's rewriting may hold it up a while."""

PATIENCE_SECONDS = 10.0


class NotHealthy(Exception):
    """Why not, in one line."""


async def healthy(settings: Settings) -> str:
    """The line that says when the bot last looked at its clock. Raises NotHealthy.

    It takes no lock and writes nothing, so it may be asked beside a running bot at any time.
    """
    last = await _last_alive(settings)
    if last is None:
        raise NotHealthy("Not healthy: the bot has never run on this database.")
    when = f"The bot last looked at its clock at {last:%H:%M:%S on %Y-%m-%d} (UTC)"
    # Where the machine's clock was set back, "lately" would last for ever.
    if abs(datetime.now(UTC) - last) > FRESH:
        minutes = FRESH // timedelta(minutes=1)
        raise NotHealthy(
            f"Not healthy: {when[:1].lower()}{when[1:]}, not within {minutes} minutes."
        )
    return f"Healthy. {when}."


async def _last_alive(settings: Settings) -> datetime | None:
    database = Database(settings.database)
    beside = file_of(database)
    if beside is not None and not beside.exists():
        # To open it would make it.
        raise NotHealthy(f"Not healthy. {Words().plain('start-database-none')}")
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await migrations.check(database)
            async with database.read() as tx:
                return await ticks.last_alive(tx)
    except migrations.SchemaMismatch as mismatch:
        raise NotHealthy(f"Not healthy. {Words().plain(mismatch.key)}") from None
    except DATABASE_AWAY as trouble:
        raise NotHealthy(
            f"Not healthy: the database cannot be reached ({type(trouble).__name__})."
        ) from None
    finally:
        await database.close()
