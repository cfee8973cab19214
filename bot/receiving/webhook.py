"""The webhook at Telegram: setting it, and checking that Telegram still posts to us."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog

from bot.observer import Observer
from bot.sending.calls import TokenRefused
from bot.sending.request import TelegramApi
from engagement.broadcasts.bot_api_responses import Fate, Outcome

log = structlog.get_logger("bot.receiving.webhook")

MOST_CONNECTIONS = 40
CHECK_SECONDS = 30.0
"""Each check also shows that Telegram can be reached and knows our token."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
LONGEST_ERROR = 120


class WebhookRefused(Exception):
    """Telegram refuses to post to the address; the text is Telegram's reason."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """The address Telegram posts to, and the secret by which we know that it is Telegram."""

    url: str
    secret: str = field(repr=False)
    check_seconds: float = CHECK_SECONDS


@dataclass(frozen=True, slots=True)
class WebhookInfo:
    """What getWebhookInfo says about a bot's webhook. ``url`` is empty if there is none."""

    url: str
    waiting: int = 0
    error: str = ""
    error_at: datetime | None = None


async def set_webhook(api: TelegramApi, webhook: Webhook, allowed: Sequence[str]) -> None:
    """Have Telegram post to us from now on. Raises WebhookRefused, TokenRefused.

    Pending updates are not dropped. Retries until Telegram can be reached.
    """
    body = {
        "url": webhook.url,
        "secret_token": webhook.secret,
        "allowed_updates": [*allowed],
        "max_connections": MOST_CONNECTIONS,
    }
    wait = FIRST_WAIT
    while (outcome := await api.call("setWebhook", body)).fate is not Fate.DONE:
        if outcome.fate is Fate.UNAUTHORISED:
            raise TokenRefused
        if outcome.fate is Fate.REFUSED:
            raise WebhookRefused(outcome.description)
        log.warning("the webhook is not set yet", why=outcome.fate.value, waiting=wait)
        await asyncio.sleep(max(wait, outcome.retry_after))
        wait = min(LONGEST_WAIT, wait * 2)


async def watch_webhook(
    api: TelegramApi,
    webhook: Webhook,
    allowed: Sequence[str],
    observer: Observer,
    heard: Callable[[int], None],
) -> None:
    """Check now and then whether Telegram still posts to us, until cancelled.

    ``heard`` is called if it does or would, with the number of updates that wait at Telegram: an
    hour without updates isn't an outage. It isn't called while Telegram cannot reach us, even if we
    reach Telegram. Raises WebhookRefused, TokenRefused.
    """
    logged: datetime | None = None
    while True:
        outcome = await api.call("getWebhookInfo", {})
        if outcome.fate is Fate.UNAUTHORISED:
            raise TokenRefused
        info = webhook_info(outcome)
        if info is not None:
            observer.fetched()
            if not info.url:
                log.warning("the webhook was gone and is set again")
                await set_webhook(api, webhook, allowed)
            elif info.url != webhook.url:
                # Two processes would set it in turn for ever: a person has to decide.
                log.error("Telegram posts to another address")
            is_new = info.error_at not in (None, logged)
            # An old error is over, unless updates are pending that should have been posted.
            fails = is_new or (info.error_at is not None and info.waiting > 0)
            if info.url == webhook.url and not fails:
                heard(info.waiting)
            if is_new and info.error_at is not None:
                logged = info.error_at
                log.warning("Telegram could not post to us", why=info.error, at=logged.isoformat())
        await asyncio.sleep(webhook.check_seconds)


def webhook_info(outcome: Outcome) -> WebhookInfo | None:
    """The answer of getWebhookInfo; None if the call failed."""
    found = outcome.result
    if outcome.fate is not Fate.DONE or not isinstance(found, Mapping):
        return None
    at, waiting = found.get("last_error_date"), found.get("pending_update_count")
    return WebhookInfo(
        url=str(found.get("url") or ""),
        waiting=waiting if isinstance(waiting, int) else 0,
        error=str(found.get("last_error_message") or "")[:LONGEST_ERROR],
        error_at=datetime.fromtimestamp(at, UTC) if isinstance(at, int) else None,
    )
