"""Raw updates as Telegram sent them: what is read of them before they are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from usecases.people.heard import MARK, Heard, pressed_once_known, verb_in

REFER = frozenset({"/open", "/close", "/complaints", "/requests"})
"""Commands with a reference after them."""


def verb_of(update: Mapping[str, Any]) -> str | None:
    """What a tap asks for, also once its owner has the phone; None if this isn't a tap."""
    tap = pressed_in(update)
    return None if tap is None else verb_in(pressed_once_known(tap.partition(MARK)[0]))


def pressed_in(update: Mapping[str, Any]) -> str | None:
    """The data of the button that was tapped; None if this isn't a tap."""
    tap = update.get("callback_query")
    return str(tap.get("data", "")) if isinstance(tap, Mapping) else None


def heard_in(update: Mapping[str, Any], at: datetime) -> Heard:
    """What is known of an update for finding the person it is for; ``at`` is when it was sent."""
    message = message_in(update) or {}
    replied_to = message.get("reply_to_message")
    return Heard(
        at=at,
        pressed=pressed_in(update),
        text=str(message.get("text") or message.get("caption") or ""),
        edited=_id_of(message) if "edited_message" in update else None,
        replied_to=_id_of(replied_to) if isinstance(replied_to, Mapping) else None,
    )


def _id_of(message: Mapping[str, Any]) -> int | None:
    found = message.get("message_id")
    return found if isinstance(found, int) else None


def command_of(words: Sequence[str]) -> str:
    """The command these words begin with, without the name of the bot."""
    return words[0].partition("@")[0].lower() if words else ""


def message_in(update: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """A new or an edited message; None if this is neither."""
    found = update.get("message") or update.get("edited_message")
    return found if isinstance(found, Mapping) else None


def sender_in(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Who tapped, or wrote."""
    held = update.get("callback_query") or message_in(update)
    sender = held.get("from") if isinstance(held, Mapping) else None
    return sender if isinstance(sender, Mapping) else {}


def has_words(update: Mapping[str, Any]) -> bool:
    """Whether it is a message with a text, or with one under a file."""
    message = message_in(update)
    return message is not None and ("text" in message or "caption" in message)


def has_voice(update: Mapping[str, Any]) -> bool:
    """Whether it is a new voice note."""
    message = update.get("message")
    return isinstance(message, Mapping) and "voice" in message


def starts(update: Mapping[str, Any]) -> bool:
    """Whether this is /start with the code of a link."""
    words = str((message_in(update) or {}).get("text", "")).split()
    return len(words) == 2 and words[0] == "/start"


def refers(update: Mapping[str, Any]) -> bool:
    """Whether this is a command with a reference after it."""
    words = str((message_in(update) or {}).get("text", "")).split()
    return command_of(words) in REFER


def complains(update: Mapping[str, Any]) -> bool:
    """Whether this is /complain with the complaint after it."""
    return _has_words_after("/complain", update)


def sends(update: Mapping[str, Any]) -> bool:
    """Whether this is /send with the text after it, or /ask with the question."""
    return _has_words_after("/send", update) or _has_words_after("/ask", update)


def manages(update: Mapping[str, Any]) -> bool:
    """Whether this is /manage with a decision, and its reason, after it."""
    return _has_words_after("/manage", update)


def _has_words_after(name: str, update: Mapping[str, Any]) -> bool:
    words = str((message_in(update) or {}).get("text", "")).split(maxsplit=1)
    return len(words) == 2 and command_of(words) == name


def is_command(update: Mapping[str, Any]) -> bool:
    """Whether this is a command, with anything after it."""
    message = message_in(update)
    return message is not None and str(message.get("text", "")).startswith("/")
