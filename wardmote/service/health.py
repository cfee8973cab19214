"""`wardmote healthy`: whether the bot is running, read from its database without disturbing it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from content.words import Words
from storage import migrations
from storage.engine.database import DATABASE_AWAY, Database
from usecases.operations import heartbeat
from wardmote.service import another_council
from wardmote.service.another_council import NotOurs
from wardmote.service.lock import file_of
from wardmote.service.settings import Settings

FRESH = timedelta(minutes=5)
"""A running bot records the time once a minute; the nightly rewriting may delay it for a while."""

PATIENCE_SECONDS = 10.0


class NotHealthy(Exception):
    """Why the bot does not count as healthy, in one line."""


async def healthy(settings: Settings) -> str:
    """The line that says when the bot last looked at its clock. Raises NotHealthy.

    It takes no lock and writes nothing, so it is safe at any time while the bot runs.
    """
    last = await _last_alive(settings)
    if last is None:
        raise NotHealthy("Not healthy: the bot has never run on this database.")
    when = f"The bot last looked at its clock at {last:%H:%M:%S on %Y-%m-%d} (UTC)"
    # abs(): after a clock was set back, the last time may be in the future.
    if abs(datetime.now(UTC) - last) > FRESH:
        minutes = FRESH // timedelta(minutes=1)
        raise NotHealthy(
            f"Not healthy: {when[:1].lower()}{when[1:]}, not within {minutes} minutes."
        )
    return f"Healthy. {when}."


async def _last_alive(settings: Settings) -> datetime | None:
    database = Database(settings.database)
    file = file_of(database)
    if file is not None and not file.exists():
        # Opening it would create it.
        raise NotHealthy(f"Not healthy. {Words().plain('start-database-none')}")
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await another_council.check(database, settings.council)
            async with database.read() as tx:
                return await heartbeat.last_alive(tx)
    except NotOurs as why:
        raise NotHealthy(f"Not healthy. {why}") from None
    except migrations.SchemaMismatch as mismatch:
        raise NotHealthy(f"Not healthy. {Words().plain(mismatch.key)}") from None
    except DATABASE_AWAY as error:
        raise NotHealthy(
            f"Not healthy: the database cannot be reached ({type(error).__name__})."
        ) from None
    finally:
        await database.close()
