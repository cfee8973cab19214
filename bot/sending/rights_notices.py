"""Messages about complaints and requests: to officers what is new or overdue, to people replies."""

from __future__ import annotations

from bot.commits import RetriedCommit
from bot.screens import Screen
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views import complaints, requests
from bot.views.localiser import Localiser
from content.words import Words
from usecases.operations import rights_notices
from usecases.people.identify import Person
from usecases.world import World


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
            reached = [
                await self._show(person, requests.news(self._say(person), found))
                for person in found.people
            ]
            if any(reached):
                await self._commit(lambda tx: rights_notices.mark_told(tx, self._world, found))
        for reply in await self._commit(lambda tx: rights_notices.replies(tx, self._world)):
            await self._reply(reply)

    async def _reply(self, reply: rights_notices.ComplaintReply) -> None:
        person = reply.person
        if await self._show(person, complaints.reply(self._say(person), reply)):
            await self._commit(lambda tx: rights_notices.mark_replied(tx, self._world, reply))

    def _say(self, person: Person) -> Localiser:
        return Localiser(self._words, person.language, self._world)

    async def _show(self, person: Person, screen: Screen) -> bool:
        """Whether it is on their phone, or may be."""
        return await send_noted(self._commit, self._speaker, person, screen)
