"""A witness who forgets nothing: every message the bot sent to a chat, edits and all."""

from dataclasses import dataclass
from datetime import datetime

from emulator.chat import Message


@dataclass(frozen=True, slots=True)
class Edit:
    """What a message said from some moment on."""

    text: str
    at: datetime


@dataclass(slots=True)
class Seen:
    """One message the bot sent: its text at first, what became of it, and when it was deleted."""

    message_id: int
    text: str
    at: datetime
    edits: tuple[Edit, ...] = ()
    deleted_at: datetime | None = None

    def held(self, text: str) -> bool:
        """Whether these words ever stood in it."""
        return text in self.text or any(text in edit.text for edit in self.edits)


class Witness:
    """What each chat saw of the bot, in the order in which it came."""

    def __init__(self) -> None:
        self._chats: dict[int, dict[int, Seen]] = {}

    def note(self, message: Message) -> Seen:
        """A message of the bot's was sent or edited."""
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
        """A message of the bot's is shown no more."""
        seen = self._chats[message.chat_id][message.message_id]
        seen.deleted_at = moment
        return seen

    def recall(self, chat_id: int, seen: Seen) -> None:
        """Take back what was seen before the emulator last stopped."""
        self._chats.setdefault(chat_id, {})[seen.message_id] = seen

    def of(self, chat_id: int) -> list[Seen]:
        """Every message of the bot's in a chat, oldest first, deleted ones too."""
        seen = self._chats.get(chat_id, {})
        return [seen[number] for number in sorted(seen)]  # ids only ever rise

    def holding(self, text: str) -> dict[int, int]:
        """By chat, how many messages ever held these words; chats without one are left out."""
        counts = {
            chat_id: sum(seen.held(text) for seen in chat.values())
            for chat_id, chat in self._chats.items()
        }
        return {chat_id: count for chat_id, count in counts.items() if count}
