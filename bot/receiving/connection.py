"""The connection to Telegram: when we last heard from it, and whether that is too long ago."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from engagement.broadcasts.bot_api_responses import Fate
from engagement.consultations.late import Gap, joined
from usecases.conversation.after_outage import SHORTEST_GAP
from usecases.world import World

LONGEST_POLL = 40.0
"""Seconds: a poll asks Telegram to wait 25, and we give it up after 35."""
CONFLICTS_COUNT_FOR = timedelta(minutes=10)

_BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Only Linux has the first. On macOS the second counts through sleep as well."""


def since_boot() -> float:
    """Seconds since this machine started, including sleep; unaffected by setting its clock."""
    return time.clock_gettime(_BOOT_CLOCK)


class Connection:
    """Notes the end of every poll (with a webhook: every post, and every check that succeeds), and
    decides when a silence is too long.

    The wall clock may be set while we run, so silence is measured by ``since_boot``. The demo's
    simulated clock stops and jumps while a poll really waits: its seconds (``steady``) count only
    once a poll has failed.
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
        self._received_at: datetime | None = None
        self.gap: Gap | None = None
        self.has_everything = False

    def began(self, last: datetime | None, gap: Gap | None = None) -> None:
        """This process starts; ``last`` is when the previous one last heard from Telegram, ``gap``
        the last time in which nothing was received."""
        self.heard_at, self._answered = last, False
        self._received_at, self.gap, self.has_everything = last, gap, False
        # Only the wall clock covers the time before; if it was set back, no gap shows.
        self._before = timedelta(0) if last is None else self._world.now() - last
        self._real_at, self._steady_at = self._real(), self._steady()

    def heard(self) -> datetime | None:
        """Telegram has answered. Returns when the silence before began, if it was a gap."""
        now = self._world.now()
        self._note_gap(now)
        last = self.heard_at
        gap = self.is_silent
        if not self._answered:
            waited = timedelta(seconds=self._real() - self._real_at)
            gap = gap or self._before + waited > SHORTEST_GAP
        self.heard_at, self._answered, self.failing = now, True, False
        self._real_at, self._steady_at = self._real(), self._steady()
        return last if gap else None

    def _note_gap(self, now: datetime) -> None:
        """Note the gap that ends now, however short, if there was one: a poll failed or took too
        long, or there was none before this one. A poll that fails proves nothing of its time."""
        took_too_long = self._real() - self._real_at > LONGEST_POLL
        before = self._received_at
        if before is not None and (self.failing or took_too_long or not self._answered):
            self.gap = joined(self.gap, Gap(before, max(before, now)))
        self._received_at = now

    def note_waiting(self, count: int) -> None:
        """Telegram has ``count`` updates to post to us that it has not posted yet."""
        self.has_everything = count == 0

    def failed(self, fate: Fate) -> None:
        """A poll failed."""
        if not self.failing and self._real() - self._real_at < LONGEST_POLL:
            # It ended in time: the connection was good until now, whatever the simulated clock did.
            self.heard_at = self.last_known
            self._steady_at = self._steady()
        self.failing = True
        if fate is Fate.CONFLICT:
            self._conflicts.append(self._world.now())

    @property
    def tried(self) -> bool:
        """Whether a poll of this process has succeeded or failed yet."""
        return self._answered or self.failing

    @property
    def is_silent(self) -> bool:
        """Whether we have heard nothing for longer than a short gap."""
        longest = SHORTEST_GAP.total_seconds()
        simulated = self.failing and self._steady() - self._steady_at > longest
        return simulated or self._real() - self._real_at > longest

    @property
    def last_known(self) -> datetime | None:
        """The time to keep for the next start: now while connected, else when we last heard."""
        up = self._answered and not self.failing and not self.is_silent
        return self._world.now() if up else self.heard_at

    @property
    def received_up_to(self) -> datetime | None:
        """The last moment at which Telegram had nothing more for us, and all of it was stored; None
        while some of it may be on its way. A poll that is open would bring it at once."""
        return self.last_known if self.has_everything else None

    @property
    def conflicts(self) -> int:
        """The number of polls that another process with our token cut off in the last minutes."""
        since = self._world.now() - CONFLICTS_COUNT_FOR
        return sum(moment >= since for moment in self._conflicts)
