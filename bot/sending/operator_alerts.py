"""Alarm messages to the operators: one when an alarm begins, one when it is over."""

from __future__ import annotations

from bot.commits import RetriedCommit
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views import alarms as views
from bot.views.localiser import Localiser
from content.words import Words
from usecases.operations import alarms
from usecases.people.identify import Person
from usecases.world import World


class OperatorAlerts:
    """Sends, at every tick, the alarm messages that the database marks as not sent yet."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def send(self) -> None:
        """Send what is pending. A message that reached no operator is sent again at a later tick,
        to those who can be reached then. An operator who blocked us is marked as blocked."""
        news = await self._commit(lambda tx: alarms.unreported(tx, self._world))
        if not (news.begun or news.over):
            return
        reached = [await self._notify(person, news) for person in news.people]
        if any(reached):
            await self._commit(lambda tx: alarms.mark_reported(tx, self._world, news))

    async def _notify(self, person: Person, news: alarms.AlarmNotice) -> bool:
        say = Localiser(self._words, person.language, self._world)
        return await send_noted(self._commit, self._speaker, person, views.news(say, news))
