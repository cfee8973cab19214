"""How fast new messages may go: the whole bot, one chat, and what a restart must know of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil

MOST_REMEMBERED = 10_000
"""Chats and slots kept before those that no longer matter are dropped."""
FARTHEST = timedelta(seconds=5)
"""A clock set back by less is waited for; set back by more, promises of before bind nobody."""
TROUBLES_IN_A_ROW = 10
"""After so many answers that only a server in trouble gives, the whole bot pauses a while."""
FIRST_REST, LONGEST_REST = 5.0, 60.0
"""Seconds of such a pause: the first, and at most."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second. Telegram allows about 30 over all chats and 1 in one chat."""

    whole_bot: float = 25.0
    one_chat: float = 1.0
    one_chat_burst: int = 3
    group_a_minute: float = 18.0

    def seconds_for(self, messages: int) -> int:
        """How long so many messages to so many chats take, in whole seconds: one at least."""
        return max(1, ceil(messages / self.whole_bot))


@dataclass(frozen=True, slots=True)
class Marks:
    """What a restart must know: until when starts have been promised, and the pause of a 429."""

    promised_until: datetime | None = None
    paused_from: datetime | None = None
    paused_until: datetime | None = None


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
    """When the next message may start.

    The whole bot starts one message in each slot of 1/rate seconds; a chat has a bucket of its
    own. A start is promised when it is asked for, at a moment both allow. Replies ask when they
    are there; a broadcast asks for one start at a time, so that no reply waits behind more than
    one of its messages.
    """

    rates: Rates
    now: datetime
    marks: Marks = field(default_factory=Marks)
    _taken: set[int] = field(init=False, default_factory=set)
    _chats: dict[int, Bucket] = field(init=False, default_factory=dict)
    _epoch: datetime = field(init=False)
    _not_before: datetime = field(init=False)
    _seen: datetime = field(init=False)
    _paused_from: datetime = field(init=False)
    _paused_until: datetime = field(init=False)
    _troubles: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._epoch = self._seen = self._not_before = self.now
        self._paused_from = self._paused_until = self.now
        before = self.marks
        if before.promised_until is not None and before.promised_until - self.now < FARTHEST:
            self._not_before = max(self.now, before.promised_until)
        if before.paused_from is not None and before.paused_until is not None:
            self._paused_from, self._paused_until = before.paused_from, before.paused_until
            self.paused_for(self.now)

    @property
    def slot_seconds(self) -> float:
        """From one start of the whole bot to the next."""
        return 1.0 / self.rates.whole_bot

    def start_of(self, chat_id: int, now: datetime) -> timedelta:
        """Promise a start for one new message to ``chat_id``: how long from ``now`` it is."""
        self._mind_the_clock(now)
        chat = self._chats.get(chat_id) or self._rested(chat_id, now)
        paused_until = now + self.paused_for(now)
        start = chat.ready(max(now, paused_until, self._not_before))
        slot = self._slot(start)
        while slot in self._taken:
            slot += 1
        self._taken.add(slot)
        start = max(start, self._begins(slot))
        self._chats[chat_id] = chat.drawn(start)
        if len(self._chats) > MOST_REMEMBERED or len(self._taken) > MOST_REMEMBERED:
            self._forget_rested(now)
        return start - now

    def free_in(self, now: datetime) -> timedelta:
        """How long from ``now`` until the whole bot has a start that is promised to nobody."""
        self._mind_the_clock(now)
        slot = self._slot(max(now, self._not_before))
        while slot in self._taken:
            slot += 1
        return max(timedelta(0), self._begins(slot) - now)

    def pause(self, seconds: float, now: datetime) -> Marks:
        """Telegram said 429: nobody sends before ``seconds`` have passed. What is to be kept."""
        until = max(now + self.paused_for(now), now + timedelta(seconds=seconds))
        self._paused_from, self._paused_until = now, until
        return Marks(None, now, until)

    def paused_for(self, now: datetime) -> timedelta:
        """How long the whole bot still waits."""
        if now < self._paused_from:
            # The clock was set back: the pause is as long as it was, from now on.
            self._paused_until = now + (self._paused_until - self._paused_from)
            self._paused_from = now
        return max(timedelta(0), self._paused_until - now)

    def trouble(self) -> float:
        """Telegram's server is in trouble once more: how many seconds the whole bot should rest."""
        self._troubles += 1
        over = self._troubles - TROUBLES_IN_A_ROW
        if over < 0 or over % TROUBLES_IN_A_ROW:
            return 0.0
        rest: float = min(LONGEST_REST, FIRST_REST * 2.0 ** min(over // TROUBLES_IN_A_ROW, 10))
        return rest

    def all_well(self) -> None:
        """Telegram's server has answered as it should."""
        self._troubles = 0

    def _mind_the_clock(self, now: datetime) -> None:
        """Promises from before the clock was set back far bind nobody."""
        if self._seen - now > FARTHEST:
            self._epoch = self._not_before = now
            self._taken.clear()
            self._chats.clear()
            self._seen = now
        self._seen = max(self._seen, now)

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
