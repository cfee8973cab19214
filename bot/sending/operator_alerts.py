"""Tells the operators when something is wrong, and when it is over: each once."""

from __future__ import annotations

from bot.commits import Surely
from bot.sending.speaker import Speaker, Standing, keep_standing
from bot.views import alarms as views
from bot.views.spoken import Spoken
from content.words import Words
from engagement.broadcasts.delivery import Fate
from usecases.operations import alarms
from usecases.people.identify import Person
from usecases.world import Transaction, World


class Bell:
    """Rung at every tick; driven by what the database says is untold."""

    def __init__(self, *, commit: Surely, speaker: Speaker, world: World, words: Words) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def ring(self) -> None:
        """Say what is to be said. What reached nobody is said at a later tick, to whoever can be
        reached then: a refusal as by somebody who has blocked us is kept with the contact."""
        news = await self._commit(lambda tx: alarms.to_tell(tx, self._world))
        if not (news.begun or news.over):
            return
        told = [await self._tell(person, news) for person in news.people]
        if any(told):
            await self._commit(lambda tx: alarms.told(tx, self._world, news))

    async def _tell(self, person: Person, news: alarms.News) -> bool:
        say = Spoken(self._words, person.language, self._world)
        standing = Standing(person.id, {})
        outcome = await self._speaker.show_anew(person, views.news(say, news), standing)

        async def keep(tx: Transaction) -> None:
            await keep_standing(tx, person.id, standing)

        await self._commit(keep)
        return outcome.fate in (Fate.DONE, Fate.UNKNOWN)
