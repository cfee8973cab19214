"""Takes "Take it back" from reports once it is refused, where Telegram lets them be edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.screens import Screen, numbers_in
from bot.sending.speaker import ChatScreens, save_chat_screens
from bot.sending.tick_notices import TickNotices
from bot.views.broadcast_progress import TAKE_BACK, progress
from usecases.broadcasts import old_reports
from usecases.broadcasts.progress import Progress
from usecases.conversation.shown import Shown, screens
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction

BETWEEN_LOOKS = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Outdated:
    person: Person
    topic: str
    value: Progress
    shown: tuple[Shown, ...]


class OldReports(TickNotices):
    """Looks once an hour at the reports that have the button. Nothing is sent."""

    about = "a report's old button"
    _looked_at: datetime | None = None

    async def send(self) -> None:
        """Edit those whose time is over."""
        now = self._world.now()
        if self._looked_at is not None and now < self._looked_at + BETWEEN_LOOKS:
            return
        self._looked_at = now
        for outdated in await self._commit(self._outdated):
            await self._one(self._edit(outdated))

    async def _outdated(self, tx: Transaction) -> list[_Outdated]:
        found = []
        for person in await staff_in_post(tx, self._world):
            shown = tuple(await screens(tx, person.id or 0))
            for one, code in _with_the_button(shown):
                now = await old_reports.without_take_back(tx, self._world, person, code)
                if now is not None:
                    found.append(_Outdated(person, one.topic, now, shown))
        return found

    async def _edit(self, outdated: _Outdated) -> bool:
        person = outdated.person
        chat = ChatScreens(person.id, {s.topic: s for s in outdated.shown})
        screen: Screen = progress(self._say(person), outdated.value)
        await self._speaker.edit_shown(person, outdated.topic, screen, chat)

        async def save(tx: Transaction) -> None:
            await save_chat_screens(tx, person.id, chat)

        await self._commit(save)
        return True


def _with_the_button(shown: tuple[Shown, ...]) -> list[tuple[Shown, int]]:
    return [
        (one, numbers_in(data)[0])
        for one in shown
        for data in one.buttons.values()
        if data.startswith(f"{TAKE_BACK}:")
    ]
