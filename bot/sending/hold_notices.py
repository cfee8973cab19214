"""Messages to those who decide about what waits because of an election."""

from __future__ import annotations

from bot.sending.tick_notices import TickNotices
from bot.views import held_messages
from usecases.broadcasts import hold_notices
from usecases.broadcasts.hold_notices import HoldNotice


class HoldNotices(TickNotices):
    """Says that something waits. A notice that fails is sent at the next tick."""

    about = "what waits because of an election"

    async def send(self) -> None:
        """Send what is due."""
        for notice in await self._commit(lambda tx: hold_notices.due(tx, self._world)):
            await self._one(self._tell(notice))

    async def _tell(self, notice: HoldNotice) -> bool:
        person = notice.person
        reached = await self._show(person, held_messages.news(self._say(person), notice))
        if reached:
            await self._commit(lambda tx: hold_notices.mark_told(tx, self._world, notice))
        return reached
