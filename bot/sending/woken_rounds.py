"""Rounds of sending: one begins when it is woken, and an error in it ends only that round."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod

from bot.sending.calls import TokenRefused
from usecases.world import World


class WokenRounds(ABC):
    """What sends, at each wake, all that the database marks as not sent yet. ``idle`` is true while
    nothing waits to be looked at."""

    def __init__(self, world: World, *, seconds_between: float = 0.0) -> None:
        self._world = world
        self._seconds_between = seconds_between
        self._wake = asyncio.Event()
        self.idle = False

    def wake(self) -> None:
        """Look again: something may have changed, or time has passed."""
        self.idle = False
        self._wake.set()

    async def serve(self) -> None:
        """Send until cancelled. Raises TokenRefused."""
        self._wake.set()
        while True:
            self.idle = not self._wake.is_set()
            await self._wake.wait()
            self._wake.clear()
            self.idle = False
            try:
                await self._round()
            except TokenRefused:
                raise
            except Exception as error:
                self._failed(error)
            if self._seconds_between:
                await self._world.sleep(self._seconds_between)

    @abstractmethod
    async def _round(self) -> None:
        """Send what is not sent yet."""

    @abstractmethod
    def _failed(self, error: Exception) -> None:
        """Log that a round ended with an error."""
