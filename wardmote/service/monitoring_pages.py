"""The pages of the web door: /healthz, /readyz, /metrics, and the webhook's path."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import orjson
from prometheus_client import CONTENT_TYPE_LATEST

from usecases.operations import health
from usecases.world import DATABASE_AWAY
from wardmote.service.lifecycle import Service
from wardmote.service.metrics import Metrics
from wardmote.service.monitoring_checks import DATABASE_SECONDS, Check, Readiness
from wardmote.service.settings import Settings
from web.connections import DoorLimits
from web.door import open_door
from web.routes import Answer, site
from web.webhook_posts import WebhookEndpoint


@asynccontextmanager
async def opened(settings: Settings, service: Service, metrics: Metrics) -> AsyncIterator[None]:
    """Open the door at WARDMOTE_LISTEN until the block ends. Raises DoorBlocked."""
    readiness = Readiness(service, metrics)

    async def lives() -> Answer:
        return _answer(readiness.lives())

    async def ready() -> Answer:
        return _answer(await readiness.ready())

    async def metrics_page() -> Answer:
        return Answer(
            200, await _metrics_text(service, metrics, saves=readiness.saves), CONTENT_TYPE_LATEST
        )

    webhooks = {}
    if settings.webhook is not None and settings.webhook_secret is not None:
        webhooks[urlsplit(settings.webhook).path] = WebhookEndpoint(
            secret=settings.webhook_secret.get_secret_value(),
            take=service.bot.receiver.take,
            refused=metrics.post_refused,
        )
    pages = {"/healthz": lives, "/readyz": ready}
    secrets = {}
    if settings.metrics_secret is not None:
        secrets["/metrics"] = settings.metrics_secret.get_secret_value()
    if secrets or not webhooks:
        # Telegram's port is found by others too: there nobody reads metrics without a secret.
        pages["/metrics"] = metrics_page
    app = site(pages, webhooks, secrets)
    host, _, port = (settings.listen or "").rpartition(":")
    limits = DoorLimits(settings.connections, settings.connections_a_client)
    async with open_door(host.strip("[]"), int(port), app, limits), asyncio.TaskGroup() as group:
        lag = group.create_task(metrics.measure_lag())
        try:
            yield
        finally:
            lag.cancel()


def _answer(checks: Sequence[Check]) -> Answer:
    good = all(check.good for check in checks)
    body = {"good": good, "checks": {c.name: {"good": c.good, "says": c.says} for c in checks}}
    return Answer(200 if good else 503, orjson.dumps(body), "application/json")


async def _metrics_text(service: Service, metrics: Metrics, *, saves: bool) -> bytes:
    try:
        async with asyncio.timeout(DATABASE_SECONDS), service.database.read() as tx:
            return metrics.text(await health.look(tx, service.world), saves=saves)
    except DATABASE_AWAY:
        return metrics.text(None, saves=saves)
