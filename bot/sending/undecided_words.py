"""Tells the authors of words on offer, once and without a sound, that these words are not sent."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Screen
from bot.sending.tick_notices import TickNotices
from bot.views.screen_for_reply import screen_for
from usecases.consultations import undecided_words
from usecases.consultations.typed_answers import Offer
from usecases.consultations.undecided_words import UndecidedNotice
from usecases.people.words_of_danger import may_be_quoted


class UndecidedWords(TickNotices):
    """Notices to the authors of words on offer. One that fails is sent at the next tick."""

    about = "words on offer"

    async def send(self) -> None:
        """Send what is due."""
        for notice in await self._commit(lambda tx: undecided_words.due(tx, self._world)):
            await self._one(self._tell(notice))

    async def _tell(self, notice: UndecidedNotice) -> bool:
        value = notice.value
        if isinstance(value, Offer) and not may_be_quoted(value.text):
            value = replace(value, text="")
        screen = screen_for(self._say(notice.person), value)
        if not isinstance(screen, Screen):
            return False
        reached = await self._show(notice.person, replace(screen, silent=True))
        if reached:
            await self._commit(lambda tx: undecided_words.mark_told(tx, self._world, notice))
        return reached
