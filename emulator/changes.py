"""What changed since the emulator was last saved."""

from dataclasses import dataclass, field

from emulator.chat import Chat, Message, User
from emulator.updates import Pending
from emulator.witness import Seen


@dataclass(slots=True)
class Changes:
    """The users, chats, messages and updates to write next, by id."""

    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[int, Message | None] = field(default_factory=dict)  # None: deleted
    seen: dict[int, tuple[int, Seen]] = field(default_factory=dict)  # with the chat's id
    updates: dict[int, Pending] = field(default_factory=dict)  # by sequence

    def __bool__(self) -> bool:
        return bool(self.users or self.chats or self.messages or self.updates)

    def note_user(self, user: User) -> None:
        self.users[user.id] = user

    def note_chat(self, chat: Chat) -> None:
        self.chats[chat.id] = chat

    def note_message(self, message: Message, seen: Seen | None) -> None:
        self.messages[message.message_id] = message
        if seen is not None and seen.edits:  # else the message itself holds everything
            self.seen[seen.message_id] = (message.chat_id, seen)

    def note_deleted(self, message: Message, seen: Seen | None) -> None:
        self.messages[message.message_id] = None
        if seen is not None:
            self.seen[seen.message_id] = (message.chat_id, seen)

    def note_update(self, pending: Pending) -> None:
        self.updates[pending.sequence] = pending
