"""The web door of one deployment: which pages it has, and who answers them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import orjson
from prometheus_client import CONTENT_TYPE_LATEST

from usecases.operations import health
from usecases.world import DATABASE_AWAY
from wardmote.service.lifecycle import House
from wardmote.service.metrics import Figures
from wardmote.service.readiness import DATABASE_SECONDS, Check, Readiness
from wardmote.service.settings import Settings
from web.door import open_door
from web.mailbox import Mailbox
from web.pages import Answer, site


@asynccontextmanager
async def opened(settings: Settings, house: House, figures: Figures) -> AsyncIterator[None]:
    """The door at WARDMOTE_LISTEN, open until the block ends. Raises DoorBlocked."""
    readiness = Readiness(house, figures)

    async def lives() -> Answer:
        return _said(readiness.lives())

    async def ready() -> Answer:
        return _said(await readiness.ready())

    async def metrics() -> Answer:
        return Answer(200, await _figures(house, figures), CONTENT_TYPE_LATEST)

    mailboxes = {}
    if settings.webhook is not None and settings.webhook_secret is not None:
        mailboxes[urlsplit(settings.webhook).path] = Mailbox(
            secret=settings.webhook_secret.get_secret_value(),
            take=house.bot.receiver.take,
            refused=figures.post_refused,
        )
    app = site({"/healthz": lives, "/readyz": ready, "/metrics": metrics}, mailboxes)
    host, _, port = (settings.listen or "").rpartition(":")
    async with open_door(host.strip("[]"), int(port), app), asyncio.TaskGroup() as group:
        pulse = group.create_task(figures.feel_the_pulse())
        try:
            yield
        finally:
            pulse.cancel()


def _said(checks: Sequence[Check]) -> Answer:
    good = all(check.good for check in checks)
    body = {"good": good, "checks": {c.name: {"good": c.good, "says": c.says} for c in checks}}
    return Answer(200 if good else 503, orjson.dumps(body), "application/json")


async def _figures(house: House, figures: Figures) -> bytes:
    try:
        async with asyncio.timeout(DATABASE_SECONDS), house.database.read() as tx:
            return figures.text(await health.look(tx, house.world))
    except DATABASE_AWAY:
        return figures.text(None)
