"""Updates that Telegram posts to the webhook: gathered, stored together, and only then answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.commits import error_fields
from bot.observer import Observer
from bot.receiving.webhook import Webhook, set_webhook, watch_webhook
from bot.sending.request import TelegramApi
from usecases.world import DATABASE_AWAY, is_value_to_blame

log = structlog.get_logger("bot.receiving.posted_updates")

MOST_TOGETHER = 100

Update = Mapping[str, Any]
Store = Callable[[Sequence[Update], float], Awaitable[object]]
"""Commits updates that arrived at a time of the event loop's clock."""


@dataclass(frozen=True, slots=True)
class _Post:
    """One update, and the future that the request waits for until it is committed."""

    update: Update
    arrived_at: float
    stored: asyncio.Future[bool] = field(repr=False)


class PostedUpdates:
    """Takes in what Telegram posts. While one commit is under way, the next updates gather for the
    next one.

    ``heard`` is called when a check finds that Telegram posts to us, or would, and ``waiting`` with
    the number of updates that were still to come.
    """

    def __init__(
        self,
        *,
        api: TelegramApi,
        webhook: Webhook,
        allowed: Sequence[str],
        observer: Observer,
        heard: Callable[[], None],
        waiting: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._heard = heard
        self._note_waiting = waiting
        self._api = api
        self._webhook = webhook
        self._allowed = allowed
        self._observer = observer
        self._waiting: list[_Post] = []
        self._something = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._closed = False
        self.is_set = False

    @property
    def idle(self) -> bool:
        """Whether no posted update is waiting to be stored."""
        return self._empty.is_set()

    async def emptied(self) -> None:
        """Return when no posted update is waiting to be stored."""
        await self._empty.wait()

    def close(self) -> None:
        """Take in no more updates; those that have arrived are still stored."""
        self._closed = True

    async def take(self, update: Update) -> bool:
        """Store one update. Returns True once it is committed, False if no more are taken in.

        If the caller is cancelled, the update isn't stored, unless its commit had begun. Telegram
        repeats it either way, and it is stored once.
        """
        if self._closed:
            return False
        loop = asyncio.get_running_loop()
        post = _Post(update, loop.time(), loop.create_future())
        self._waiting.append(post)
        self._empty.clear()
        self._something.set()
        return await post.stored

    async def serve(self, store: Store) -> None:
        """Set the webhook and store what Telegram posts, until cancelled.

        Raises WebhookRefused, TokenRefused.
        """
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._store_all(store))
                await set_webhook(self._api, self._webhook, self._allowed)
                self.is_set = True
                await watch_webhook(
                    self._api, self._webhook, self._allowed, self._observer, self._looked
                )
        finally:
            self._closed = True
            for post in self._waiting:
                _answer(post, stored=False)

    def _looked(self, waiting: int) -> None:
        """Telegram posts to us, and ``waiting`` updates are still to come."""
        self._heard()
        self._note_waiting(waiting + len(self._waiting))

    async def _store_all(self, store: Store) -> None:
        while True:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                batch = [p for p in self._waiting[:MOST_TOGETHER] if not p.stored.cancelled()]
                del self._waiting[:MOST_TOGETHER]
                try:
                    await self._store_batch(store, batch)
                except BaseException:
                    for post in batch:
                        _answer(post, stored=False)
                    raise
            self._empty.set()

    async def _store_batch(self, store: Store, batch: Sequence[_Post]) -> None:
        """One commit for the whole batch; if one update cannot be stored, one commit for each."""
        if not batch:
            return
        try:
            await store([p.update for p in batch], batch[0].arrived_at)
        except DATABASE_AWAY:
            for post in batch:
                _answer(post, stored=False)
            return
        except Exception as error:
            if not is_value_to_blame(error):
                raise
            if len(batch) > 1:
                for post in batch:
                    await self._store_batch(store, [post])
                return
            # If we refused it, Telegram would repeat it and hold back this person's next updates.
            log.error("a posted update cannot be stored", **error_fields(error))
        self._observer.fetched()
        for post in batch:
            _answer(post, stored=True)


def _answer(post: _Post, *, stored: bool) -> None:
    if not post.stored.done():
        post.stored.set_result(stored)
