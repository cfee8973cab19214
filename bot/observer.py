"""The bot's hooks for metrics: counts and times, never who wrote or what."""

from __future__ import annotations

from typing import Protocol

from engagement.broadcasts.bot_api_responses import Fate
from engagement.broadcasts.delivery import DeliveryState


class Observer(Protocol):
    """Called for everything that is counted. Seconds are floats; no method may raise or wait."""

    def fetched(self) -> None:
        """Telegram has answered a poll, or posted to our webhook."""

    def stored(self, updates: int, seconds: float) -> None:
        """``updates`` updates were committed, ``seconds`` after they arrived."""

    def answered(self, seconds: float) -> None:
        """One person's update was answered, ``seconds`` after it was stored."""

    def set_aside(self) -> None:
        """An update could not be handled and was quarantined."""

    def called(self, fate: Fate) -> None:
        """A call to Telegram ended in this way."""

    def paused(self, seconds: float) -> None:
        """The whole bot pauses for ``seconds``: after a 429, or after repeated server errors."""

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """``deliveries`` deliveries have reached this state."""

    def database_away(self) -> None:
        """A commit failed and is being retried."""


class NoObserver:
    """Ignores every call: for a bot without metrics."""

    def fetched(self) -> None:
        """Ignored."""

    def stored(self, updates: int, seconds: float) -> None:
        """Ignored."""

    def answered(self, seconds: float) -> None:
        """Ignored."""

    def set_aside(self) -> None:
        """Ignored."""

    def called(self, fate: Fate) -> None:
        """Ignored."""

    def paused(self, seconds: float) -> None:
        """Ignored."""

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """Ignored."""

    def database_away(self) -> None:
        """Ignored."""
