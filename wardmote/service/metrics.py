"""The figures of /metrics: what the bot tells its watch, in Prometheus' form.

What people cause (updates, replies, calls, deliveries) moves in steps of ten, for a figure read
every few seconds would otherwise tell when one person did something. When Telegram was last
heard is told to half a minute. Our own troubles are exact.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from math import ceil, inf
from typing import Generic, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from engagement.broadcasts.delivery import DeliveryState, Fate
from engagement.insight.disclosure import STEP
from usecases.operations.health import Health

T = TypeVar("T")

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Bounds of the histograms. 2 and 10 are those of our promise about replies."""
HEARD_STEP = 30
"""Seconds. A post, and a poll's early answer, come the moment somebody writes: told to the second,
they would say when. A poll nobody ends returns within this step."""
PULSE_SECONDS = 0.5
LAG_REMEMBERED = 60.0

_CALL_ENDS = {
    Fate.DONE: "done",
    # Who has blocked us is not told apart from any other no.
    Fate.BLOCKED: "refused",
    Fate.GONE: "refused",
    Fate.REFUSED: "refused",
    Fate.NEVER_SENT: "never sent",
    Fate.SLOW_DOWN: "slow down",
    Fate.UNKNOWN: "unknown",
    Fate.UNAUTHORISED: "unauthorised",
    Fate.CONFLICT: "conflict",
}
_TROUBLE = frozenset(_CALL_ENDS.values()) - {"done", "refused"}
"""Ends of calls that say something of the line and of us, and nothing of a person."""


def _in_halves_of_a_minute(seconds: float | None) -> float:
    """Rounded up. Before the first time it is infinite: no other number says "never"."""
    return inf if seconds is None else max(1, ceil(seconds / HEARD_STEP)) * HEARD_STEP


class _InSteps(Generic[T]):
    """Holds values back until ``STEP`` of them have gathered, then lets them all go."""

    def __init__(self, let_go: Callable[[T], None]) -> None:
        self._let_go = let_go
        self._held: list[T] = []

    def add(self, value: T) -> None:
        self._held.append(value)
        if len(self._held) == STEP:
            for held in self._held:
                self._let_go(held)
            self._held.clear()


class Figures:
    """The Watch of a running bot. Each deployment has a registry of its own.

    ``clock`` tells seconds that only ever go up.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._registry = CollectorRegistry()
        self.token_refused = False
        self._heard_at: float | None = None
        self._lags: deque[tuple[float, float]] = deque()
        self._make_counters()
        self._make_gauges()

    def _make_counters(self) -> None:
        seconds = self._histogram("update_stored_seconds", "From an update's coming to its commit.")
        replies = self._histogram("reply_seconds", "From an update's commit to its reply.")
        updates = self._counter("updates_stored", "Updates stored.")
        calls = self._counter("calls", "Calls to Telegram, by how they ended.", "end")
        settled = self._counter("deliveries_settled", "Deliveries, by their end.", "state")
        self._aside = self._counter("updates_set_aside", "Updates that could not be handled.")
        self._slow_downs = self._counter("slow_downs", "Times Telegram said 429.")
        self._paused = self._counter("paused_seconds", "Seconds the bot paused: 429s, and 5xx.")
        self._retried = self._counter("commits_retried", "Commits that had to be tried again.")
        self._refused = self._counter("posts_refused", "Webhook posts not taken in.", "reason")
        self._calls = calls

        def one_update(took: float) -> None:
            updates.inc()
            seconds.observe(took)

        self._updates = _InSteps(one_update)
        self._replies = _InSteps(replies.observe)
        self._calls_in_steps = {
            end: _InSteps[str](lambda end: calls.labels(end).inc())
            for end in {*_CALL_ENDS.values()} - _TROUBLE
        }
        self._settled = {
            state: _InSteps[DeliveryState](lambda state: settled.labels(state.value).inc())
            for state in DeliveryState
        }

    def _make_gauges(self) -> None:
        self._oldest_update = self._gauge(
            "oldest_update_seconds", "How long the oldest update not acted on has waited."
        )
        self._waiting = self._gauge("updates_waiting", "Updates not acted on, in tens.")
        self._owed = self._gauge("replies_owed", "Replies that have not gone, in tens.")
        self._oldest_delivery = self._gauge(
            "oldest_delivery_seconds", "How long the oldest delivery that may go has been due."
        )
        self._sending = self._gauge(
            "deliveries_being_sent", "Deliveries of broadcasts being sent, in tens.", "state"
        )
        self._pause = self._gauge("pause_seconds_left", "Seconds Telegram has the bot wait yet.")
        self._database = self._gauge("database_up", "Whether the database answered just now.")
        heard = self._gauge(
            "telegram_heard_seconds", "Since Telegram answered a poll, or posted: up to so many."
        )
        heard.set_function(lambda: _in_halves_of_a_minute(self.heard_seconds))
        self._lag = self._gauge("loop_lag_seconds", "The event loop's longest delay in a minute.")

    def _counter(self, name: str, words: str, *labels: str) -> Counter:
        return Counter(f"wardmote_{name}", words, labels, registry=self._registry)

    def _gauge(self, name: str, words: str, *labels: str) -> Gauge:
        return Gauge(f"wardmote_{name}", words, labels, registry=self._registry)

    def _histogram(self, name: str, words: str) -> Histogram:
        return Histogram(f"wardmote_{name}", words, buckets=SECONDS, registry=self._registry)

    @property
    def heard_seconds(self) -> float | None:
        """Seconds since Telegram was heard; None when it never was."""
        return None if self._heard_at is None else self._clock() - self._heard_at

    def fetched(self) -> None:
        """Telegram has answered a poll, or posted to our webhook."""
        self._heard_at = self._clock()

    def stored(self, updates: int, seconds: float) -> None:
        """So many updates were committed, ``seconds`` after they had come."""
        for _ in range(updates):
            self._updates.add(seconds)

    def answered(self, seconds: float) -> None:
        """What one person sent is answered, ``seconds`` after it was stored."""
        self._replies.add(seconds)

    def set_aside(self) -> None:
        """An update could not be handled and was quarantined."""
        self._aside.inc()

    def called(self, fate: Fate) -> None:
        """A call to Telegram ended so."""
        end = _CALL_ENDS[fate]
        if fate not in (Fate.NEVER_SENT, Fate.UNKNOWN):
            # A line that is down says nothing of the token.
            self.token_refused = fate is Fate.UNAUTHORISED
        if fate is Fate.SLOW_DOWN:
            self._slow_downs.inc()
        if end in _TROUBLE:
            self._calls.labels(end).inc()
        else:
            self._calls_in_steps[end].add(end)

    def paused(self, seconds: float) -> None:
        """The whole bot pauses for ``seconds``: after a 429, or after trouble after trouble."""
        self._paused.inc(seconds)

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """So many deliveries have reached this state."""
        for _ in range(deliveries):
            self._settled[state].add(state)

    def database_away(self) -> None:
        """A commit had to be tried again."""
        self._retried.inc()

    def post_refused(self, reason: str) -> None:
        """A webhook's post was not taken in."""
        self._refused.labels(reason).inc()

    async def feel_the_pulse(self) -> None:
        """Measure how late the event loop is, until cancelled."""
        while True:
            before = self._clock()
            await asyncio.sleep(PULSE_SECONDS)
            now = self._clock()
            self._lags.append((now, max(0.0, now - before - PULSE_SECONDS)))
            while self._lags[0][0] < now - LAG_REMEMBERED:
                self._lags.popleft()

    def text(self, health: Health | None) -> bytes:
        """Everything, as Prometheus reads it. ``health`` is None when the database is away: what
        it alone knows then stays as it was, and ``wardmote_database_up`` says so."""
        self._database.set(health is not None)
        if health is not None:
            self._oldest_update.set(health.oldest_update)
            self._waiting.set(health.updates_waiting)
            self._owed.set(health.replies_owed)
            self._oldest_delivery.set(health.oldest_delivery)
            self._pause.set(health.paused)
            for state, count in health.being_sent.items():
                self._sending.labels(state.value).set(count)
        self._lag.set(max((lag for _, lag in self._lags), default=0.0))
        return generate_latest(self._registry)
