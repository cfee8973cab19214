"""Every new message asks here when it may start; a 429 pauses the whole bot."""

from __future__ import annotations

from datetime import datetime

from engagement.pace import Pace, Rates
from usecases.world import World


class Pacer:
    """Holds the one Pace of this process and sleeps on the world's clock."""

    def __init__(self, world: World, rates: Rates) -> None:
        self._world = world
        self._pace = Pace(rates, world.now())

    async def turn(self, chat_id: int) -> None:
        """Wait until one new message to this chat may start."""
        while True:
            wait = self._pace.start_of(chat_id, self._world.now()).total_seconds()
            if wait > 0:
                await self._world.sleep(wait)
            if not self._pace.paused_for(self._world.now()):
                return
            # A 429 came while this one waited: it takes a new place behind the pause.

    async def pause_over(self) -> None:
        """Wait while the whole bot is paused: all that edits and callback answers obey."""
        wait = self._pace.paused_for(self._world.now()).total_seconds()
        if wait > 0:
            await self._world.sleep(wait)

    def slow_down(self, seconds: float) -> None:
        """Telegram said 429."""
        self._pace.pause(max(1.0, seconds), self._world.now())

    def paused_until(self) -> datetime | None:
        """When the whole bot may go on; None while it is not paused."""
        left = self._pace.paused_for(self._world.now())
        return self._world.now() + left if left else None

    def room(self) -> int:
        """How many broadcast messages could start within a second."""
        return self._pace.room_for_broadcasts(self._world.now())
