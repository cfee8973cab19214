"""Messages to staff about openings of consultations: to approve, and what was decided."""

from __future__ import annotations

from bot.sending.tick_notices import TickNotices
from bot.views import managing
from usecases.consultations import opening_notices
from usecases.consultations.opening_notices import OpeningNotice


class OpeningNotices(TickNotices):
    """Shows the consultation to each person concerned. What fails is sent at the next tick."""

    about = "openings of consultations"

    async def send(self) -> None:
        """Send what is due."""
        for notice in await self._commit(lambda tx: opening_notices.due(tx, self._world)):
            await self._one(self._tell(notice))

    async def _tell(self, notice: OpeningNotice) -> bool:
        person = notice.person
        reached = await self._show(person, managing.notice(self._say(person), notice))
        if reached:
            await self._commit(lambda tx: opening_notices.mark_told(tx, self._world, notice))
        return reached
