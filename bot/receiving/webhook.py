"""Telegram's side of the webhook: where it posts, whether that works, and how it is taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog

from bot.sending.calls import TokenRefused
from bot.sending.request import TelegramApi
from bot.watching import Watch
from engagement.broadcasts.delivery import Fate, Outcome

log = structlog.get_logger("bot.receiving.webhook")

MOST_CONNECTIONS = 40
LOOKS_EVERY = 30.0
"""Seconds. Each look also shows that Telegram is there and knows our token."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
LONGEST_ERROR = 120


class WebhookNotTaken(Exception):
    """Telegram will not post to the address; the text is what it says."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram is to post, and the word by which it is known."""

    url: str
    secret: str = field(repr=False)
    looks_every: float = LOOKS_EVERY


@dataclass(frozen=True, slots=True)
class Standing:
    """What Telegram says of a bot's webhook. ``url`` is empty where there is none."""

    url: str
    waiting: int = 0
    error: str = ""
    error_at: datetime | None = None


async def take_up(api: TelegramApi, webhook: Webhook, allowed: Sequence[str]) -> None:
    """Have Telegram post to us from now on. Raises WebhookNotTaken, TokenRefused.

    Nothing that waits is dropped. It is tried until Telegram can be reached.
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
            raise WebhookNotTaken(outcome.description)
        log.warning("the webhook is not set yet", why=outcome.fate.value, waiting=wait)
        await asyncio.sleep(max(wait, outcome.retry_after))
        wait = min(LONGEST_WAIT, wait * 2)


async def look_after(
    api: TelegramApi,
    webhook: Webhook,
    allowed: Sequence[str],
    watch: Watch,
    heard: Callable[[], None],
) -> None:
    """Look now and then whether Telegram still posts to us, until cancelled.

    ``heard`` is told when it does or would: a quiet hour is no outage. While it cannot reach us
    it is not, though we reach Telegram. Raises WebhookNotTaken, TokenRefused.
    """
    told: datetime | None = None
    while True:
        outcome = await api.call("getWebhookInfo", {})
        if outcome.fate is Fate.UNAUTHORISED:
            raise TokenRefused
        stands = standing_in(outcome)
        if stands is not None:
            watch.fetched()
            if not stands.url:
                log.warning("the webhook was gone and is set again")
                await take_up(api, webhook, allowed)
            elif stands.url != webhook.url:
                # To fight over it would take turns with another: a person has to decide.
                log.error("Telegram posts to another address")
            is_new = stands.error_at not in (None, told)
            # One from before is over, unless something waits that should have been posted.
            fails = is_new or (stands.error_at is not None and stands.waiting > 0)
            if stands.url == webhook.url and not fails:
                heard()
            if is_new and stands.error_at is not None:
                told = stands.error_at
                log.warning("Telegram could not post to us", why=stands.error, at=told.isoformat())
        await asyncio.sleep(webhook.looks_every)


def standing_in(outcome: Outcome) -> Standing | None:
    """What getWebhookInfo answered; None where it did not."""
    found = outcome.result
    if outcome.fate is not Fate.DONE or not isinstance(found, Mapping):
        return None
    at, waiting = found.get("last_error_date"), found.get("pending_update_count")
    return Standing(
        url=str(found.get("url") or ""),
        waiting=waiting if isinstance(waiting, int) else 0,
        error=str(found.get("last_error_message") or "")[:LONGEST_ERROR],
        error_at=datetime.fromtimestamp(at, UTC) if isinstance(at, int) else None,
    )
