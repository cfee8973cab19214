"""The state of one bot's Telegram: users, chats, waiting updates, and signals of their changes.

Everything else works on this state: the Bot API, the phones, the faults, the store. `town.py` puts
them together.
"""

import asyncio
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from emulator.changes import Changes
from emulator.chat import (
    Chat,
    ChatKind,
    Document,
    Json,
    Message,
    Photo,
    User,
    Voice,
    message_wire,
)
from emulator.clock import Clock
from emulator.posters_and_places import Outlines, Place, Poster
from emulator.signals import Signal
from emulator.taps import Taps
from emulator.updates import Pending, UpdateQueue, Webhook
from emulator.witness import Witness

FIRST_USER = 5_000_000_001
LARGEST_ID = 2**52


@dataclass(eq=False)
class World:
    """What one bot's Telegram holds at this moment."""

    token: str
    username: InitVar[str]
    clock: Clock

    # The bot, people and chats
    bot: User = field(init=False)
    users: dict[int, User] = field(init=False)  # with the bot
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, Document | Photo | Voice] = field(default_factory=dict)  # by file id
    paths: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # file id, until when
    commands: dict[str, list[Json]] = field(default_factory=dict)  # by scope and language
    profile: dict[str, str] = field(default_factory=dict)  # "name|pl": the bot's texts by language
    menu_buttons: dict[str, Json] = field(default_factory=dict)  # by chat id; "" for everybody
    witness: Witness = field(default_factory=Witness)

    # What the page shows around the phones
    posters: list[Poster] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    outlines: Outlines = field(default_factory=Outlines)  # of the map; not saved
    fonts: Path | None = None  # a folder with faces for Arabic script; not saved

    # Between the bot and Telegram
    updates: UpdateQueue = field(init=False)
    taps: Taps = field(init=False)
    webhook: Webhook = field(default_factory=Webhook)
    webhook_patience: float = 60.0  # real seconds until a POST without an answer has failed
    token_revoked: bool = False
    calls: Counter[str] = field(default_factory=Counter)  # by method
    count_sent: int = 0  # messages the bot sent
    in_flight: int = 0  # calls being answered, getUpdates not counted

    # The next numbers to give out
    next_message_id: int = 1
    next_user_id: int = FIRST_USER
    next_query: int = field(init=False)

    # Signals
    happened: Signal = field(default_factory=Signal)  # anything at all changed
    numbered: Signal = field(default_factory=Signal)  # a number was given out
    rerouted: Signal = field(default_factory=Signal)  # the webhook or the token changed
    changes: Changes | None = None  # since the last save; None if nobody saves

    def __post_init__(self, username: str) -> None:
        self.bot = User(int(self.token.split(":")[0]), username, username=username, is_bot=True)
        self.users = {self.bot.id: self.bot}
        self.next_query = zlib.crc32(username.encode()) * 2**30
        first_update = 100_000_000 + zlib.crc32(self.token.encode()) % 800_000_000
        self.updates = UpdateQueue(first_update, self.now)
        self.taps = Taps(self.now)
        self._on_update: list[Callable[[Pending], None]] = []
        self._others_idle: list[Callable[[], bool]] = []

    def now(self) -> datetime:
        return self.clock.now().astimezone(UTC)

    # Users and chats

    def new_user(self, first_name: str, language_code: str, user_id: int | None = None) -> User:
        """A new user with a private chat; ValueError for an id out of range."""
        if user_id is None:
            while self.next_user_id in self.users:
                self.next_user_id += 1
            user_id = self.next_user_id
            self.next_user_id += 1
        if not 0 < user_id < LARGEST_ID:
            raise ValueError(f"A user id lies between 1 and 2**52, not {user_id}.")
        user = User(user_id, first_name, language_code)
        self.enter_user(user)
        self.keep_user(user)
        self.numbered.ring()
        return user

    def enter_user(self, user: User) -> None:
        """Add a user and their private chat with the bot."""
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, ChatKind.PRIVATE, user=user)

    def keep_user(self, user: User) -> None:
        """Save a user's changes."""
        if self.changes is not None:
            self.changes.note_user(user)

    def keep_chat(self, chat: Chat) -> None:
        """Save a group's changes."""
        if self.changes is not None:
            self.changes.note_chat(chat)

    def refresh_bot_name(self) -> None:
        """Give the bot the name it set for everybody."""
        self.bot.first_name = self.profile.get("name|") or self.bot.first_name

    def note_place(self, label: str, count: int) -> None:
        """Show that `count` of the crowd have joined there; LookupError for an unknown place."""
        place = next((place for place in self.places if place.label == label), None)
        if place is None:
            raise LookupError(f"There is no place {label!r}.")
        place.count = count
        self.stir()

    # Messages

    def show(self, message: Message) -> Json:
        """A message as the Bot API shows it."""
        return message_wire(message, self.chats[message.chat_id], self.users[message.sender_id])

    def add_message(self, chat: Chat, sender: User, *, text: str, html: str = "") -> Message:
        """A new message in a chat; the caller fills in the rest and then calls `keep`."""
        message = Message(
            self.next_message_id, chat.id, sender.id, sender.is_bot, text, html or text, self.now()
        )
        self.next_message_id += 1
        chat.messages[message.message_id] = message
        self.numbered.ring()
        return message

    def enter_file(self, message: Message) -> None:
        """Let the bot use this message's document, photo or voice note by its file id."""
        if message.voice is not None:
            self.files[message.voice.file_id] = message.voice
        if message.document is not None:
            self.files[message.document.file_id] = message.document
        if message.image is not None:
            for size in message.extra.get("photo", ()):
                self.files[size["file_id"]] = message.image

    def keep(self, message: Message, *, by_bot: bool) -> None:
        """Save a new or edited message and signal the change; the witness sees it if the bot's."""
        seen = self.witness.note(message) if message.from_bot else None
        if self.changes is not None:
            self.changes.note_message(message, seen)
        self.ring(self.chats[message.chat_id], by_bot=by_bot)

    def remove(self, message: Message) -> None:
        """Delete a message, as the bot asked."""
        chat = self.chats[message.chat_id]
        del chat.messages[message.message_id]
        seen = self.witness.note_removed(message, self.now()) if message.from_bot else None
        if self.changes is not None:
            self.changes.note_deleted(message, seen)
        self.ring(chat, by_bot=True)

    # Updates

    def push(self, update: Json, update_id: int | None = None) -> int:
        """Queue any update, malformed ones too; an id given by hand may repeat or run backwards."""
        body = {key: value for key, value in update.items() if key != "update_id"}
        pending = self.updates.add(body, update_id=update_id, filtered=False)
        assert pending is not None
        self._queued(pending)
        return pending.update_id

    def queue_update(self, kind: str, body: Json) -> None:
        """Queue an update of a kind, if the bot asked for updates of this kind."""
        pending = self.updates.add({kind: body})
        while pending is not None:
            self._queued(pending)
            pending = self.updates.again(pending)

    def on_update(self, take: Callable[[Pending], None]) -> Callable[[], None]:
        """Call `take` with every update queued from now on; returns a function that ends this."""
        self._on_update.append(take)
        return lambda: self._on_update.remove(take)

    def _queued(self, pending: Pending) -> None:
        if self.changes is not None:
            self.changes.note_update(pending)
        self.numbered.ring()
        for take in self._on_update:
            take(pending)
        self.happened.ring()

    def expire_taps(self) -> None:
        """Let every tap so far expire, as if 150 seconds had passed; unfetched ones are lost."""
        self.updates.expire_taps()
        self.taps.expire()
        self.stir()

    def restart_posting(self) -> None:
        """Signal that the webhook or the token changed: posting starts over."""
        self.rerouted.ring()
        self.stir()

    def new_query_id(self) -> str:
        self.next_query += 1
        self.numbered.ring()
        return str(self.next_query)

    # Signals of changes, and waiting for them

    def ring(self, chat: Chat, *, by_bot: bool) -> None:
        """Signal a change in a chat."""
        chat.changed.ring()
        if by_bot:
            chat.bot_acted.ring()
        self.happened.ring()

    def ring_all(self) -> None:
        """Signal a change of something that every phone shows."""
        for chat in self.chats.values():
            if chat.kind is ChatKind.PRIVATE:
                chat.changed.ring()
        self.stir()

    def stir(self) -> None:
        """Wake everything that is waiting for a change."""
        self.happened.ring()

    async def changed(self) -> None:
        """Return at the next change of any kind."""
        await self.happened.wait()

    @property
    def idle(self) -> bool:
        """No update awaits confirmation, no call is in flight and nobody is about to act."""
        return self._nobody_acts and len(self.updates) == 0

    @property
    def _nobody_acts(self) -> bool:
        return self.in_flight == 0 and all(idle() for idle in self._others_idle)

    def idle_only_when(self, idle: Callable[[], bool]) -> Callable[[], None]:
        """Be idle only while `idle()` is true as well; returns a function that ends this.

        The caller must `stir` whenever the result of `idle()` may have changed.
        """
        self._others_idle.append(idle)
        return lambda: self._others_idle.remove(idle)

    async def settled(self, timeout: float = 30.0) -> None:
        """Return once the emulator is idle; TimeoutError after `timeout` real seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not self.idle:
                    await self.happened.wait()
        except TimeoutError:
            raise TimeoutError(
                f"After {timeout:g} s {len(self.updates)} updates wait unconfirmed and "
                f"{self.in_flight} calls are in flight."
            ) from None
