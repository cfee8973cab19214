"""Puts the parts together: the only file outside bot/ that knows python-telegram-bot is there."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot.application import BotApplication, build
from bot.bot import Bot
from bot.receiving.connection import since_boot
from bot.receiving.receiver import PATIENCE_SECONDS
from bot.receiving.webhook import Webhook
from bot.sending.request import PtbRequest, TelegramApi
from bot.watching import Nobody, Watch
from content.library import Library
from content.words import Words
from engagement.broadcasts.pace import Rates
from storage import migrations
from storage.engine.batcher import Batcher
from storage.engine.database import BUSY_SECONDS, Database
from storage.operations import deployment
from usecases import world
from usecases.people import leave
from usecases.world import World
from wardmote.service.drawing import Studio
from wardmote.service.lifecycle import Clock, House
from wardmote.service.lock import (
    AlreadyRunning,
    file_of,
    forgotten_ids,
    list_of,
    remember_forgotten,
    sole_user,
)
from wardmote.service.logs import hush
from wardmote.service.private_files import emptied, folder_of

LONGEST_DRAWING = 120.0
"""Seconds: a workbook of a hundred thousand responses is written in less."""


class TelegramRefused(Exception):
    """Telegram did not let us in; the text is the one line that says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a house is built from. ``database`` is SQLAlchemy's URL; ``reread`` reads the council's
    files anew, for a reload without a restart; ``opened`` makes the database of its URL."""

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
    watch: Watch = field(default_factory=Nobody)
    webhook: Webhook | None = None
    steady: Callable[[], float] = since_boot
    machine: bool = True
    busy_seconds: float = BUSY_SECONDS
    patience_seconds: float = PATIENCE_SECONDS
    opened: Callable[..., Database] = Database
    words: Words = field(default_factory=Words)


@asynccontextmanager
async def built(plan: Plan) -> AsyncIterator[House]:
    """A house ready to serve, closed when the block ends.

    Raises AlreadyRunning, SchemaMismatch, NoWayOut, TelegramRefused.
    """
    hush()
    async with AsyncExitStack() as stack:
        database = plan.opened(plan.database, busy_seconds=plan.busy_seconds)
        stack.push_async_callback(database.close)
        beside = await _held(stack, database)
        await migrations.check(database)
        papers = stack.enter_context(emptied(folder_of(database)))
        bare = World(plan.library, plan.clock.now, plan.clock.sleep, plan.draw, rates=plan.rates)
        forgotten = plan.forgotten or list_of(beside)
        here = await _settled_in(database, bare, forgotten)
        api = await stack.enter_async_context(TelegramApi(plan.bot_api, plan.token))
        request = PtbRequest(plan.bot_api)
        stack.push_async_callback(request.shutdown)
        application = build(plan.bot_api, plan.token, request)
        stack.push_async_callback(application.shutdown)
        await _introduce(application)
        async with database.write() as tx:
            await deployment.remember(tx, "bot", application.bot.username)
        batcher = Batcher(database)
        studio = Studio(most_seconds=LONGEST_DRAWING)
        stack.push_async_callback(studio.aclose)
        bot = Bot(
            api=api,
            application=application,
            commit=batcher.run,
            reading=database.read,
            drawing=studio,
            world=here,
            words=plan.words,
            rates=plan.rates,
            on_forgotten=partial(remember_forgotten, forgotten),
            reached=plan.reached,
            papers=papers,
            probe_seconds=plan.probe_seconds,
            newcomer_seconds=plan.newcomer_seconds,
            watch=plan.watch,
            webhook=plan.webhook,
            steady=plan.steady,
            patience_seconds=plan.patience_seconds,
        )
        words, machine = plan.words, plan.machine
        yield House(database, batcher, here, words, bot, plan.reread, machine=machine)


async def _held(stack: AsyncExitStack, database: Database) -> Path | None:
    """Hold the database for this process until ``stack`` closes; its file, where it has one.

    Raises AlreadyRunning, SchemaMismatch.
    """
    beside = file_of(database)
    if beside is not None:
        if not beside.exists():
            raise migrations.SchemaMismatch("start-database-none")
        stack.enter_context(sole_user(beside))
    elif not await stack.enter_async_context(database.sole_process()):
        raise AlreadyRunning("Another Wardmote is already using this database. Stop it first.")
    return beside


async def _settled_in(database: Database, bare: World, forgotten: Path) -> World:
    """The world with what the database has in force; those once forgotten stay forgotten."""
    async with database.write() as tx:
        loaded = await world.load(tx, bare.library, bare.now())
        here = replace(bare, loaded=loaded)
        await leave.forget_again(tx, here, forgotten_ids(forgotten))
    return here


async def _introduce(application: BotApplication) -> None:
    try:
        await application.initialize()
    except InvalidToken:
        raise TelegramRefused(
            "Telegram does not know this token. Check WARDMOTE_TOKEN with BotFather."
        ) from None
    except TelegramError as trouble:
        raise TelegramRefused(
            f"Telegram cannot be reached ({trouble.message}). "
            "Check the connection and WARDMOTE_BOT_API."
        ) from None
