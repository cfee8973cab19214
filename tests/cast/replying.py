"""Telegram's reply to one message of the bot."""

from __future__ import annotations

from typing import Any

from company import Person

from emulator import Message


async def replies(person: Person, to: Message, words: str) -> str:
    """Reply to this message, as Telegram sends it."""
    person.phone.say(person.phone.chat, words, in_reply(person, to))
    return await person.settles()


def in_reply(person: Person, to: Message) -> dict[str, Any]:
    """What a message of this person holds that replies to ``to``."""
    original: dict[str, Any] = {"message_id": to.message_id, "date": 1_662_400_000}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    return {"reply_to_message": {**original, "text": to.text}}
