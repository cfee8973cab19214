"""What a chat consists of: its users, messages, buttons, documents, photos and voice notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from emulator.signals import Signal

Json = dict[str, Any]
"""A JSON object as it is sent or received."""


class ChatKind(StrEnum):
    PRIVATE = "private"  # one user and the bot; the chat's id is the user's
    GROUP = "group"  # several users and the bot; a negative id


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` goes to the bot, `url` opens."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file the bot sent."""

    filename: str
    content: bytes
    mime: str
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture the bot sent; `width` and `height` in pixels, as read from the file."""

    content: bytes
    mime: str
    width: int
    height: int
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice note, from a person or the bot. ``duration`` is in seconds. ``size`` is what the
    update says of its bytes: a wrong app may say anything."""

    content: bytes
    duration: int = 4
    mime: str = "audio/ogg"
    size: int | None = None
    file_id: str = ""

    def wire(self) -> Json:
        """The note as the Bot API shows it."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"u{self.file_id}",
            "duration": self.duration,
            "mime_type": self.mime,
            "file_size": len(self.content) if self.size is None else self.size,
        }


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a reply keyboard, which replaces the phone's own keyboard."""

    text: str
    asks_location: bool = False
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """The short notice a phone shows when the bot answers a tap."""

    text: str
    show_alert: bool = False


@dataclass(slots=True, eq=False)
class User:
    """A person with a phone, or the bot."""

    id: int
    first_name: str
    language_code: str = "en"
    username: str | None = None
    is_bot: bool = False
    started: bool = False  # has written to the bot, which may not write to them before that
    blocked: bool = False
    deactivated: bool = False
    label: str | None = None  # the name under which the page lists this phone
    side: str | None = None

    def wire(self) -> Json:
        found: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            found["username"] = self.username
        if not self.is_bot:
            found["language_code"] = self.language_code
        return found


@dataclass(slots=True, eq=False)
class Message:
    """A message in its current state. `text` is the caption of a message with a file."""

    message_id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    text: str
    html: str
    sent_at: datetime
    entities: list[Json] = field(default_factory=list)
    edited_at: datetime | None = None
    markup: Json | None = None
    document: Document | None = None
    extra: Json = field(default_factory=dict)  # further wire fields: photo, contact, reply ...
    revision: int = 0  # rises with every edit
    image: Photo | None = None  # a photo from the bot; photos from people aren't kept
    silent: bool = False  # it came without a sound
    voice: Voice | None = None

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[_button(button) for button in row] for row in rows]

    @property
    def has_buttons(self) -> bool:
        return bool(self.markup and self.markup.get("inline_keyboard"))

    @property
    def photo(self) -> bytes | None:
        """The bytes of the bot's photo in this message, if there is one."""
        return self.image.content if self.image is not None else None

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard, row by row; empty if there is none."""
        return [[key.text for key in row] for row in self.keys]

    @property
    def keys(self) -> list[list[Key]]:
        """The reply keyboard, row by row, with what its keys request."""
        rows = (self.markup or {}).get("keyboard", [])
        return [[_key(key) for key in row] for row in rows]

    @property
    def captioned(self) -> bool:
        """Whether `text` is the caption of a document, photo or voice message."""
        return self.document is not None or bool(self.extra.keys() & CAPTIONED)


def _key(raw: Mapping[str, Any]) -> Key:
    return Key(raw["text"], bool(raw.get("request_location")), bool(raw.get("request_contact")))


def _button(raw: Mapping[str, Any]) -> Button:
    return Button(text=raw["text"], data=raw.get("callback_data"), url=raw.get("url"))


@dataclass(slots=True, eq=False)
class Chat:
    """A conversation with all its messages except deleted ones."""

    id: int
    kind: ChatKind
    title: str = ""
    user: User | None = None  # the person in a private chat; None for a group
    member_ids: list[int] = field(default_factory=list)
    bot_is_member: bool = True
    privacy: bool = True
    topics: list[int] = field(default_factory=list)  # open topics of a group, by thread id
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)  # shown on the phone of a private chat
    changed: Signal = field(default_factory=Signal)  # anything at all changed
    bot_acted: Signal = field(default_factory=Signal)  # the bot added, changed or removed something

    def wire(self) -> Json:
        found: Json
        if self.user is None:
            found = {"id": self.id, "type": str(self.kind), "title": self.title}
            return found | ({"type": "supergroup", "is_forum": True} if self.topics else {})
        found = {"id": self.id, "type": "private", "first_name": self.user.first_name}
        if self.user.username:
            found["username"] = self.user.username
        return found

    def newest_from_bot(self) -> Message | None:
        return next((m for m in reversed(self.messages.values()) if m.from_bot), None)

    def newest_with_buttons(self) -> Message | None:
        return next((m for m in reversed(self.messages.values()) if m.has_buttons), None)


def in_topic(topic: int | None) -> Json:
    """The fields of a message that say in which topic of a group it is."""
    return {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}


def message_wire(message: Message, chat: Chat, sender: User) -> Json:
    """A message as the Bot API shows it."""
    found: Json = {
        "message_id": message.message_id,
        "from": sender.wire(),
        "chat": chat.wire(),
        "date": int(message.sent_at.timestamp()),
    }
    if message.edited_at is not None:
        found["edit_date"] = int(message.edited_at.timestamp())
    found.update(message.extra)
    plain = not message.captioned
    if message.text:
        found["text" if plain else "caption"] = message.text
    if message.entities:
        found["entities" if plain else "caption_entities"] = message.entities
    if message.document is not None:
        found["document"] = document_wire(message.document)
    if message.has_buttons:
        found["reply_markup"] = message.markup
    return found


CAPTIONED = frozenset({"photo", "voice"})


def document_wire(document: Document) -> Json:
    return {
        "file_id": document.file_id,
        "file_unique_id": "u" + document.file_id,
        "file_name": document.filename,
        "mime_type": document.mime,
        "file_size": len(document.content),
    }
