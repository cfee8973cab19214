"""Pacing: when each new message may start, and the pause of the whole bot after a 429, which
outlasts a restart."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot.commits import RetriedCommit
from bot.observer import Observer
from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason
from engagement.broadcasts.pace import Marks, Pace, Rates
from usecases.broadcasts import deliver
from usecases.world import World


class Pacer:
    """Holds this process's ``Pace`` and sleeps on the world's clock."""

    def __init__(
        self, world: World, rates: Rates, commit: RetriedCommit, observer: Observer
    ) -> None:
        self._world = world
        self._commit = commit
        self._observer = observer
        self._pace = Pace(rates, world.now())
        self._bot = 0
        self.html_refused_at: datetime | None = None
        self._to_save: Marks | None = None
        self._pause_changed = asyncio.Event()
        self.saved = asyncio.Event()
        self.saved.set()

    @property
    def slot_seconds(self) -> float:
        """Seconds between two messages of the whole bot."""
        return self._pace.slot_seconds

    @property
    def paused_seconds(self) -> float:
        """Seconds for which the whole bot is still paused."""
        return self._pace.paused_for(self._world.now()).total_seconds()

    async def restore(self, bot: int) -> None:
        """Continue with the pause and pace of the previous process."""
        self._bot = bot
        marks = await self._commit(lambda tx: deliver.pace_marks(tx, bot))
        self._pace = Pace(self._pace.rates, self._world.now(), marks)

    async def serve(self) -> None:
        """Save each pause in the database, until cancelled."""
        while True:
            await self._pause_changed.wait()
            self._pause_changed.clear()
            marks, self._to_save = self._to_save, None
            if marks is not None:
                await self._save(marks)
            if self._to_save is None:
                self.saved.set()

    async def _save(self, marks: Marks) -> None:
        await self._commit(lambda tx: deliver.keep_pause(tx, self._bot, marks))

    async def wait_for_turn(self, chat_id: int) -> None:
        """Wait until one new message to this chat may start."""
        while True:
            wait = self.reserve(chat_id)
            if wait > 0:
                await self._world.sleep(wait)
            if not self.paused_seconds:
                return
            # A 429 came during the wait: take a new place after the pause.

    def reserve(self, chat_id: int) -> float:
        """Reserve the next start for one new message to this chat, and return the seconds until
        then. The place stays reserved, even if it isn't used."""
        return self._pace.start_of(chat_id, self._world.now()).total_seconds()

    async def wait_until_free_soon(self) -> None:
        """Wait until the next unreserved start is at most one start away. A caller with many
        messages then reserves one at a time, and nobody has to wait behind all of them."""
        ahead = self._pace.free_in(self._world.now()).total_seconds()
        if ahead > self.slot_seconds:
            await self._world.sleep(ahead - self.slot_seconds)

    async def wait_while_paused(self) -> None:
        """Wait while the whole bot is paused. Edits and callback answers obey no other limit."""
        while wait := self.paused_seconds:
            await self._world.sleep(wait)

    def note(self, outcome: Outcome) -> None:
        """Note how a call ended. A 429 pauses the whole bot, and so do repeated server errors."""
        self._observer.called(outcome.fate)
        if outcome.reason is Reason.MARKUP_REFUSED:
            self.html_refused_at = self._world.now()
        if outcome.fate is Fate.SLOW_DOWN:
            self._pause(max(1.0, outcome.retry_after))
        elif outcome.reason is Reason.TELEGRAM_ERROR:
            if rest := self._pace.server_error():
                self._pause(rest)
        elif outcome.fate not in (Fate.UNKNOWN, Fate.NEVER_SENT):
            self._pace.server_ok()

    def paused_until(self) -> datetime | None:
        """When the whole bot may go on; None while it is not paused."""
        left = self._pace.paused_for(self._world.now())
        return self._world.now() + left if left else None

    def _pause(self, seconds: float) -> None:
        self._observer.paused(seconds)
        self._to_save = self._pace.pause(seconds, self._world.now())
        self.saved.clear()
        self._pause_changed.set()
