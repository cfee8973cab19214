"""The running service: its loops, the work of each tick, and when nothing is left to do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Protocol

import structlog

from bot.bot import Bot
from bot.commits import error_fields
from bot.sending.calls import TokenRefused
from content.library import Library
from content.words import Words
from engagement.operations.alarms import Alarm
from storage.engine.batcher import Batcher
from storage.engine.database import Database
from usecases.broadcasts import deliver, echo
from usecases.consultations import listing, reopened
from usecases.conversation import after_outage
from usecases.operations import alarms, release_results, reload, retention
from usecases.release import register
from usecases.world import DATABASE_AWAY, Transaction, World, is_behind, steer
from wardmote.service.alarm_readings import clock_off, take_readings
from wardmote.service.lock import keep_lock

log = structlog.get_logger("wardmote")


class Clock(Protocol):
    """The clock of a service."""

    def now(self) -> datetime:
        """The time, aware."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class Ticks(Protocol):
    """A source of ticks: signals that time has passed."""

    async def wait(self) -> None:
        """Return at the next tick."""


@dataclass(frozen=True, slots=True)
class ClockTicks:
    """Ticks of a given clock, for stories and tests."""

    clock: Clock
    seconds: float = 3600.0

    async def wait(self) -> None:
        """Return once the clock has moved on by ``seconds``."""
        await self.clock.sleep(self.seconds)


@dataclass
class Service:
    """One deployment, built but not serving until ``serve`` is called."""

    database: Database
    batcher: Batcher
    world: World
    words: Words
    bot: Bot
    reread: Callable[[], Library] | None = None
    reloading: bool = False
    machine: bool = True
    database_away_since: datetime | None = None
    to_send: asyncio.Event = field(default_factory=asyncio.Event)
    sending: bool = False

    @property
    def quiet(self) -> bool:
        """Whether nothing is being read, written or sent right now. Tasks may still be asleep."""
        busy = self.reloading or self.bot.calling or not self.batcher.idle
        return self.database.open_transactions == 0 and not busy

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to do until somebody writes or time passes."""
        sends = self.sending or self.to_send.is_set()
        return self.quiet and self.bot.idle and not sends

    @property
    def username(self) -> str:
        """The bot's name on Telegram, without the @."""
        return str(self.bot.application.bot.username)

    async def wind_down(self, seconds: float) -> None:
        """Take in no more updates, and wait up to ``seconds`` for those taken in to be answered."""
        self.bot.stop_intake()
        with suppress(TimeoutError, *DATABASE_AWAY):
            async with asyncio.timeout(seconds):
                await self.bot.answered()
                line = self.bot.receiver.connection
                last, gap = line.last_known, line.gap
                await self.batcher.run(lambda tx: after_outage.note_heard(tx, last, gap))

    async def serve(self, ticks: Ticks) -> None:
        """Serve until cancelled, with the regular work done at ``ticks``.

        Raises TokenRefused, LockLost.
        """
        async with asyncio.TaskGroup() as group:
            batching = group.create_task(self.batcher.serve())
            try:
                async with asyncio.TaskGroup() as loops:
                    loops.create_task(self.bot.serve())
                    loops.create_task(self._work_at_ticks(ticks))
                    loops.create_task(self._send_what_is_due())
                    loops.create_task(keep_lock(self.database, self.batcher))
            except* TokenRefused:
                await self.batcher.run(lambda tx: alarms.token_refused(tx, self.world))
                raise
            finally:
                # Acts already queued are finished before the database closes, if it can be reached.
                with suppress(*DATABASE_AWAY):
                    await self.batcher.drained()
                batching.cancel()

    async def _work_at_ticks(self, ticks: Ticks) -> None:
        while True:
            await ticks.wait()
            # Alarms first: they report what holds up the rest. Nothing here waits for Telegram,
            # which may make us wait for an hour.
            saved = [
                await self._done("alarms", self._look_for_alarms),
                await self._done("reload", self._reload),
                await self._done("steering", self._steer),
                await self._done("release", self._release),
                await self._done("tidy", self._tidy),
            ]
            if all(saved):
                self.database_away_since = None
            self.to_send.set()
            self.bot.broadcasts_changed()

    async def _done(self, what: str, work: Callable[[], Awaitable[None]]) -> bool:
        """Do one part of a tick's work. Returns whether the database was reachable.

        A failure must not end the bot or stop the other parts: the next tick tries again.
        """
        try:
            await work()
        except Exception as error:
            log.error("a minute's work failed", what=what, why=type(error).__name__)
            if isinstance(error, DATABASE_AWAY):
                self.database_away_since = self.database_away_since or self.world.now()
                return False
        return True

    async def _send_what_is_due(self) -> None:
        """After each tick send alarms and pending replies, until cancelled. One at a time, however
        long Telegram makes us wait and however many ticks pass meanwhile. Raises TokenRefused."""
        while True:
            await self.to_send.wait()
            self.to_send.clear()
            self.sending = True
            try:
                for send in (
                    self.bot.operator_alerts.send,
                    self.bot.rights_notices.send,
                    self.bot.hold_notices.send,
                    self.bot.duty_notices.send,
                    self.bot.old_reports.send,
                    self.bot.opening_notices.send,
                    self.bot.undecided_words.send,
                    self.bot.pending_replies.send_late,
                    self.bot.staff_menus.remove_left_over,
                ):
                    await self._send(send)
            finally:
                self.sending = False

    async def _send(self, send: Callable[[], Awaitable[None]]) -> None:
        try:
            await send()
        except TokenRefused:
            raise
        except Exception as error:
            log.error("what was due could not be sent", **error_fields(error))

    async def _look_for_alarms(self) -> None:
        read = take_readings(self.bot, self.database, self.world.now(), machine=self.machine)
        read = replace(read, not_saved_since=self.database_away_since)

        async def look(tx: Transaction) -> alarms.Changes:
            changes = await alarms.look(tx, self.world, read)
            if Alarm.NOT_SAVED in changes.begun:
                # The alarm could be stored, so the database accepts writes again.
                return await alarms.look(tx, self.world, replace(read, not_saved_since=None))
            return changes

        changes = await self.batcher.run(look)
        if Alarm.NOT_SAVED in changes.begun:
            self.database_away_since = None
        for kind in changes.begun:
            log.warning("an alarm has begun", kind=kind.value)
        for kind in changes.over:
            log.info("an alarm is over", kind=kind.value)

    async def reload_wanted(self) -> bool:
        """Whether a reload was requested and has not been done, or something was decided about a
        consultation elsewhere. It holds up no writer."""
        async with self.database.read() as tx:
            return await reload.is_due(tx) or await is_behind(tx, self.world)

    async def _steer(self) -> None:
        """Put in force what was decided about consultations on the command line."""
        await self.batcher.run(lambda tx: steer(tx, self.world))

    async def _reload(self) -> None:
        """Put edited council files in force where that was asked for. Bad ones change nothing."""
        if self.reread is None or not await self.batcher.run(reload.is_due):
            return
        self.reloading = True
        try:
            library = await asyncio.to_thread(self.reread)
            loaded = await self.batcher.run(lambda tx: reload.take_up(tx, self.world, library))

            async def renew(_: Transaction) -> None:
                self.world.renew(library, loaded)

            # Acts run on a thread of their own. Changing the world from inside one makes sure that
            # no other act is halfway.
            await self.bot.retried_commit(renew)
        except Exception as wrong:
            # With any mistake in the files, those in force stay.
            log.error("the council's files were not taken up", why=type(wrong).__name__)
            await self.batcher.run(reload.refuse)
        finally:
            self.reloading = False

    async def _release(self) -> None:
        """Release the results of which counting is complete, each in a transaction of its own."""
        off = clock_off(self.bot, machine=self.machine)
        for found in await self.batcher.run(
            lambda tx: release_results.due(tx, self.world, clock_off=off)
        ):
            await self.batcher.run(partial(register.release, world=self.world, consultation=found))
        if await self.batcher.run(lambda tx: echo.make_due(tx, self.world)):
            self.bot.sender.wake()

    async def _tidy(self) -> None:
        off = clock_off(self.bot, machine=self.machine)

        async def tidy(tx: Transaction) -> None:
            for forgotten in await retention.tidy(tx, self.world, clock_off=off):
                # Before the commit, as for /forget.
                self.bot.on_forgotten(forgotten)
            await reopened.count_what_was_late(tx, self.world)
            await deliver.limit_waits(tx, self.world)
            line = self.bot.receiver.connection
            await after_outage.note_heard(tx, line.last_known, line.gap)

        await self.batcher.run(tidy)
        for _ in range(listing.TURNS):
            if not await self.batcher.run(lambda tx: listing.list_new_texts(tx, self.world)):
                break
        await self.bot.receiver.retry_set_aside()
        if await self.batcher.run(lambda tx: retention.rewrite_is_due(tx, self.world)):
            await self.database.rewrite()
            await self.batcher.run(retention.note_rewritten)
        await self.database.truncate_log()
