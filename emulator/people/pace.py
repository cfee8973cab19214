"""The speed of a crowd: its thoughts take clock time, which can be scaled or paused."""

import asyncio
import heapq
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import isfinite

from emulator.clock import Clock
from emulator.signals import Signal

USUAL_PACES: Mapping[str, float] = {"slow": 0.25, "normal": 1.0, "fast": 4.0}


class Pace:
    """Lets thinkers sleep on the clock; a new speed also applies to thoughts in progress."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._changed = Signal()
        self._speed = 1.0
        self._paused = False
        self._alarms: list[datetime] = []  # a heap of the moments when sleepers wake

    @property
    def speed(self) -> float:
        """How many seconds of thought pass in one second of the clock."""
        return self._speed

    @speed.setter
    def speed(self, factor: float) -> None:
        if not (isfinite(factor) and factor > 0):
            raise ValueError(f"A speed is a number above 0, not {factor}.")
        self._speed = factor
        self._changed.ring()

    @property
    def paused(self) -> bool:
        return self._paused

    @paused.setter
    def paused(self, whether: bool) -> None:
        self._paused = whether
        self._changed.ring()

    def alarm_due(self, now: datetime) -> bool:
        """Whether a sleeper should have woken by now."""
        return bool(self._alarms) and self._alarms[0] <= now

    def forget(self) -> None:
        """Drop all alarms: there are no sleepers any more."""
        self._alarms = []

    async def think(self, seconds: float) -> None:
        """Return after `seconds` of thought; never while paused."""
        left: float | None = max(seconds, 0.0)
        while left is not None:
            left = await (self._pause_over(left) if self._paused else self._stretch(left))

    async def _pause_over(self, left: float) -> float:
        await self._changed.wait()
        return left

    async def _stretch(self, left: float) -> float | None:
        """Think at one speed. Returns the seconds left if the pace changed, or None when done."""
        began, speed = self._clock.now(), self._speed
        try:
            due = began + timedelta(seconds=left / speed)
        except OverflowError:
            due = datetime.max.replace(tzinfo=began.tzinfo)
        heapq.heappush(self._alarms, due)
        try:
            if await self._uninterrupted(left / speed):
                return None
        finally:
            if due in self._alarms:
                self._alarms.remove(due)
                heapq.heapify(self._alarms)
        return max(left - (self._clock.now() - began).total_seconds() * speed, 0.0)

    async def _uninterrupted(self, seconds: float) -> bool:
        """Sleep; False if the pace changed meanwhile."""
        limit = asyncio.timeout(None)

        def interrupt() -> None:
            if not limit.expired():
                limit.reschedule(asyncio.get_running_loop().time())

        try:
            async with limit:
                stop_listening = self._changed.listen(interrupt)
                try:
                    await self._clock.sleep(seconds)
                finally:
                    stop_listening()
        except TimeoutError:
            return False
        return True
