"""What sends, at every tick, the messages that the database marks as not sent yet."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views.localiser import Localiser
from content.words import Words
from usecases.people.identify import Person
from usecases.world import World

log = structlog.get_logger("bot.sending.tick_notices")


class TickNotices:
    """Sends notices one by one: one that fails doesn't stop the others."""

    about: ClassVar[str]
    """What the notices are about, for the log."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def _one(self, sending: Awaitable[bool]) -> bool:
        """Whether this one is on a phone. Raises TokenRefused; any other error is logged."""
        try:
            return await sending
        except TokenRefused:
            raise
        except Exception as error:
            log.error("a notice failed", about=self.about, **error_fields(error))
            return False

    def _say(self, person: Person) -> Localiser:
        return Localiser(self._words, person.language, self._world, guest=person.number_on_phone)

    async def _show(self, person: Person, screen: Screen) -> bool:
        """Whether it is on their phone, or may be."""
        return await send_noted(self._commit, self._speaker, person, screen)
