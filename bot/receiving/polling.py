"""Long polling: fetches updates from Telegram, and confirms only those that are stored."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.observer import Observer
from bot.sending.calls import TokenRefused
from bot.sending.request import TelegramApi
from engagement.broadcasts.bot_api_responses import Fate, Outcome

log = structlog.get_logger("bot.receiving.polling")

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
MOST_AT_ONCE = 100
"""Updates that one poll returns at most: with fewer, Telegram has no more for us."""
SHORT_POLL_SECONDS = 1
LONGEST_BACKOFF = 30.0

Peek = Callable[[], Awaitable[list[Any]]]
"""Returns the updates Telegram has for us that are not confirmed, and confirms nothing."""
Store = Callable[[list[Any], float, Peek], Awaitable[int | None]]
"""Commits updates that arrived at a time of the event loop's clock, and returns the last id."""


class AnotherInstance(Exception):
    """Another process was already polling with this token."""


class WebhookActive(Exception):
    """Telegram sends this bot's updates to a webhook, so that polling would get none."""


class Polling:
    """Polls for updates: ``heard`` gets those of each poll, ``failed`` the fate of a failed one."""

    def __init__(
        self,
        *,
        api: TelegramApi,
        observer: Observer,
        heard: Callable[[list[Any]], None],
        failed: Callable[[Fate], None],
        probe_seconds: float,
        newcomer_seconds: float,
    ) -> None:
        self._api = api
        self._observer = observer
        self._heard = heard
        self._failed = failed
        self._probe_seconds = probe_seconds
        self._newcomer_seconds = newcomer_seconds

    async def probe(self) -> None:
        """Check that no other process polls, before anything is confirmed: a 409 means one does.

        Raises AnotherInstance, WebhookActive, TokenRefused.
        """
        if self._probe_seconds > 0:
            _raise_if_not_alone(await self._get_updates(None, seconds=self._probe_seconds, limit=1))

    async def serve(self, store: Store) -> None:
        """Poll until cancelled. Raises AnotherInstance, WebhookActive, TokenRefused."""
        loop = asyncio.get_running_loop()
        began, offset, errors = loop.time(), None, 0
        # The first poll doesn't wait, and a poll after an error waits only a second: then we know
        # at once that Telegram answers, not after 25 seconds.
        seconds = 0
        while True:
            outcome = await self._get_updates(offset, seconds=seconds)
            if (found := _updates_in(outcome)) is not None:
                self._heard(found)
                last = await self._stored(store, found, offset) if found else None
                offset = offset if last is None else last + 1
                if last is not None or not found:
                    errors, seconds = 0, POLL_SECONDS
                    continue
            if outcome.fate is Fate.UNAUTHORISED:
                raise TokenRefused
            self._failed(outcome.fate)
            if outcome.fate is Fate.CONFLICT and loop.time() - began < self._newcomer_seconds:
                _raise_if_not_alone(outcome)
            errors, seconds = errors + 1, SHORT_POLL_SECONDS
            await _back_off(outcome, errors)

    async def _stored(self, store: Store, found: list[Any], offset: int | None) -> int | None:
        async def peek() -> list[Any]:
            more = _updates_in(await self._get_updates(offset, seconds=SHORT_POLL_SECONDS))
            if more is not None:
                # Our database is away; Telegram isn't.
                self._heard(more)
            return more or []

        return await store(found, asyncio.get_running_loop().time(), peek)

    async def _get_updates(
        self, offset: int | None, *, seconds: float, limit: int = MOST_AT_ONCE
    ) -> Outcome:
        body: dict[str, Any] = {
            "timeout": math.ceil(seconds),
            "limit": limit,
            "allowed_updates": [*ALLOWED_UPDATES],
        }
        if offset is not None:
            body["offset"] = offset
        outcome = await self._api.call("getUpdates", body, seconds=seconds + 10)
        if outcome.fate is Fate.DONE:
            self._observer.fetched()
        return outcome


def _updates_in(outcome: Outcome) -> list[Any] | None:
    """The updates of a poll; None if it failed."""
    found = outcome.result
    return found if outcome.fate is Fate.DONE and isinstance(found, list) else None


async def _back_off(outcome: Outcome, errors: int) -> None:
    """Wait before the next poll, longer after each error; what is stored is served meanwhile. After
    a first 409 poll again at once: that cuts off a newcomer's poll."""
    if outcome.fate is Fate.CONFLICT and errors == 1:
        return
    log.warning("updates cannot be fetched", why=outcome.fate.value, times=errors)
    await asyncio.sleep(max(outcome.retry_after, min(LONGEST_BACKOFF, 0.5 * 2**errors)))


def _raise_if_not_alone(outcome: Outcome) -> None:
    if outcome.fate is Fate.CONFLICT:
        if "webhook" in outcome.description:
            raise WebhookActive
        raise AnotherInstance
    if outcome.fate is Fate.UNAUTHORISED:
        raise TokenRefused
