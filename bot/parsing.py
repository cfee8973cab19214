"""What an update is read as: python-telegram-bot's own objects, made of no more than is asked of
them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update


@dataclass(frozen=True, slots=True)
class Parsed:
    """An update, the chat it comes from, and the message whose button was tapped: Telegram's ids,
    None where it names none."""

    update: Update
    chat: int | None = None
    tapped: int | None = None


def parsed(payload: Mapping[str, Any], bot: Bot) -> Parsed:
    """Raises what the library raises for an update that cannot be read, and ValueError."""
    tap = payload.get("callback_query")
    if not isinstance(tap, Mapping):
        update = Update.de_json(dict(payload), bot)
        chat = update.effective_chat
        return Parsed(update, None if chat is None else chat.id)
    # Making an object of our own message takes longer than all the rest of reading a tap.
    message = tap.get("message")
    rest = {name: value for name, value in tap.items() if name != "message"}
    update = Update.de_json({**payload, "callback_query": rest}, bot)
    if message is None:
        return Parsed(update)
    return Parsed(update, _number(message["chat"]["id"]), _number(message["message_id"]))


def _number(found: object) -> int:
    if type(found) is not int:
        raise ValueError("an id that is no number")
    return found
