"""Parses updates into python-telegram-bot's objects, without building those that nothing reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update


@dataclass(frozen=True, slots=True)
class ParsedUpdate:
    """An update, its chat's id, the id of the message whose button was tapped, and that of the
    message it replies to; an id is None where Telegram gives none."""

    update: Update
    chat: int | None = None
    tapped: int | None = None
    replied_to: int | None = None


def parse(payload: Mapping[str, Any], bot: Bot) -> ParsedUpdate:
    """An update from its JSON. Raises ValueError, and what the library raises for an update that
    cannot be read."""
    tap = payload.get("callback_query")
    if not isinstance(tap, Mapping):
        payload, replied_to = _without_reply(payload)
        update = Update.de_json(payload, bot)
        chat = update.effective_chat
        return ParsedUpdate(update, None if chat is None else chat.id, replied_to=replied_to)
    # Building the object for our own message takes longer than parsing all the rest of a tap.
    message = tap.get("message")
    rest = {name: value for name, value in tap.items() if name != "message"}
    update = Update.de_json({**payload, "callback_query": rest}, bot)
    if message is None:
        return ParsedUpdate(update)
    return ParsedUpdate(update, _number(message["chat"]["id"]), _number(message["message_id"]))


def _without_reply(payload: Mapping[str, Any]) -> tuple[dict[str, Any], int | None]:
    """The update without the message it replies to, and that message's id. Only the id was stored,
    and the library makes no object of it."""
    for kind in ("message", "edited_message"):
        message = payload.get(kind)
        if isinstance(message, Mapping) and "reply_to_message" in message:
            own = {name: value for name, value in message.items() if name != "reply_to_message"}
            return {**payload, kind: own}, _number(message["reply_to_message"]["message_id"])
    return dict(payload), None


def _number(found: object) -> int:
    if type(found) is not int:
        raise ValueError("an id isn't a number")
    return found
