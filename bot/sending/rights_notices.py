"""Messages about complaints and requests: to officers what is new or overdue, to people replies."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views import complaints, requests
from bot.views.localiser import Localiser
from content.words import Words
from usecases.operations import rights_notices
from usecases.people.identify import Person
from usecases.world import World

log = structlog.get_logger("bot.sending.rights_notices")


class RightsNotices:
    """Sends, at every tick, what the database marks as not sent yet."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def send(self) -> None:
        """Send what is pending. News that reached no officer are sent again at a later tick."""
        news = await self._commit(lambda tx: rights_notices.officers_news(tx, self._world))
        if news is not None:
            found = news
            reached = [await self._one(self._tell(person, found)) for person in found.people]
            if any(reached):
                await self._commit(lambda tx: rights_notices.mark_told(tx, self._world, found))
        for reply in await self._commit(lambda tx: rights_notices.replies(tx, self._world)):
            await self._one(self._reply(reply))

    async def _one(self, sending: Awaitable[bool]) -> bool:
        """Whether this one is on a phone; if it fails, the others are sent all the same."""
        try:
            return await sending
        except TokenRefused:
            raise
        except Exception as error:
            log.error("a notice about a complaint or request failed", **error_fields(error))
            return False

    async def _tell(self, person: Person, found: rights_notices.OfficersNews) -> bool:
        """To an officer; at night without a sound."""
        screen = requests.news(self._say(person), found)
        return await self._show(person, replace(screen, silent=self._world.is_quiet))

    async def _reply(self, reply: rights_notices.ComplaintReply) -> bool:
        person = reply.person
        reached = await self._show(person, complaints.reply(self._say(person), reply))
        if reached:
            await self._commit(lambda tx: rights_notices.mark_replied(tx, self._world, reply))
        return reached

    def _say(self, person: Person) -> Localiser:
        return Localiser(self._words, person.language, self._world)

    async def _show(self, person: Person, screen: Screen) -> bool:
        """Whether it is on their phone, or may be."""
        return await send_noted(self._commit, self._speaker, person, screen)
