"""A house that serves: its loops, what a tick does, and when it is quiet."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

import structlog

from bot.bot import Bot
from bot.commits import where
from bot.sending.calls import TokenRefused
from content.library import Library
from content.words import Words
from engagement.operations.alarms import Alarm
from storage.engine.batcher import Batcher
from storage.engine.database import Database
from usecases import world
from usecases.broadcasts import deliver
from usecases.conversation import after_gap
from usecases.operations import alarms, reload, ticks
from usecases.world import Transaction, World
from wardmote.service.readings import taken

log = structlog.get_logger("wardmote")


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
            for contact_id in await ticks.tidy(tx, self.world):
                # Before the commit, as for /forget.
                self.bot.on_forgotten(contact_id)
            await deliver.mind_the_clock(tx, self.world)
            await after_gap.note_heard(tx, self.bot.receiver.line.last_known)

        await self.batcher.run(tidy)
        await self.bot.receiver.take_up_again()
        if await self.batcher.run(lambda tx: ticks.rewrite_is_due(tx, self.world)):
            await self.database.rewrite()
            await self.batcher.run(ticks.note_rewritten)
        await self.database.truncate_log()
