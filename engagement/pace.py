"""How fast new messages may go: the whole bot, one chat, and a share kept for replies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

MOST_REMEMBERED = 10_000
"""Chats and slots kept before those that no longer matter are dropped."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second. Telegram allows about 30 over all chats and 1 in one chat."""

    whole_bot: float = 25.0
    one_chat: float = 1.0
    one_chat_burst: int = 3
    group_a_minute: float = 18.0
    reserved_for_replies: float = 0.2  # the share broadcasts leave free


@dataclass(frozen=True, slots=True)
class Bucket:
    """A token bucket as a value: ``level`` tokens at ``at``, ``rate`` more each second."""

    rate: float
    size: float
    level: float
    at: datetime

    def ready(self, now: datetime) -> datetime:
        """The first moment from ``now`` on at which a token is there."""
        base = max(now, self.at)
        missing = 1.0 - self._level(base)
        # A hair's breadth is no reason to wait: levels are floats, moments whole microseconds.
        return base if missing <= 1e-6 else base + timedelta(seconds=missing / self.rate)

    def drawn(self, start: datetime) -> Bucket:
        """The bucket after one token was taken at ``start``."""
        return replace(self, level=self._level(start) - 1.0, at=start)

    def is_full(self, now: datetime) -> bool:
        """Whether it remembers nothing any more."""
        return now >= self.at and self._level(now) >= self.size

    def _level(self, moment: datetime) -> float:
        return min(self.size, self.level + self.rate * (moment - self.at).total_seconds())


@dataclass(slots=True)
class Pace:
    """When the next message may start. Replies draw first; broadcasts leave them a share.

    The whole bot starts one message in each slot of 1/rate seconds; a chat has a bucket of its
    own. A start is promised when it is asked for, at a moment both allow.
    """

    rates: Rates
    now: datetime
    _taken: set[int] = field(init=False, default_factory=set)
    _chats: dict[int, Bucket] = field(init=False, default_factory=dict)
    _epoch: datetime = field(init=False)
    _paused_until: datetime = field(init=False)

    def __post_init__(self) -> None:
        self._epoch = self._paused_until = self.now

    def start_of(self, chat_id: int, now: datetime) -> timedelta:
        """Promise a start for one new message to ``chat_id``: how long from ``now`` it is."""
        chat = self._chats.get(chat_id) or self._rested(chat_id, now)
        start = chat.ready(max(now, self._paused_until))
        slot = self._slot(start)
        while slot in self._taken:
            slot += 1
        self._taken.add(slot)
        start = max(start, self._begins(slot))
        self._chats[chat_id] = chat.drawn(start)
        if len(self._chats) > MOST_REMEMBERED or len(self._taken) > MOST_REMEMBERED:
            self._forget_rested(now)
        return start - now

    def room_for_broadcasts(self, now: datetime, *, within: float = 1.0) -> int:
        """How many broadcast messages could start in the next ``within`` seconds."""
        if self._paused_until > now:
            return 0
        first = self._slot(now)
        slots = int(self.rates.whole_bot * within)
        taken = sum(slot in self._taken for slot in range(first, first + slots))
        share = self.rates.whole_bot * (1.0 - self.rates.reserved_for_replies) * within
        return max(0, int(share) - taken)

    def pause(self, seconds: float, now: datetime) -> None:
        """Telegram said 429: nobody sends before ``seconds`` have passed."""
        self._paused_until = max(self._paused_until, now + timedelta(seconds=seconds))

    def paused_for(self, now: datetime) -> timedelta:
        """How long the whole bot still waits."""
        return max(timedelta(0), self._paused_until - now)

    def _slot(self, moment: datetime) -> int:
        return int((moment - self._epoch).total_seconds() * self.rates.whole_bot)

    def _begins(self, slot: int) -> datetime:
        return self._epoch + timedelta(seconds=slot / self.rates.whole_bot)

    def _rested(self, chat_id: int, now: datetime) -> Bucket:
        if chat_id < 0:
            return Bucket(self.rates.group_a_minute / 60, 1.0, 1.0, now)
        burst = float(self.rates.one_chat_burst)
        return Bucket(self.rates.one_chat, burst, burst, now)

    def _forget_rested(self, now: datetime) -> None:
        self._chats = {c: b for c, b in self._chats.items() if not b.is_full(now)}
        first = self._slot(now)
        self._taken = {slot for slot in self._taken if slot >= first}
