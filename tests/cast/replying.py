"""Telegram's reply to one message of the bot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from company import Person

from emulator import Message, Voice


async def replies(person: Person, to: Message, words: str) -> str:
    """Reply to this message, as Telegram sends it."""
    person.phone.say(person.phone.chat, words, in_reply(person, to))
    return await person.settles()


async def replies_aloud(person: Person, to: Message, note: Voice) -> str:
    """Reply to this message with a voice note."""
    note = replace(note, file_id=f"reply-{len(person.phone.messages)}")
    extra = {"voice": note.wire(), **in_reply(person, to)}
    person.phone.say(person.phone.chat, "", extra, voice=note)
    return await person.settles()


async def replies_with_a_place(
    person: Person, to: Message, latitude: float, longitude: float
) -> str:
    """Reply to this message with a location."""
    place = {"location": {"latitude": latitude, "longitude": longitude}}
    person.phone.say(person.phone.chat, "", {**place, **in_reply(person, to)})
    return await person.settles()


def in_reply(person: Person, to: Message) -> dict[str, Any]:
    """What a message of this person holds that replies to ``to``."""
    original: dict[str, Any] = {"message_id": to.message_id, "date": 1_662_400_000}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    return {"reply_to_message": {**original, "text": to.text}}
