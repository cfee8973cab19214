"""Telegram's reply to one message of the bot."""

from __future__ import annotations

from company import Person

from emulator import Message


async def replies(person: Person, to: Message, words: str) -> str:
    """Reply to this message, as Telegram sends it."""
    original = {"message_id": to.message_id, "date": 1_662_400_000, "text": to.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, words, {"reply_to_message": original})
    return await person.settles()
