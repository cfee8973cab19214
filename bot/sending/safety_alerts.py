"""Safety alerts to the people named for them: at once, and again until one of them closes it."""

from __future__ import annotations

import asyncio

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.sending.woken_rounds import WokenRounds
from bot.views.localiser import Localiser
from bot.views.screen_for_reply import screen_for
from content.words import Words
from usecases.operations import safety_alerts
from usecases.operations.safety_alerts import AlertNotice
from usecases.people.identify import Person
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.safety_alerts")


class SafetyAlerts(WokenRounds):
    """Sends the alerts that the database marks as due. One that reached nobody is sent again at
    the next tick."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        super().__init__(world)
        self._commit = commit
        self._speaker = speaker
        self._words = words

    async def _round(self) -> None:
        for notice in await self._commit(self._pending):
            try:
                await self._send(notice)
            except TokenRefused:
                raise
            except Exception as error:  # the next alert must not wait for this one
                self._failed(error)

    def _failed(self, error: Exception) -> None:
        log.error("a safety alert could not be sent", **error_fields(error))

    async def _pending(self, tx: Transaction) -> list[AlertNotice]:
        return await safety_alerts.pending(tx, self._world)

    async def _send(self, notice: AlertNotice) -> None:
        reached = await asyncio.gather(*(self._send_to(p, notice) for p in notice.people))
        if any(reached):

            async def mark(tx: Transaction) -> None:
                await safety_alerts.mark_told(tx, self._world, notice)

            await self._commit(mark)

    async def _send_to(self, person: Person, notice: AlertNotice) -> bool:
        screen = screen_for(Localiser(self._words, person.language, self._world), notice)
        if not isinstance(screen, Screen):
            return False
        return await send_noted(self._commit, self._speaker, person, screen)
