"""The metrics at /metrics, in Prometheus' format.

Counts of what people cause (updates, replies, calls, deliveries) grow in steps of ten: read every
few seconds, exact ones would show when one person did something. The time since Telegram was last
heard is rounded up to half a minute. Counts of our own errors are exact.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from math import ceil, inf
from typing import Generic, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from engagement.broadcasts.bot_api_responses import Fate
from engagement.broadcasts.delivery import DeliveryState
from engagement.insight.ward_numbers import STEP
from usecases.operations.health import Health

T = TypeVar("T")

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Bounds of the histograms. 2 and 10 are the limits we promise for replies."""
HEARD_STEP = 30
"""Seconds. A post, or a poll that returns early, comes the moment somebody writes: to the second,
this metric would show when. A poll that nobody's message ends returns within this step."""
LAG_SECONDS = 0.5
LAG_REMEMBERED = 60.0

_CALL_ENDS = {
    Fate.DONE: "done",
    # Not a label of its own: a block would show that one person did something.
    Fate.BLOCKED: "refused",
    Fate.GONE: "refused",
    Fate.REFUSED: "refused",
    Fate.NEVER_SENT: "never sent",
    Fate.SLOW_DOWN: "slow down",
    Fate.UNKNOWN: "unknown",
    Fate.UNAUTHORISED: "unauthorised",
    Fate.CONFLICT: "conflict",
}
_EXACT = frozenset(_CALL_ENDS.values()) - {"done", "refused"}
"""Ends of calls that depend on the connection and on us, and reveal nothing about a person."""


def _rounded_up(seconds: float | None) -> float:
    """To a multiple of ``HEARD_STEP``. None is infinite: no other number means "never"."""
    return inf if seconds is None else max(1, ceil(seconds / HEARD_STEP)) * HEARD_STEP


class _InSteps(Generic[T]):
    """Collects values, and releases them all whenever there are ``STEP`` of them."""

    def __init__(self, release: Callable[[T], None]) -> None:
        self._release = release
        self._held: list[T] = []

    def add(self, value: T) -> None:
        self._held.append(value)
        if len(self._held) == STEP:
            for held in self._held:
                self._release(held)
            self._held.clear()


class Metrics:
    """Counts what the running bot reports. Each deployment has a registry of its own.

    ``clock`` returns seconds that never go back.
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
        seconds = self._histogram(
            "update_stored_seconds", "From an update's arrival to its commit."
        )
        replies = self._histogram("reply_seconds", "From an update's commit to its reply.")
        updates = self._counter("updates_stored", "Updates stored.")
        calls = self._counter("calls", "Calls to Telegram, by how they ended.", "end")
        settled = self._counter("deliveries_settled", "Deliveries, by their end.", "state")
        self._aside = self._counter("updates_set_aside", "Updates that could not be handled.")
        self._slow_downs = self._counter("slow_downs", "Times Telegram said 429.")
        self._paused = self._counter("paused_seconds", "Seconds the bot paused, after 429 and 5xx.")
        self._retried = self._counter("commits_retried", "Commits that had to be tried again.")
        self._refused = self._counter("posts_refused", "Webhook posts refused.", "reason")
        self._calls = calls

        def one_update(took: float) -> None:
            updates.inc()
            seconds.observe(took)

        self._updates = _InSteps(one_update)
        self._replies = _InSteps(replies.observe)
        self._calls_in_steps = {
            end: _InSteps[str](lambda end: calls.labels(end).inc())
            for end in {*_CALL_ENDS.values()} - _EXACT
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
        self._owed = self._gauge("replies_owed", "Replies not yet sent, in tens.")
        self._oldest_delivery = self._gauge(
            "oldest_delivery_seconds", "How long the oldest delivery that may go has been due."
        )
        self._sending = self._gauge(
            "deliveries_being_sent", "Deliveries of broadcasts being sent, in tens.", "state"
        )
        self._pause = self._gauge(
            "pause_seconds_left", "Seconds left of a pause Telegram asked for."
        )
        self._database = self._gauge("database_up", "Whether the database answered just now.")
        self._saves = self._gauge("saving", "Whether what people send can be saved.")
        heard = self._gauge(
            "telegram_heard_seconds", "Since Telegram last answered a poll or posted, rounded up."
        )
        heard.set_function(lambda: _rounded_up(self.heard_seconds))
        self._lag = self._gauge("loop_lag_seconds", "The event loop's longest delay in a minute.")

    def _counter(self, name: str, words: str, *labels: str) -> Counter:
        return Counter(f"wardmote_{name}", words, labels, registry=self._registry)

    def _gauge(self, name: str, words: str, *labels: str) -> Gauge:
        return Gauge(f"wardmote_{name}", words, labels, registry=self._registry)

    def _histogram(self, name: str, words: str) -> Histogram:
        return Histogram(f"wardmote_{name}", words, buckets=SECONDS, registry=self._registry)

    @property
    def heard_seconds(self) -> float | None:
        """Seconds since Telegram last answered or posted; None when it never has."""
        return None if self._heard_at is None else self._clock() - self._heard_at

    def fetched(self) -> None:
        """Telegram has answered a poll, or posted to our webhook."""
        self._heard_at = self._clock()

    def stored(self, updates: int, seconds: float) -> None:
        """``updates`` updates were committed, ``seconds`` after they arrived."""
        for _ in range(updates):
            self._updates.add(seconds)

    def answered(self, seconds: float) -> None:
        """A reply was sent, ``seconds`` after its update was stored."""
        self._replies.add(seconds)

    def set_aside(self) -> None:
        """An update could not be handled and was set aside."""
        self._aside.inc()

    def called(self, fate: Fate) -> None:
        """A call to Telegram ended with ``fate``."""
        end = _CALL_ENDS[fate]
        if fate not in (Fate.NEVER_SENT, Fate.UNKNOWN):
            # A failed connection says nothing about the token.
            self.token_refused = fate is Fate.UNAUTHORISED
        if fate is Fate.SLOW_DOWN:
            self._slow_downs.inc()
        if end in _EXACT:
            self._calls.labels(end).inc()
        else:
            self._calls_in_steps[end].add(end)

    def paused(self, seconds: float) -> None:
        """The whole bot pauses for ``seconds``: after a 429, or after repeated errors."""
        self._paused.inc(seconds)

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """``deliveries`` deliveries have reached ``state``."""
        for _ in range(deliveries):
            self._settled[state].add(state)

    def database_away(self) -> None:
        """A commit had to be tried again."""
        self._retried.inc()

    def post_refused(self, reason: str) -> None:
        """A webhook's post was refused."""
        self._refused.labels(reason).inc()

    async def measure_lag(self) -> None:
        """Measure how late the event loop is, until cancelled."""
        while True:
            before = self._clock()
            await asyncio.sleep(LAG_SECONDS)
            now = self._clock()
            self._lags.append((now, max(0.0, now - before - LAG_SECONDS)))
            while self._lags[0][0] < now - LAG_REMEMBERED:
                self._lags.popleft()

    def text(self, health: Health | None, *, saves: bool = True) -> bytes:
        """All metrics in Prometheus' format. ``health`` is None when the database is out of reach:
        the metrics taken from it then keep their last values, and ``wardmote_database_up`` is 0."""
        self._database.set(health is not None)
        self._saves.set(saves)
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
