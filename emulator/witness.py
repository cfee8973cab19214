"""A complete record of the messages the bot sent to each chat, with edits and deletions."""

from dataclasses import dataclass
from datetime import datetime

from emulator.chat import Message


@dataclass(frozen=True, slots=True)
class Edit:
    """A message's text from some moment on."""

    text: str
    at: datetime


@dataclass(slots=True)
class Seen:
    """A message from the bot: its first text, its edits, and when it was deleted."""

    message_id: int
    text: str
    at: datetime
    edits: tuple[Edit, ...] = ()
    deleted_at: datetime | None = None

    def held(self, text: str) -> bool:
        """Whether it has ever contained this text."""
        return text in self.text or any(text in edit.text for edit in self.edits)


class Witness:
    """The bot's messages by chat, including edited and deleted ones."""

    def __init__(self) -> None:
        self._chats: dict[int, dict[int, Seen]] = {}

    def note(self, message: Message) -> Seen:
        """Record that the bot sent or edited a message."""
        chat = self._chats.get(message.chat_id)
        if chat is None:
            chat = self._chats[message.chat_id] = {}
        seen = chat.get(message.message_id)
        if seen is None:
            seen = chat[message.message_id] = Seen(
                message.message_id, message.text, message.sent_at
            )
        elif message.edited_at is not None:
            seen.edits += (Edit(message.text, message.edited_at),)
        return seen

    def note_removed(self, message: Message, moment: datetime) -> Seen:
        """Record that a message of the bot was deleted."""
        seen = self._chats[message.chat_id][message.message_id]
        seen.deleted_at = moment
        return seen

    def recall(self, chat_id: int, seen: Seen) -> None:
        """Restore what was recorded before the emulator last stopped."""
        self._chats.setdefault(chat_id, {})[seen.message_id] = seen

    def of(self, chat_id: int) -> list[Seen]:
        """Every message of the bot in a chat, oldest first, including deleted ones."""
        seen = self._chats.get(chat_id, {})
        return [seen[number] for number in sorted(seen)]  # ids always increase

    def holding(self, text: str) -> dict[int, int]:
        """By chat, the number of messages that ever contained this text; only chats with any."""
        counts = {
            chat_id: sum(seen.held(text) for seen in chat.values())
            for chat_id, chat in self._chats.items()
        }
        return {chat_id: count for chat_id, count in counts.items() if count}
