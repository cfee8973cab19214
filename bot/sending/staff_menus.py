"""The command menus: set at the start, and taken back from those whose staff role has ended, who
are told so."""

from __future__ import annotations

from functools import partial

from bot.commits import RetriedCommit
from bot.screens import Screen
from bot.sending.noted_screens import send_noted
from bot.sending.speaker import Speaker
from bot.views import command_menu
from content.words import Words
from engagement.broadcasts.delivery import Reach
from usecases.people.identify import Person, by_id, staff_in_post
from usecases.staff import menus
from usecases.world import Transaction, World


class StaffMenus:
    """Keeps the menus in step with the roles. Another process may have ended a role."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def offer(self) -> None:
        """Set this version's menus: everybody's in each language, and each staff member's."""
        for language in self._world.library.council.languages:
            await self._speaker.offer_commands(command_menu.commands(None), language)
        for person in await self._commit(self._noted_staff):
            await self._speaker.offer_menu(person.chat_id, command_menu.command_menu(person))

    async def _noted_staff(self, tx: Transaction) -> list[Person]:
        found = await staff_in_post(tx, self._world)
        for person in found:
            if person.contact is not None:
                await menus.note_offered(tx, person.contact.id)
        return found

    async def remove_left_over(self) -> None:
        """Take the menus back from those whose role has ended since, and tell them so."""
        for contact_id, chat_id in await self._commit(menus.left_over):
            is_gone = await self._speaker.offer_menu(chat_id, command_menu.EVERYBODYS)
            if is_gone and await self._tell(contact_id):
                await self._commit(partial(menus.note_removed, contact_id=contact_id))

    async def _tell(self, contact_id: int) -> bool:
        """Tell somebody that their role has ended. False if they can be reached, and it has to be
        tried again."""
        person = await self._commit(lambda tx: by_id(tx, self._world, contact_id))
        if person is None or person.contact is None:
            return True
        if person.contact.reach is not Reach.REACHABLE:
            return True
        text = self._words.html("role-ended-elsewhere", person.language)
        screen = Screen(text, topic="role", silent=self._world.is_quiet)
        return await send_noted(self._commit, self._speaker, person, screen)
