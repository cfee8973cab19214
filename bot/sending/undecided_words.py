"""Tells the authors of words on offer, once and without a sound, that these words are not sent."""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views.localiser import Localiser
from bot.views.screen_for_reply import screen_for
from content.words import Words
from usecases.consultations import undecided_words
from usecases.consultations.typed_answers import Offer
from usecases.consultations.undecided_words import UndecidedNotice
from usecases.people.words_of_danger import may_be_quoted
from usecases.world import World

log = structlog.get_logger("bot.sending.undecided_words")


class UndecidedWords:
    """Sends, at every tick, what the database marks as not sent yet."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def send(self) -> None:
        """Send what is due. One that fails is tried again at the next tick."""
        for notice in await self._commit(lambda tx: undecided_words.due(tx, self._world)):
            try:
                await self._tell(notice)
            except TokenRefused:
                raise
            except Exception as error:
                log.error("a notice about words on offer failed", **error_fields(error))

    async def _tell(self, notice: UndecidedNotice) -> None:
        value = notice.value
        if isinstance(value, Offer) and not may_be_quoted(value.text):
            value = replace(value, text="")
        say = Localiser(self._words, notice.person.language, self._world)
        screen = screen_for(say, value)
        if not isinstance(screen, Screen):
            return
        quiet = replace(screen, silent=True)
        if await send_noted(self._commit, self._speaker, notice.person, quiet):
            await self._commit(lambda tx: undecided_words.mark_told(tx, self._world, notice))
