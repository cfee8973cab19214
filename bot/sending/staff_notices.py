"""Tells staff what they have not asked for just now: the second yes, progress, the report."""

from __future__ import annotations

import asyncio

import structlog

from bot.commits import Surely, where
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.speaker import Speaker, Standing, keep_standing
from bot.views.here import view
from bot.views.spoken import Spoken
from content.words import Words
from engagement.broadcasts.delivery import Fate
from usecases.broadcasts import approval
from usecases.broadcasts.approval import ToTell
from usecases.people import identify
from usecases.people.identify import Shown
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.staff_notices")

SECONDS_BETWEEN_EDITS = 1.0


class Desk:
    """Driven by what the database says is untold, so that a crash tells nobody twice wrongly."""

    def __init__(self, *, commit: Surely, speaker: Speaker, world: World, words: Words) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words
        self._wake = asyncio.Event()
        self.idle = False
        self._unseen: set[tuple[int, int, bool]] = set()

    def wake(self) -> None:
        """Something may have moved."""
        self.idle = False
        self._wake.set()

    async def serve(self) -> None:
        """Tell until cancelled, each message at most once a second."""
        self._wake.set()
        while True:
            self.idle = not self._wake.is_set()
            await self._wake.wait()
            self._wake.clear()
            self.idle = False
            try:
                for news, shown in await self._commit(self._news):
                    await self._tell(news, shown)
            except TokenRefused:
                raise
            except Exception as trouble:
                log.error("staff could not be told", **where(trouble))
            await self._world.sleep(SECONDS_BETWEEN_EDITS)

    async def _news(self, tx: Transaction) -> list[tuple[ToTell, list[Shown]]]:
        return [
            (news, await identify.screens(tx, news.person.id or 0))
            for news in await approval.to_tell(tx, self._world)
        ]

    async def _tell(self, news: ToTell, shown: list[Shown]) -> None:
        if _key(news) in self._unseen:
            # Progress nobody can see is not repeated at every step; the end is told once more.
            return
        say = Spoken(self._words, news.person.language, self._world)
        screen = view(say, news.value)
        if not isinstance(screen, Screen):
            return
        standing = Standing(news.person.id, {s.topic: s for s in shown})
        outcome = await self._speaker.show(news.person, screen, standing)
        # Only what certainly never went is told again; the rest is on their phone, or cannot be.
        told = outcome is None or outcome.fate not in (Fate.NEVER_SENT, Fate.SLOW_DOWN)
        if outcome is not None and outcome.message_id is None and told:
            self._unseen.add(_key(news))

        async def keep(tx: Transaction) -> None:
            await keep_standing(tx, news.person.id, standing)
            if told:
                await approval.told(tx, self._world, news)

        await self._commit(keep)


def _key(news: ToTell) -> tuple[int, int, bool]:
    return news.broadcast_id, news.staff_id, news.is_final
