"""Sends a screen that nobody asked for just now, and notes it among the screens of its chat."""

from __future__ import annotations

from bot.commits import RetriedCommit
from bot.screens import Screen
from bot.sending.speaker import ChatScreens, Speaker, save_chat_screens
from engagement.broadcasts.bot_api_responses import Fate
from usecases.conversation.shown import screens
from usecases.people.identify import Person
from usecases.world import Transaction


async def send_noted(
    commit: RetriedCommit, speaker: Speaker, person: Person, screen: Screen
) -> bool:
    """Whether the screen is on the person's phone, or may be. Raises TokenRefused."""

    async def before(tx: Transaction) -> ChatScreens:
        shown = await screens(tx, person.id or 0)
        return ChatScreens(person.id, {s.topic: s for s in shown})

    chat = await commit(before)
    outcome = await speaker.show_below(person, screen, chat)

    async def save(tx: Transaction) -> None:
        await save_chat_screens(tx, person.id, chat)

    await commit(save)
    return outcome.fate in (Fate.DONE, Fate.UNKNOWN)
