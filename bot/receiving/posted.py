"""Updates that Telegram posts to us: gathered, stored together, and only then answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.commits import where
from bot.receiving.webhook import Webhook, look_after, take_up
from bot.sending.request import TelegramApi
from bot.watching import Watch
from usecases.world import DATABASE_AWAY, is_of_content

log = structlog.get_logger("bot.receiving.posted")

MOST_TOGETHER = 100

Update = Mapping[str, Any]
Store = Callable[[Sequence[Update], float], Awaitable[object]]
"""Commits updates that came at a moment of the event loop's clock."""


@dataclass(frozen=True, slots=True)
class _Post:
    """One update and whoever waits for its commit."""

    update: Update
    came: float
    kept: asyncio.Future[bool] = field(repr=False)


class Posted:
    """The webhook's way in. While one commit is under way the next updates gather behind it.

    ``heard`` is told when a look finds that Telegram posts to us, or would.
    """

    def __init__(
        self,
        *,
        api: TelegramApi,
        webhook: Webhook,
        allowed: Sequence[str],
        watch: Watch,
        heard: Callable[[], None],
    ) -> None:
        self._heard = heard
        self._api = api
        self._webhook = webhook
        self._allowed = allowed
        self._watch = watch
        self._waiting: list[_Post] = []
        self._something = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._closed = False
        self.is_set = False

    @property
    def idle(self) -> bool:
        """Whether nothing that was posted waits to be stored."""
        return self._empty.is_set()

    async def emptied(self) -> None:
        """Return when nothing that was posted waits to be stored."""
        await self._empty.wait()

    def close(self) -> None:
        """Take nothing more in; what has come is still stored."""
        self._closed = True

    async def take(self, update: Update) -> bool:
        """Store one update; True once it is committed, False when nothing more is taken in.

        Whoever waited and was cancelled is not stored after that, unless it had begun: Telegram
        will repeat it, and it is stored once.
        """
        if self._closed:
            return False
        loop = asyncio.get_running_loop()
        post = _Post(update, loop.time(), loop.create_future())
        self._waiting.append(post)
        self._empty.clear()
        self._something.set()
        return await post.kept

    async def serve(self, store: Store) -> None:
        """Have Telegram post to us, and store what it posts, until cancelled.

        Raises WebhookNotTaken, TokenRefused.
        """
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._store_all(store))
                await take_up(self._api, self._webhook, self._allowed)
                self.is_set = True
                await look_after(self._api, self._webhook, self._allowed, self._watch, self._heard)
        finally:
            self._closed = True
            for post in self._waiting:
                _say(post, kept=False)

    async def _store_all(self, store: Store) -> None:
        while True:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                batch = [p for p in self._waiting[:MOST_TOGETHER] if not p.kept.cancelled()]
                del self._waiting[:MOST_TOGETHER]
                try:
                    await self._store_batch(store, batch)
                except BaseException:
                    for post in batch:
                        _say(post, kept=False)
                    raise
            self._empty.set()

    async def _store_batch(self, store: Store, batch: Sequence[_Post]) -> None:
        """One commit for all; where one of them cannot be stored, one for each."""
        if not batch:
            return
        try:
            await store([p.update for p in batch], batch[0].came)
        except DATABASE_AWAY:
            for post in batch:
                _say(post, kept=False)
            return
        except Exception as trouble:
            if not is_of_content(trouble):
                raise
            if len(batch) > 1:
                for post in batch:
                    await self._store_batch(store, [post])
                return
            # To refuse it would have Telegram repeat it, and hold this person's next ones back.
            log.error("a posted update cannot be stored", **where(trouble))
        self._watch.fetched()
        for post in batch:
            _say(post, kept=True)


def _say(post: _Post, *, kept: bool) -> None:
    if not post.kept.done():
        post.kept.set_result(kept)
