"""The line to Telegram: when we last heard through it, and when it has been silent too long."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from engagement.broadcasts.delivery import Fate
from usecases.conversation.after_gap import SHORTEST_GAP
from usecases.world import World

LONGEST_POLL = 40.0
"""Seconds: a poll asks for 25, and is given up after 35."""
CONFLICTS_COUNT_FOR = timedelta(minutes=10)


_COUNT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux alone has the first. On macOS the other counts through sleep as well."""


def since_boot() -> float:
    """Seconds since this machine started, asleep or awake. Setting its clock does not move them."""
    return time.clock_gettime(_COUNT)


class Line:
    """Told of every poll's end (by webhook, of every post and every good look); knows what is
    silence.

    The clock on the wall may be set while we run, so silence is measured by ``since_boot``. A clock
    of a story stands and jumps while a poll really waits: there, it counts once a poll has failed
    (``steady``: seconds of the story).
    """

    def __init__(
        self,
        world: World,
        steady: Callable[[], float] = since_boot,
        real: Callable[[], float] = since_boot,
    ) -> None:
        self._world = world
        self._steady, self._real = steady, real
        self._real_at, self._steady_at = real(), steady()
        self.failing = False
        self._answered = False
        self._before = timedelta(0)
        self._conflicts: deque[datetime] = deque(maxlen=100)
        self.heard_at: datetime | None = None

    def began(self, last: datetime | None) -> None:
        """This process starts; ``last`` is when one before it had heard from Telegram."""
        self.heard_at, self._answered = last, False
        # Only the clock can tell; one that was set back tells of no gap.
        self._before = timedelta(0) if last is None else self._world.now() - last
        self._real_at, self._steady_at = self._real(), self._steady()

    def heard(self) -> datetime | None:
        """Telegram has answered. Since when there had been silence, where that was a gap."""
        now = self._world.now()
        last = self.heard_at
        gap = self.is_silent
        if not self._answered:
            waited = timedelta(seconds=self._real() - self._real_at)
            gap = gap or self._before + waited > SHORTEST_GAP
        self.heard_at, self._answered, self.failing = now, True, False
        self._real_at, self._steady_at = self._real(), self._steady()
        return last if gap else None

    def failed(self, fate: Fate) -> None:
        """A poll was not answered as it should be."""
        if not self.failing and self._real() - self._real_at < LONGEST_POLL:
            # It ended in its time: up to now the line was good, whatever a story's clock did.
            self.heard_at = self.last_known
            self._steady_at = self._steady()
        self.failing = True
        if fate is Fate.CONFLICT:
            self._conflicts.append(self._world.now())

    @property
    def tried(self) -> bool:
        """Whether this process knows how it stands with the line, well or badly."""
        return self._answered or self.failing

    @property
    def is_silent(self) -> bool:
        """Whether we have heard nothing for longer than a short gap."""
        longest = SHORTEST_GAP.total_seconds()
        by_story = self.failing and self._steady() - self._steady_at > longest
        return by_story or self._real() - self._real_at > longest

    @property
    def last_known(self) -> datetime | None:
        """What to keep for the next start: now while the line is up, else when we last heard."""
        up = self._answered and not self.failing and not self.is_silent
        return self._world.now() if up else self.heard_at

    @property
    def conflicts(self) -> int:
        """How many polls another process with our token has cut off lately."""
        since = self._world.now() - CONFLICTS_COUNT_FOR
        return sum(moment >= since for moment in self._conflicts)
