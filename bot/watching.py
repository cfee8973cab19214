"""What the bot tells whoever watches it: counts and times, never who or what."""

from __future__ import annotations

from typing import Protocol

from engagement.broadcasts.delivery import DeliveryState, Fate


class Watch(Protocol):
    """Told of everything that is counted. Seconds are floats; nothing here may raise or wait."""

    def fetched(self) -> None:
        """Telegram has answered a poll, or posted to our webhook."""

    def stored(self, updates: int, seconds: float) -> None:
        """So many updates were committed, ``seconds`` after they had come."""

    def answered(self, seconds: float) -> None:
        """What one person sent is answered, ``seconds`` after it was stored."""

    def set_aside(self) -> None:
        """An update could not be handled and was quarantined."""

    def called(self, fate: Fate) -> None:
        """A call to Telegram ended so."""

    def paused(self, seconds: float) -> None:
        """The whole bot pauses for ``seconds``: after a 429, or after trouble after trouble."""

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """So many deliveries have reached this state."""

    def database_away(self) -> None:
        """A commit had to be tried again."""


class Nobody:
    """Watches nothing: for whoever needs no figures."""

    def fetched(self) -> None:
        """Nothing."""

    def stored(self, updates: int, seconds: float) -> None:
        """Nothing."""

    def answered(self, seconds: float) -> None:
        """Nothing."""

    def set_aside(self) -> None:
        """Nothing."""

    def called(self, fate: Fate) -> None:
        """Nothing."""

    def paused(self, seconds: float) -> None:
        """Nothing."""

    def settled(self, state: DeliveryState, deliveries: int) -> None:
        """Nothing."""

    def database_away(self) -> None:
        """Nothing."""
