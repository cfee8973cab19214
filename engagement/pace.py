"""How fast new messages may go: the whole bot, one chat, and a share kept for replies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta


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

    @classmethod
    def full(cls, rate: float, size: float, now: datetime) -> Bucket:
        """A bucket nobody has drawn from."""
        return cls(rate=rate, size=size, level=size, at=now)

    def drawn(self, now: datetime) -> tuple[Bucket, timedelta]:
        """The bucket after one token, and how long from ``now`` its taker waits."""
        level = min(self.size, self.level + self.rate * (now - self.at).total_seconds()) - 1.0
        wait = timedelta(seconds=max(0.0, -level / self.rate))
        return replace(self, level=level, at=now), wait

    def free(self, now: datetime) -> float:
        """Tokens that could be drawn at ``now`` without waiting."""
        return min(self.size, self.level + self.rate * (now - self.at).total_seconds())


@dataclass(slots=True)
class Pace:
    """When the next message may start. Replies draw first; broadcasts leave them a share.

    Not pure only in that it remembers; every answer depends on its arguments and what was drawn.
    """

    rates: Rates
    now: datetime
    _bot: Bucket = field(init=False)
    _chats: dict[int, Bucket] = field(init=False, default_factory=dict)
    _paused_until: datetime = field(init=False)

    def __post_init__(self) -> None:
        self._bot = Bucket.full(self.rates.whole_bot, max(1.0, self.rates.whole_bot / 5), self.now)
        self._paused_until = self.now

    def start_of(self, chat_id: int, now: datetime) -> timedelta:
        """Draw for one new message to ``chat_id``; the time from ``now`` until it may start."""
        self._bot, wait = self._bot.drawn(now)
        rate, burst = self._limits(chat_id)
        chat = self._chats.get(chat_id) or Bucket.full(rate, burst, now)
        self._chats[chat_id], own_wait = chat.drawn(now)
        if len(self._chats) > 10_000:
            self._forget_rested(now)
        return max(wait, own_wait, self._paused_until - now)

    def room_for_broadcasts(self, now: datetime, *, within: float = 1.0) -> int:
        """How many broadcast messages could start in the next ``within`` seconds."""
        if self._paused_until > now:
            return 0
        share = self.rates.whole_bot * (1.0 - self.rates.reserved_for_replies) * within
        return max(0, int(min(share, self._bot.free(now) + share)))

    def pause(self, seconds: float, now: datetime) -> None:
        """Telegram said 429: nobody sends before ``seconds`` have passed."""
        self._paused_until = max(self._paused_until, now + timedelta(seconds=seconds))

    def paused_for(self, now: datetime) -> timedelta:
        """How long the whole bot still waits."""
        return max(timedelta(0), self._paused_until - now)

    def _limits(self, chat_id: int) -> tuple[float, float]:
        if chat_id < 0:
            return self.rates.group_a_minute / 60, 1.0
        return self.rates.one_chat, float(self.rates.one_chat_burst)

    def _forget_rested(self, now: datetime) -> None:
        self._chats = {c: b for c, b in self._chats.items() if b.free(now) < b.size}
