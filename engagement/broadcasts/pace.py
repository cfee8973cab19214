"""Sending pace: when the next message may start, within limits for the whole bot and one chat."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil

MOST_REMEMBERED = 10_000
"""Chats and slots kept in memory before those that no longer matter are dropped."""
FARTHEST = timedelta(seconds=5)
"""If the clock goes back by less, earlier reservations still hold; if by more, they are dropped."""
ERRORS_IN_A_ROW = 10
"""After this many server errors in a row the whole bot pauses."""
FIRST_REST, LONGEST_REST = 5.0, 60.0
"""Length of that pause in seconds: the first, and the longest."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second. Telegram allows about 30 over all chats, and 1 in one chat."""

    whole_bot: float = 25.0
    one_chat: float = 1.0
    one_chat_burst: int = 3
    group_a_minute: float = 18.0

    def seconds_for(self, messages: int) -> int:
        """Whole seconds that ``messages`` messages to different chats take; at least one."""
        return max(1, ceil(messages / self.whole_bot))


@dataclass(frozen=True, slots=True)
class Marks:
    """What a restart must know: the last start that was reserved, and the pause after a 429."""

    promised_until: datetime | None = None
    paused_from: datetime | None = None
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """A token bucket as a value: ``level`` tokens at ``at``, and ``rate`` more each second."""

    rate: float
    size: float
    level: float
    at: datetime

    def ready(self, now: datetime) -> datetime:
        """The first moment, ``now`` or later, when a token is available."""
        base = max(now, self.at)
        missing = 1.0 - self._level(base)
        # A tiny shortfall isn't waited for: levels are floats, moments are whole microseconds.
        return base if missing <= 1e-6 else base + timedelta(seconds=missing / self.rate)

    def drawn(self, start: datetime) -> Bucket:
        """The bucket after taking one token at ``start``."""
        return replace(self, level=self._level(start) - 1.0, at=start)

    def is_full(self, now: datetime) -> bool:
        """Whether the bucket is full, and so the same as a new one."""
        return now >= self.at and self._level(now) >= self.size

    def _level(self, moment: datetime) -> float:
        return min(self.size, self.level + self.rate * (moment - self.at).total_seconds())


@dataclass(slots=True)
class Pace:
    """When the next message may start.

    The whole bot starts one message in each slot of 1/rate seconds; each chat has its own bucket.
    A start is reserved when it is requested, at a moment that both allow. Replies request a start
    as soon as they exist; a broadcast requests one start at a time, so that a reply never waits
    behind more than one of its messages.
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
    _server_errors: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._epoch = self._seen = self._not_before = self.now
        self._paused_from = self._paused_until = self.now
        marks = self.marks
        if marks.promised_until is not None and marks.promised_until - self.now < FARTHEST:
            self._not_before = max(self.now, marks.promised_until)
        if marks.paused_from is not None and marks.paused_until is not None:
            self._paused_from, self._paused_until = marks.paused_from, marks.paused_until
            self.paused_for(self.now)

    @property
    def slot_seconds(self) -> float:
        """Seconds from one start of the whole bot to the next."""
        return 1.0 / self.rates.whole_bot

    def start_of(self, chat_id: int, now: datetime) -> timedelta:
        """Reserve a start for one new message to ``chat_id``; return how far it is from ``now``."""
        self._check_clock(now)
        chat = self._chats.get(chat_id) or self._full_bucket(chat_id, now)
        paused_until = now + self.paused_for(now)
        start = chat.ready(max(now, paused_until, self._not_before))
        slot = self._slot(start)
        while slot in self._taken:
            slot += 1
        self._taken.add(slot)
        start = max(start, self._slot_start(slot))
        self._chats[chat_id] = chat.drawn(start)
        if len(self._chats) > MOST_REMEMBERED or len(self._taken) > MOST_REMEMBERED:
            self._forget_past(now)
        return start - now

    def free_in(self, now: datetime) -> timedelta:
        """How long from ``now`` until the whole bot's next start that isn't reserved yet."""
        self._check_clock(now)
        slot = self._slot(max(now, self._not_before))
        while slot in self._taken:
            slot += 1
        return max(timedelta(0), self._slot_start(slot) - now)

    def pause(self, seconds: float, now: datetime) -> Marks:
        """Stop all sending for ``seconds``, after a 429. Returns the marks to store."""
        until = max(now + self.paused_for(now), now + timedelta(seconds=seconds))
        self._paused_from, self._paused_until = now, until
        return Marks(None, now, until)

    def paused_for(self, now: datetime) -> timedelta:
        """How much longer the whole bot pauses."""
        if now < self._paused_from:
            # The clock was set back: the pause keeps its length, counted from now.
            self._paused_until = now + (self._paused_until - self._paused_from)
            self._paused_from = now
        return max(timedelta(0), self._paused_until - now)

    def server_error(self) -> float:
        """Count one more server error; return the seconds for which the whole bot should pause."""
        self._server_errors += 1
        over = self._server_errors - ERRORS_IN_A_ROW
        if over < 0 or over % ERRORS_IN_A_ROW:
            return 0.0
        rest: float = min(LONGEST_REST, FIRST_REST * 2.0 ** min(over // ERRORS_IN_A_ROW, 10))
        return rest

    def server_ok(self) -> None:
        """Note a normal response from Telegram's server: the count of errors starts again."""
        self._server_errors = 0

    def _check_clock(self, now: datetime) -> None:
        """Drop all reservations if the clock was set back by more than ``FARTHEST``."""
        if self._seen - now > FARTHEST:
            self._epoch = self._not_before = now
            self._taken.clear()
            self._chats.clear()
            self._seen = now
        self._seen = max(self._seen, now)

    def _slot(self, moment: datetime) -> int:
        return int((moment - self._epoch).total_seconds() * self.rates.whole_bot)

    def _slot_start(self, slot: int) -> datetime:
        return self._epoch + timedelta(seconds=slot / self.rates.whole_bot)

    def _full_bucket(self, chat_id: int, now: datetime) -> Bucket:
        if chat_id < 0:
            return Bucket(self.rates.group_a_minute / 60, 1.0, 1.0, now)
        burst = float(self.rates.one_chat_burst)
        return Bucket(self.rates.one_chat, burst, burst, now)

    def _forget_past(self, now: datetime) -> None:
        self._chats = {c: b for c, b in self._chats.items() if not b.is_full(now)}
        first = self._slot(now)
        self._taken = {slot for slot in self._taken if slot >= first}
