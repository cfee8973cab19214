"""The optional web door (WARDMOTE_LISTEN). Its libraries are imported only where it is open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.observer import NoObserver, Observer
from bot.receiving.webhook import Webhook
from wardmote.service.lifecycle import Service
from wardmote.service.settings import Settings

if TYPE_CHECKING:
    from wardmote.service.metrics import Metrics


class WebDoor:
    """The web door that the settings ask for, if any. Without one ``watch`` counts nothing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._metrics: Metrics | None = None
        if settings.listen is not None:
            from wardmote.service.metrics import Metrics

            self._metrics = Metrics()
        self.webhook: Webhook | None = None
        if settings.webhook is not None and settings.webhook_secret is not None:
            secret = settings.webhook_secret.get_secret_value()
            self.webhook = Webhook(settings.webhook, secret)

    @property
    def watch(self) -> Observer:
        """The counters of the bot's work for /metrics; without a door nothing is counted."""
        return self._metrics or NoObserver()

    @asynccontextmanager
    async def opened(self, service: Service) -> AsyncIterator[None]:
        """Open the door, if there is one, until the block ends. Raises DoorBlocked."""
        if self._metrics is None:
            yield
            return
        from wardmote.service import monitoring_pages

        async with monitoring_pages.opened(self._settings, service, self._metrics):
            yield
