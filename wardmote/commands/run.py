"""`wardmote run`: serves one council until a signal, and turns what stops it into one line."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import structlog

from bot.receiving.polling import AnotherInstance, WebhookActive
from bot.receiving.webhook import WebhookRefused
from bot.sending.calls import TokenRefused
from bot.sending.transport import TransportError
from content.schema.authored import local
from content.words import Words
from engagement.consultations.lifecycle import closing
from storage import migrations
from usecases.consultations import closed_by_file
from usecases.operations import safeguarding
from usecases.people import words_of_danger
from usecases.world import DATABASE_AWAY, OpenConsultationChanged
from wardmote.commands.cannot_run import (
    CannotRun,
    consultation_already_open,
    council_files,
    database_unreachable,
    lacking_for_residents,
    read_council_files,
)
from wardmote.service import failpoints, garbage_collection
from wardmote.service.another_council import NotOurs
from wardmote.service.clock import WallClock
from wardmote.service.lifecycle import Service
from wardmote.service.lock import AlreadyRunning, LockLost
from wardmote.service.private_files import CannotBeWritten
from wardmote.service.schedule import ScheduledTicks, scheduled
from wardmote.service.settings import Settings, unknown
from wardmote.service.web_door import WebDoor
from wardmote.service.wiring import ServiceConfig, TelegramRefused, built
from web import DoorBlocked

log = structlog.get_logger("wardmote.commands.run")

# Read now, which takes a second, and not while the first message waits.
words_of_danger.lexicon()

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_FOR_A_RELOAD = 5.0
GRACE_SECONDS = 14.0
"""For work in flight to finish after a signal. A locked database is waited for five seconds more,
so the process still ends within 20."""


def report_unknown_settings() -> None:
    """Log each WARDMOTE_ name that isn't a setting: it may be misspelt."""
    for line in unknown():
        log.warning("a setting is unknown", what=line)


async def run(settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl-C; ``ready`` gets the line to print once the bot serves.

    Raises CannotRun.
    """
    door = WebDoor(settings)
    config = _config(settings, door)
    try:
        # The door opens before Telegram gets the webhook, and closes after the last commit.
        async with built(config) as service, door.opened(service):
            garbage_collection.freeze()
            ready(f"Wardmote serves {config.library.council.name} as @{service.username}.")
            await _warn_of_too_few(service)
            await _warn_of_closed(service)
            await _serve_until_signalled(service)
    except* (DoorBlocked, LockLost) as group:
        raise CannotRun(_first_text(group)) from None
    except* WebhookRefused as group:
        raise CannotRun(
            f"Telegram refuses this webhook ({_first_text(group)}). Check WARDMOTE_WEBHOOK."
        ) from None
    except* (AlreadyRunning, CannotBeWritten, NotOurs, TransportError, TelegramRefused) as group:
        raise CannotRun(str(group.exceptions[0])) from None
    except* migrations.SchemaMismatch as group:
        raise CannotRun(_schema_text(group)) from None
    except* OpenConsultationChanged as group:
        raise CannotRun(consultation_already_open(group.exceptions[0])) from None
    except* DATABASE_AWAY as group:
        raise CannotRun(database_unreachable(group.exceptions[0], settings)) from None
    except* AnotherInstance:
        raise CannotRun("Another Wardmote is using this token. Stop it first.") from None
    except* WebhookActive:
        raise CannotRun(
            "Telegram sends this bot's messages to a webhook. "
            "Remove it with `wardmote webhook remove`, or set WARDMOTE_WEBHOOK."
        ) from None
    except* TokenRefused:
        raise CannotRun(
            "Telegram no longer accepts this token. Nothing is lost: "
            "set the new one as WARDMOTE_TOKEN and start again."
        ) from None


async def _warn_of_too_few(service: Service) -> None:
    async with service.database.read() as tx:
        if not await safeguarding.is_enough(tx, service.world.now()):
            log.warning("fewer than two people named to read words of danger can be reached")


async def _warn_of_closed(service: Service) -> None:
    library = service.world.library
    async with service.database.read() as tx:
        closed = await closed_by_file.would_close(tx, library, service.world.now())
    for found in closed:
        last_day, _ = closing(local(found.closes_at, library.council.timezone))
        log.warning(
            "a consultation had closed before anybody could answer: is the year right?",
            consultation=found.slug,
            closed=last_day.isoformat(),
        )


def _config(settings: Settings, door: WebDoor) -> ServiceConfig:
    library = council_files(settings)
    if settings.is_real and (lacking := lacking_for_residents(library)):
        raise CannotRun("\n".join(lacking))
    return ServiceConfig(
        library=library,
        database=settings.database,
        token=settings.token.get_secret_value(),
        bot_api=settings.bot_api,
        clock=WallClock(),
        rates=settings.rates,
        forgotten=settings.forgotten,
        newcomer_seconds=settings.newcomer_seconds,
        reached=failpoints.at(settings.failpoint),
        reread=partial(read_council_files, settings),
        watch=door.watch,
        webhook=door.webhook,
    )


def _first_text(group: BaseExceptionGroup[BaseException]) -> str:
    """The text of the first error, out of however many nested groups."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return str(error)


def _schema_text(group: BaseExceptionGroup[migrations.SchemaMismatch]) -> str:
    for error in group.exceptions:
        if isinstance(error, migrations.SchemaMismatch):
            return Words().plain(error.key)
    return str(group)


async def _serve_until_signalled(service: Service) -> None:
    """Serve. On a signal take no more work, and give what is in flight time to finish."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    with scheduled() as ticks:
        # `systemctl reload` sends HUP: the next tick, which reloads content, comes at once.
        loop.add_signal_handler(signal.SIGHUP, ticks.hurry)
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(service.serve(ticks))
            waiting = group.create_task(stop.wait())
            hurrying = group.create_task(_hurry_reloads(service, ticks))
            await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                await service.wind_down(GRACE_SECONDS)
            serving.cancel()
            waiting.cancel()
            hurrying.cancel()


async def _hurry_reloads(service: Service, ticks: ScheduledTicks) -> None:
    """Let a requested reload begin within a second rather than at the next minute."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        with suppress(*DATABASE_AWAY):
            if await service.reload_wanted():
                ticks.hurry()
                await asyncio.sleep(SECONDS_FOR_A_RELOAD)
