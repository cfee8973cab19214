"""Puts the parts together: the only file outside bot/ that knows python-telegram-bot is there."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.application import BotApplication, build
from bot.bot import Bot
from bot.calls import TokenRefused
from bot.commits import where
from bot.line import since_boot
from bot.receiver import PATIENCE_SECONDS
from bot.request import PtbRequest, TelegramApi
from bot.watching import Nobody, Watch
from bot.webhook import Webhook
from content.library import Library
from content.words import Words
from engagement.alarm import Alarm
from engagement.pace import Rates
from storage import deployment, migrations
from storage.batcher import Batcher
from storage.database import BUSY_SECONDS, Database
from usecases import after_gap, alarms, deliver, keep_time, leave, reload, world
from usecases.world import Transaction, World
from wardmote.lock import (
    AlreadyRunning,
    file_of,
    forgotten_ids,
    list_of,
    remember_forgotten,
    sole_user,
)
from wardmote.logs import hush
from wardmote.private import emptied, folder_of
from wardmote.readings import taken
from wardmote.studio import Studio

log = structlog.get_logger("wardmote")

LONGEST_DRAWING = 120.0
"""Seconds: a workbook of a hundred thousand responses is written in less."""


class Clock(Protocol):
    """What tells the time here."""

    def now(self) -> datetime:
        """The time, aware."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class Ticks(Protocol):
    """Something that says, now and then, that time has passed."""

    async def wait(self) -> None:
        """Return at the next tick."""


@dataclass(frozen=True, slots=True)
class ClockTicks:
    """Ticks of an injected clock, for stories and tests."""

    clock: Clock
    seconds: float = 3600.0

    async def wait(self) -> None:
        """Return when the clock has moved on."""
        await self.clock.sleep(self.seconds)


class TelegramRefused(Exception):
    """Telegram did not let us in; the text is the one line that says why."""


@dataclass
class House:
    """One deployment, put together and not yet serving."""

    database: Database
    batcher: Batcher
    world: World
    words: Words
    bot: Bot
    reread: Callable[[], Library] | None = None
    reloading: bool = False
    machine: bool = True
    away_since: datetime | None = None
    to_say: asyncio.Event = field(default_factory=asyncio.Event)
    saying: bool = False

    @property
    def quiet(self) -> bool:
        """Whether nothing is being read, written or sent this instant. Sleepers may remain."""
        busy = self.reloading or self.bot.calling or not self.batcher.idle
        return self.database.open_transactions == 0 and not busy

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to do until somebody speaks or time passes."""
        speaks = self.saying or self.to_say.is_set()
        return self.quiet and self.bot.idle and not speaks

    @property
    def username(self) -> str:
        """The bot's name on Telegram, without the @."""
        return str(self.bot.application.bot.username)

    async def wind_down(self, seconds: float) -> None:
        """Take no more in, and wait up to ``seconds`` for what has been taken in to be answered."""
        self.bot.close_doors()
        with suppress(TimeoutError, *world.DATABASE_AWAY):
            async with asyncio.timeout(seconds):
                await self.bot.answered()
                last = self.bot.receiver.line.last_known
                await self.batcher.run(lambda tx: after_gap.note_heard(tx, last))

    async def serve(self, ticks: Ticks) -> None:
        """Serve until cancelled; ``ticks`` says when to tidy up."""
        async with asyncio.TaskGroup() as group:
            batching = group.create_task(self.batcher.serve())
            try:
                async with asyncio.TaskGroup() as loops:
                    loops.create_task(self.bot.serve())
                    loops.create_task(self._keep_time(ticks))
                    loops.create_task(self._say_what_is_due())
            except* TokenRefused:
                await self.batcher.run(lambda tx: alarms.token_refused(tx, self.world))
                raise
            finally:
                # What was committed to is finished before the database goes, if it is there.
                with suppress(*world.DATABASE_AWAY):
                    await self.batcher.drained()
                batching.cancel()

    async def _keep_time(self, ticks: Ticks) -> None:
        while True:
            await ticks.wait()
            # Alarms first: they tell of whatever holds up the rest. Nothing here waits for
            # Telegram, which may have us wait for an hour.
            saved = [
                await self._done("alarms", self._look_for_alarms),
                await self._done("reload", self._reload),
                await self._done("tidy", self._tidy),
            ]
            if all(saved):
                self.away_since = None
            self.to_say.set()
            self.bot.stir()

    async def _done(self, what: str, work: Callable[[], Awaitable[None]]) -> bool:
        """Do a part of a tick's work; whether the database was there. The next tick does what
        failed: nothing here may end the bot, or the other parts."""
        try:
            await work()
        except Exception as trouble:
            log.error("a minute's work failed", what=what, why=type(trouble).__name__)
            if isinstance(trouble, world.DATABASE_AWAY):
                self.away_since = self.away_since or self.world.now()
                return False
        return True

    async def _say_what_is_due(self) -> None:
        """Say what every tick finds to be said, until cancelled: one thing at a time, however
        long Telegram has us wait and however many ticks pass meanwhile. Raises TokenRefused."""
        while True:
            await self.to_say.wait()
            self.to_say.clear()
            self.saying = True
            try:
                for say in (self.bot.bell.ring, self.bot.debts.pay_late):
                    await self._said(say)
            finally:
                self.saying = False

    async def _said(self, say: Callable[[], Awaitable[None]]) -> None:
        try:
            await say()
        except TokenRefused:
            raise
        except Exception as trouble:
            log.error("what was due could not be said", **where(trouble))

    async def _look_for_alarms(self) -> None:
        read = taken(self.bot, self.database, self.world.now(), machine=self.machine)
        read = replace(read, not_saved_since=self.away_since)

        async def look(tx: Transaction) -> alarms.Changes:
            changes = await alarms.look(tx, self.world, read)
            if Alarm.NOT_SAVED in changes.begun:
                # That this could be written shows that it is over.
                return await alarms.look(tx, self.world, replace(read, not_saved_since=None))
            return changes

        changes = await self.batcher.run(look)
        if Alarm.NOT_SAVED in changes.begun:
            self.away_since = None
        for kind in changes.begun:
            log.warning("an alarm stands", kind=kind.value)
        for kind in changes.over:
            log.info("an alarm is over", kind=kind.value)

    async def _reload(self) -> None:
        """Take up edited files where that was asked for; bad ones change nothing."""
        if self.reread is None or not await self.batcher.run(reload.is_due):
            return
        self.reloading = True
        try:
            library = await asyncio.to_thread(self.reread)
            loaded = await self.batcher.run(lambda tx: reload.take_up(tx, self.world, library))

            async def renew(_: Transaction) -> None:
                self.world.renew(library, loaded)

            # Acts run on a thread of their own: only from inside one is it between two of them.
            await self.bot.surely(renew)
        except Exception as wrong:
            # Whatever is wrong with the files, the former ones go on being good.
            log.error("the council's files were not taken up", why=type(wrong).__name__)
            await self.batcher.run(reload.refuse)
        finally:
            self.reloading = False

    async def _tidy(self) -> None:
        async def tidy(tx: Transaction) -> None:
            for contact_id in await keep_time.tidy(tx, self.world):
                # Before the commit, as for /forget.
                self.bot.on_forgotten(contact_id)
            await deliver.mind_the_clock(tx, self.world)
            await after_gap.note_heard(tx, self.bot.receiver.line.last_known)

        await self.batcher.run(tidy)
        await self.bot.receiver.take_up_again()
        if await self.batcher.run(lambda tx: keep_time.rewrite_is_due(tx, self.world)):
            await self.database.rewrite()
            await self.batcher.run(keep_time.note_rewritten)
        await self.database.truncate_log()


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
        bare = World(plan.library, plan.clock.now, plan.clock.sleep, plan.draw)
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
