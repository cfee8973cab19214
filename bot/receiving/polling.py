"""Asks Telegram for updates, one long poll after another, and confirms only what is stored."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.sending.calls import TokenRefused
from bot.sending.request import TelegramApi
from bot.watching import Watch
from engagement.broadcasts.delivery import Fate, Outcome

log = structlog.get_logger("bot.receiving.polling")

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
SHORT_POLL_SECONDS = 1
LONGEST_BACKOFF = 30.0

LookAgain = Callable[[], Awaitable[list[Any]]]
"""What Telegram has for us beyond what is confirmed, without confirming anything."""
Store = Callable[[list[Any], float, LookAgain], Awaitable[int | None]]
"""Commits updates that came at a moment of the event loop's clock; the last id, once it is done."""


class AnotherInstance(Exception):
    """Another process polls with this token, and it was here first."""


class WebhookActive(Exception):
    """Telegram sends this bot's updates to a webhook: polling would get none."""


class Polling:
    """``heard`` is told what each poll brought, ``failed`` how one ended that brought nothing."""

    def __init__(
        self,
        *,
        api: TelegramApi,
        watch: Watch,
        heard: Callable[[list[Any]], None],
        failed: Callable[[Fate], None],
        probe_seconds: float,
        newcomer_seconds: float,
    ) -> None:
        self._api = api
        self._watch = watch
        self._heard = heard
        self._failed = failed
        self._probe_seconds = probe_seconds
        self._newcomer_seconds = newcomer_seconds

    async def probe(self) -> None:
        """A newcomer looks before it confirms anything: a 409 here means somebody was first.

        Raises AnotherInstance, WebhookActive, TokenRefused.
        """
        if self._probe_seconds > 0:
            _leave_if_not_alone(await self._get_updates(None, seconds=self._probe_seconds, limit=1))

    async def serve(self, store: Store) -> None:
        """Poll until cancelled. Raises AnotherInstance, WebhookActive, TokenRefused."""
        loop = asyncio.get_running_loop()
        began, offset, troubles = loop.time(), None, 0
        # The first waits for nothing, and after trouble one waits shortly: that the line is there
        # is known at once, not in 25 seconds.
        seconds = 0
        while True:
            outcome = await self._get_updates(offset, seconds=seconds)
            if (found := _updates_in(outcome)) is not None:
                self._heard(found)
                last = await self._taken(store, found, offset) if found else None
                offset = offset if last is None else last + 1
                if last is not None or not found:
                    troubles, seconds = 0, POLL_SECONDS
                    continue
            if outcome.fate is Fate.UNAUTHORISED:
                raise TokenRefused
            self._failed(outcome.fate)
            if outcome.fate is Fate.CONFLICT and loop.time() - began < self._newcomer_seconds:
                _leave_if_not_alone(outcome)
            troubles, seconds = troubles + 1, SHORT_POLL_SECONDS
            await _back_off(outcome, troubles)

    async def _taken(self, store: Store, found: list[Any], offset: int | None) -> int | None:
        async def look() -> list[Any]:
            more = _updates_in(await self._get_updates(offset, seconds=SHORT_POLL_SECONDS))
            if more is not None:
                # It is our database that is away, not Telegram.
                self._heard(more)
            return more or []

        return await store(found, asyncio.get_running_loop().time(), look)

    async def _get_updates(
        self, offset: int | None, *, seconds: float, limit: int = 100
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
            self._watch.fetched()
        return outcome


def _updates_in(outcome: Outcome) -> list[Any] | None:
    """What a poll brought; None where it brought no answer."""
    found = outcome.result
    return found if outcome.fate is Fate.DONE and isinstance(found, list) else None


async def _back_off(outcome: Outcome, troubles: int) -> None:
    """After a 409 poll again once, at once, which throws a newcomer out; else wait longer and
    longer, and keep serving what is already here."""
    if outcome.fate is Fate.CONFLICT and troubles == 1:
        return
    log.warning("updates cannot be fetched", why=outcome.fate.value, times=troubles)
    await asyncio.sleep(max(outcome.retry_after, min(LONGEST_BACKOFF, 0.5 * 2**troubles)))


def _leave_if_not_alone(outcome: Outcome) -> None:
    if outcome.fate is Fate.CONFLICT:
        if "webhook" in outcome.description:
            raise WebhookActive
        raise AnotherInstance
    if outcome.fate is Fate.UNAUTHORISED:
        raise TokenRefused
