"""Every new message asks here when it may start; a 429 pauses the whole bot, restarts included."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot.commits import Surely
from bot.watching import Watch
from engagement.broadcasts.delivery import Fate, Outcome, Reason
from engagement.broadcasts.pace import Marks, Pace, Rates
from usecases.broadcasts import deliver
from usecases.world import World


class Pacer:
    """Holds the one Pace of this process and sleeps on the world's clock."""

    def __init__(self, world: World, rates: Rates, commit: Surely, watch: Watch) -> None:
        self._world = world
        self._commit = commit
        self._watch = watch
        self._pace = Pace(rates, world.now())
        self._bot = 0
        self.html_refused_at: datetime | None = None
        self._to_keep: Marks | None = None
        self._something = asyncio.Event()
        self.kept = asyncio.Event()
        self.kept.set()

    @property
    def slot_seconds(self) -> float:
        """From one start of the whole bot to the next."""
        return self._pace.slot_seconds

    @property
    def paused_seconds(self) -> float:
        """How long the whole bot still waits after a 429."""
        return self._pace.paused_for(self._world.now()).total_seconds()

    async def recall(self, bot: int) -> None:
        """Go on where the process before this one stopped."""
        self._bot = bot
        marks = await self._commit(lambda tx: deliver.pace_marks(tx, bot))
        self._pace = Pace(self._pace.rates, self._world.now(), marks)

    async def serve(self) -> None:
        """Keep each pause in the database, until cancelled."""
        while True:
            await self._something.wait()
            self._something.clear()
            marks, self._to_keep = self._to_keep, None
            if marks is not None:
                await self._keep(marks)
            if self._to_keep is None:
                self.kept.set()

    async def _keep(self, marks: Marks) -> None:
        await self._commit(lambda tx: deliver.keep_pause(tx, self._bot, marks))

    async def turn(self, chat_id: int) -> None:
        """Wait until one new message to this chat may start."""
        while True:
            wait = self.promise(chat_id)
            if wait > 0:
                await self._world.sleep(wait)
            if not self.paused_seconds:
                return
            # A 429 came while this one waited: it takes a new place behind the pause.

    def promise(self, chat_id: int) -> float:
        """Seconds from now at which one new message to this chat may start. A promise is kept
        even where nobody comes for it."""
        return self._pace.start_of(chat_id, self._world.now()).total_seconds()

    async def near(self) -> None:
        """Wait until the next start that is promised to nobody is at most one start away: whoever
        asks for many asks for each then, and nobody waits behind all of them."""
        ahead = self._pace.free_in(self._world.now()).total_seconds()
        if ahead > self.slot_seconds:
            await self._world.sleep(ahead - self.slot_seconds)

    async def pause_over(self) -> None:
        """Wait while the whole bot is paused: all that edits and callback answers obey."""
        while wait := self.paused_seconds:
            await self._world.sleep(wait)

    def note(self, outcome: Outcome) -> None:
        """How a call ended: a 429 pauses the whole bot, and so does trouble after trouble."""
        self._watch.called(outcome.fate)
        if outcome.reason is Reason.MARKS_REFUSED:
            self.html_refused_at = self._world.now()
        if outcome.fate is Fate.SLOW_DOWN:
            self._pause(max(1.0, outcome.retry_after))
        elif outcome.reason is Reason.TELEGRAM_TROUBLE:
            if rest := self._pace.trouble():
                self._pause(rest)
        elif outcome.fate not in (Fate.UNKNOWN, Fate.NEVER_SENT):
            self._pace.all_well()

    def paused_until(self) -> datetime | None:
        """When the whole bot may go on; None while it is not paused."""
        left = self._pace.paused_for(self._world.now())
        return self._world.now() + left if left else None

    def _pause(self, seconds: float) -> None:
        self._watch.paused(seconds)
        self._to_keep = self._pace.pause(seconds, self._world.now())
        self.kept.clear()
        self._something.set()
