"""Messages about complaints and requests: to officers what is new or overdue, to people replies."""

from __future__ import annotations

from dataclasses import replace

from bot.sending.tick_notices import TickNotices
from bot.views import complaints, requests
from usecases.operations import rights_notices
from usecases.people.identify import Person


class RightsNotices(TickNotices):
    """Notices about complaints and requests."""

    about = "a complaint or request"

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
