"""Alarm messages to the operators: one when an alarm begins, one when it is over."""

from __future__ import annotations

from bot.sending.tick_notices import TickNotices
from bot.views import alarms as views
from usecases.operations import alarms
from usecases.people.identify import Person


class OperatorAlerts(TickNotices):
    """Alarm messages to the operators."""

    about = "an alarm"

    async def send(self) -> None:
        """Send what is pending. A message that reached no operator is sent again at a later tick,
        to those who can be reached then. An operator who blocked us is marked as blocked."""
        news = await self._commit(lambda tx: alarms.unreported(tx, self._world))
        if not (news.begun or news.over):
            return
        reached = [await self._one(self._notify(person, news)) for person in news.people]
        if any(reached):
            await self._commit(lambda tx: alarms.mark_reported(tx, self._world, news))

    async def _notify(self, person: Person, news: alarms.AlarmNotice) -> bool:
        return await self._show(person, views.news(self._say(person), news))
