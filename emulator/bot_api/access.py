"""Access to chats: which the bot may write to, and which kinds the emulator lacks."""

from collections.abc import Sequence
from typing import Any

from emulator.bot_api.errors import (
    BLOCKED,
    CHAT_NOT_FOUND,
    DEACTIVATED,
    KICKED,
    NEVER_STARTED,
    bad_request,
    forbidden,
)
from emulator.chat import Chat
from emulator.world import World


def find_chat(world: World, chat_id: int | str | None) -> Chat:
    try:
        number = int(chat_id or 0)
    except ValueError:
        raise bad_request(CHAT_NOT_FOUND) from None
    if not number:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(number)
    if chat is None:
        raise bad_request(CHAT_NOT_FOUND)
    return chat


def writable_chat(world: World, chat_id: int | str | None) -> Chat:
    """A chat the bot may write to now; raises ApiError for any other."""
    chat = find_chat(world, chat_id)
    if chat.user is None:
        if not chat.bot_is_member:
            raise forbidden(KICKED)
    elif chat.user.deactivated:
        raise forbidden(DEACTIVATED)
    elif chat.user.blocked:
        raise forbidden(BLOCKED)
    elif not chat.user.started:
        raise forbidden(NEVER_STARTED)
    return chat


def refuse_elsewhere(ask: Any, topics: Sequence[int] = ()) -> None:
    """Raises ApiError for a topic that isn't open, for direct messages and business accounts."""
    if getattr(ask, "business_connection_id", None):
        raise bad_request("business connection not found")
    topic = getattr(ask, "message_thread_id", None)
    if (topic and topic not in topics) or getattr(ask, "direct_messages_topic_id", None):
        raise bad_request("message thread not found")
    if getattr(ask, "inline_message_id", None):
        raise bad_request("MESSAGE_ID_INVALID")
