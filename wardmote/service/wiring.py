"""Builds a service from its configuration. The only file outside bot/ that imports telegram."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import structlog
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.application import BotApplication, build
from bot.bot import Bot
from bot.observer import NoObserver, Observer
from bot.receiving.connection import since_boot
from bot.receiving.receiver import PATIENCE_SECONDS
from bot.receiving.webhook import Webhook
from bot.sending.request import PtbRequest, TelegramApi
from content.library import Library
from content.words import Words
from engagement.broadcasts.pace import Rates
from storage import migrations
from storage.engine.batcher import Batcher
from storage.engine.database import BUSY_SECONDS, Database
from storage.engine.emptied import note_served
from usecases.operations import bot_of_deployment, council_of_deployment, heartbeat
from usecases.people import after_restore, leave
from usecases.people.listed import note_listed
from usecases.release import register
from usecases.world import World, load
from wardmote.service import another_council
from wardmote.service.another_bot import token_of_another_bot
from wardmote.service.drawing import DrawingProcess
from wardmote.service.forgotten_list import list_of, listed_in, note, remember, shorten
from wardmote.service.lifecycle import Clock, Service
from wardmote.service.lock import AlreadyRunning, file_of, sole_user
from wardmote.service.logs import quieten_libraries
from wardmote.service.private_files import delete_leftovers, emptied, folder_of

log = structlog.get_logger("wardmote.wiring")

LARGEST_CHECKED = 256_000_000
"""Bytes. Checking a file of this size at a start takes about a second."""
LONGEST_DRAWING = 120.0
"""Seconds. A workbook of a hundred thousand responses takes less."""


class TelegramRefused(Exception):
    """Telegram refused the bot, knows it as another, or could not be reached; the text says why, in
    one line."""


@dataclass(frozen=True, slots=True)
class ServiceConfig:
    """What a service is built from. ``database`` is SQLAlchemy's URL; ``reread`` reads the
    council's files again, for a reload without a restart; ``opened`` makes the database from its
    URL."""

    library: Library
    database: str
    token: str
    bot_api: str
    clock: Clock
    rates: Rates = field(default_factory=Rates)
    draw: Callable[[], int] = lambda: secrets.randbits(63)
    forgotten: Path | None = None
    probe_seconds: float = 1.0
    newcomer_seconds: float = 60.0
    reached: Callable[[str], None] = lambda _: None
    reread: Callable[[], Library] | None = None
    watch: Observer = field(default_factory=NoObserver)
    webhook: Webhook | None = None
    steady: Callable[[], float] = since_boot
    machine: bool = True
    busy_seconds: float = BUSY_SECONDS
    patience_seconds: float = PATIENCE_SECONDS
    opened: Callable[..., Database] = Database
    words: Words = field(default_factory=Words)
    story: bool = False
    staff_approve: bool = False


@asynccontextmanager
async def built(config: ServiceConfig) -> AsyncIterator[Service]:
    """A service ready to serve, closed when the block ends.

    Raises AlreadyRunning, SchemaMismatch, NotOurs, TransportError, TelegramRefused.
    """
    quieten_libraries()
    async with AsyncExitStack() as stack:
        database = config.opened(config.database, busy_seconds=config.busy_seconds)
        stack.push_async_callback(database.close)
        file = await _lock(stack, database)
        await _check(database, config.library.council.slug)
        papers = stack.enter_context(emptied(folder_of(database)))
        forgotten = config.forgotten or list_of(file)
        world = await _loaded(database, _unloaded(config, forgotten), forgotten)
        api = await stack.enter_async_context(TelegramApi(config.bot_api, config.token))
        application = await _application(stack, config)
        await _take_up(database, application, config.library.council.slug)
        batcher = Batcher(database)
        drawing_process = DrawingProcess(most_seconds=LONGEST_DRAWING)
        stack.push_async_callback(drawing_process.aclose)
        bot = Bot(
            api=api,
            application=application,
            commit=batcher.run,
            commit_alone=batcher.run_alone,
            reading=database.read,
            drawing=drawing_process,
            world=world,
            words=config.words,
            rates=config.rates,
            on_forgotten=partial(remember, forgotten),
            reached=config.reached,
            export_folder=papers,
            probe_seconds=config.probe_seconds,
            newcomer_seconds=config.newcomer_seconds,
            observer=config.watch,
            webhook=config.webhook,
            steady=config.steady,
            patience_seconds=config.patience_seconds,
        )
        words, machine = config.words, config.machine
        yield Service(database, batcher, world, words, bot, config.reread, machine=machine)


async def _lock(stack: AsyncExitStack, database: Database) -> Path | None:
    """Lock the database for this process until ``stack`` closes. Returns its file, if it has one.

    Raises AlreadyRunning, SchemaMismatch.
    """
    file = file_of(database)
    if file is not None:
        if not file.exists():
            raise migrations.SchemaMismatch("start-database-none")
        stack.enter_context(sole_user(file))
        delete_leftovers(file)
    elif not await stack.enter_async_context(database.sole_process()):
        raise AlreadyRunning("Another Wardmote is already using this database. Stop it first.")
    return file


async def _check(database: Database, slug: str) -> None:
    """Raise SchemaMismatch for a database of another version, or a damaged SQLite file, and NotOurs
    for one of another council. Very large files are left to the doctor."""
    await another_council.check(database, slug)
    file = file_of(database)
    if file is not None:
        note_served(file)
        database.own_file.hold(str(file))
    if file is None or file.stat().st_size > LARGEST_CHECKED:
        return
    if not await database.quick_check():
        raise migrations.SchemaMismatch(migrations.DAMAGED)


def _unloaded(config: ServiceConfig, forgotten: Path) -> World:
    clock, outlast = config.clock, partial(note, forgotten, config.clock.now)
    return World(
        config.library,
        clock.now,
        clock.sleep,
        config.draw,
        rates=config.rates,
        outlast=outlast,
        story=config.story,
        staff_approve=config.staff_approve,
    )


async def _loaded(database: Database, unloaded: World, forgotten: Path) -> World:
    """The world with the database's codes and versions loaded. Residents on the list of the
    forgotten are forgotten again, in case the database was restored."""
    async with database.write() as tx:
        story = unloaded.is_approved_by_nobody
        loaded = await load(tx, unloaded.library, unloaded.now(), story=story)
        world = replace(unloaded, loaded=loaded)
        listed = listed_in(forgotten)
        await leave.forget_again(tx, world, listed.forgotten)
        lacks = await note_listed(tx, listed.number)
        until = await heartbeat.surely_known_until(tx)
        await after_restore.apply_again(tx, world, listed.others, known_until=until)
        await register.put_back(tx, listed.others)
    if lacks:
        log.warning("lines of the list of the forgotten are missing")
    if listed.unknown:
        log.warning("lines of the list of the forgotten cannot be read", lines=len(listed.unknown))
    shorten(forgotten)
    return world


async def _take_up(database: Database, application: BotApplication, slug: str) -> None:
    """Store whose database this is: the bot's and the council's. Raises TelegramRefused where
    people wrote to another bot."""
    me = application.bot
    try:
        async with database.write() as tx:
            await bot_of_deployment.take_up(tx, me.id, me.username)
            await council_of_deployment.take_up(tx, slug)
    except bot_of_deployment.AnotherBot as other:
        raise TelegramRefused(token_of_another_bot(me.username, str(other))) from None


async def _application(stack: AsyncExitStack, config: ServiceConfig) -> BotApplication:
    """The application, once Telegram has accepted its token; shut down when ``stack`` closes.

    Raises TelegramRefused.
    """
    request = PtbRequest(config.bot_api)
    stack.push_async_callback(request.shutdown)
    application = build(config.bot_api, config.token, request)
    stack.push_async_callback(application.shutdown)
    try:
        await application.initialize()
    except InvalidToken:
        raise TelegramRefused(
            "Telegram does not accept this token. Check WARDMOTE_TOKEN with BotFather."
        ) from None
    except RetryAfter:
        raise TelegramRefused(
            "Telegram asks to wait: there were too many calls. Try again in a minute."
        ) from None
    except TelegramError as error:
        raise TelegramRefused(
            f"Telegram cannot be reached ({error.message}). "
            "Check the connection and WARDMOTE_BOT_API."
        ) from None
    return application
