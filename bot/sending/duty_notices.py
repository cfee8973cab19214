"""Messages about the end of a duty, to those who have it and to the administrators."""

from __future__ import annotations

from dataclasses import replace

from bot.sending.tick_notices import TickNotices
from bot.views import safety
from usecases.operations import duty_notices
from usecases.operations.duty_notices import DutyNotice
from usecases.people.identify import Person


class DutyNotices(TickNotices):
    """Says when a duty ends. A notice that reached nobody is sent at the next tick."""

    about = "the end of a duty"

    async def send(self) -> None:
        """Send what is due."""
        for notice in await self._commit(lambda tx: duty_notices.due(tx, self._world)):
            await self._tell_all(notice)

    async def _tell_all(self, notice: DutyNotice) -> None:
        reached = [await self._one(self._tell(person, notice)) for person in notice.people]
        if any(reached):
            await self._commit(lambda tx: duty_notices.mark_told(tx, self._world, notice))

    async def _tell(self, person: Person, notice: DutyNotice) -> bool:
        """To one of the staff; at night without a sound."""
        screen = safety.duty_ends(self._say(person), notice)
        return await self._show(person, replace(screen, silent=self._world.is_quiet))
