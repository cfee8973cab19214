"""Whether this deployment has a web door. A closed one costs nothing: its libraries stay away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.receiving.webhook import Webhook
from bot.watching import Nobody, Watch
from wardmote.service.lifecycle import House
from wardmote.service.settings import Settings

if TYPE_CHECKING:
    from wardmote.service.metrics import Figures


class Doorway:
    """What the settings say of the door. ``watch`` counts only where somebody may look."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._figures: Figures | None = None
        if settings.listen is not None:
            from wardmote.service.metrics import Figures

            self._figures = Figures()
        self.webhook: Webhook | None = None
        if settings.webhook is not None and settings.webhook_secret is not None:
            secret = settings.webhook_secret.get_secret_value()
            self.webhook = Webhook(settings.webhook, secret)

    @property
    def watch(self) -> Watch:
        """Whom the bot tells what it does."""
        return self._figures or Nobody()

    @asynccontextmanager
    async def opened(self, house: House) -> AsyncIterator[None]:
        """The door, where there is one, open until the block ends. Raises DoorBlocked."""
        if self._figures is None:
            yield
            return
        from wardmote.service import web_pages

        async with web_pages.opened(self._settings, house, self._figures):
            yield
