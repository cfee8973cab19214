"""The pretend Telegram itself: its one bot, its people and chats, and what is under way."""

import asyncio
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from emulator.chat import Chat, ChatKind, Document, Json, Message, User, message_wire
from emulator.clock import Clock, RealClock
from emulator.faults import Faults
from emulator.phone import Group, Phone
from emulator.signals import Signal
from emulator.store import Store
from emulator.taps import Taps
from emulator.updates import Pending, UpdateQueue

FIRST_USER = 5_000_000_001
LARGEST_ID = 2**52
NOBODYS = "123456:TEST"  # opens nothing but this emulator

Side = Literal["resident", "staff"]


@dataclass(frozen=True, slots=True)
class Poster:
    """Something on a wall with a code to scan: it opens the bot with a start payload."""

    label: str
    payload: str


class Emulator:
    """One bot's Telegram. With `path` it remembers everything across a restart."""

    def __init__(
        self,
        token: str = NOBODYS,
        username: str = "WardmoteBot",
        clock: Clock | None = None,
        path: Path | str | None = None,
    ) -> None:
        self.token = token
        self.clock: Clock = clock or RealClock()
        self.bot = User(int(token.split(":")[0]), username, username=username, is_bot=True)
        self.users: dict[int, User] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.phones: dict[int, Phone] = {}
        self.groups: dict[int, Group] = {}
        self.commands: dict[str, list[Json]] = {}
        self.posters: list[Poster] = []
        self.files: dict[str, Document] = {}  # by file id
        self.faults = Faults()
        self.calls: Counter[str] = Counter()
        self.count_sent = 0
        self.in_flight = 0
        self.happened = Signal()
        self.next_message_id = 1
        self.next_user_id = FIRST_USER
        self.next_query = zlib.crc32(username.encode()) * 2**30
        first_update = 100_000_000 + zlib.crc32(token.encode()) % 800_000_000
        self.updates = UpdateQueue(first_update, self.now)
        self.taps = Taps(self.now)
        self._others_idle: list[Callable[[], bool]] = []
        self.store = Store(Path(path)) if path is not None else None
        if self.store is not None:
            self.store.load(self)

    def now(self) -> datetime:
        return self.clock.now().astimezone(UTC)

    # People and chats

    def phone(
        self, first_name: str, language_code: str = "en", user_id: int | None = None
    ) -> Phone:
        """A user's phone; with the id of someone already known, their phone as it was."""
        if user_id is not None and user_id in self.phones:
            return self.phones[user_id]
        if user_id is None:
            while self.next_user_id in self.users:
                self.next_user_id += 1
            user_id = self.next_user_id
        if not 0 < user_id < LARGEST_ID:
            raise ValueError(f"A user id lies between 1 and 2**52, not {user_id}.")
        return self.enter_user(User(user_id, first_name, language_code))

    def enter_user(self, user: User) -> Phone:
        chat = Chat(user.id, ChatKind.PRIVATE, user=user)
        self.users[user.id] = user
        self.chats[chat.id] = chat
        self.phones[user.id] = Phone(self, user, chat)
        self.keep_user(user)
        return self.phones[user.id]

    def group(self, title: str, members: Sequence[Phone], *, privacy: bool = True) -> Group:
        """A group with the bot in it. With `privacy` the bot reads only what is meant for it."""
        group_id = -(4_000_000_001 + len(self.groups))
        chat = Chat(group_id, ChatKind.GROUP, title=title, privacy=privacy)
        chat.member_ids = [member.user_id for member in members]
        group = self.enter_group(chat)
        self.keep_chat(chat)
        if members:
            group.bot_membership(members[0], "left", "member")
        return group

    def enter_group(self, chat: Chat) -> Group:
        self.chats[chat.id] = chat
        self.groups[chat.id] = Group(self, chat)
        return self.groups[chat.id]

    def cast(self, phone: Phone, label: str, side: Side) -> None:
        """List a phone on the page, under a name, among the residents or the staff."""
        phone.user.label, phone.user.side = label, side
        self.keep_user(phone.user)
        self.stir()

    # Messages

    def show(self, message: Message) -> Json:
        """A message as the Bot API shows it."""
        return message_wire(message, self.chats[message.chat_id], self.users[message.sender_id])

    def add_message(self, chat: Chat, sender: User, *, text: str, html: str = "") -> Message:
        """A new message in a chat; whoever adds it fills in the rest and calls `keep`."""
        message = Message(
            self.next_message_id, chat.id, sender.id, sender.is_bot, text, html or text, self.now()
        )
        self.next_message_id += 1
        chat.messages[message.message_id] = message
        if self.store is not None:
            self.store.reserve(self)
        return message

    def keep(self, message: Message, *, by_bot: bool) -> None:
        """A message is as it shall be: remember it and wake who watches its chat."""
        if self.store is not None:
            self.store.mark_message(message)
        self.ring(self.chats[message.chat_id], by_bot=by_bot)

    def remove(self, message: Message) -> None:
        chat = self.chats[message.chat_id]
        del chat.messages[message.message_id]
        if self.store is not None:
            self.store.mark_removed(message)
        self.ring(chat, by_bot=True)

    def ring(self, chat: Chat, *, by_bot: bool) -> None:
        chat.changed.ring()
        if by_bot:
            chat.bot_acted.ring()
        self.happened.ring()

    def keep_user(self, user: User) -> None:
        if self.store is not None:
            self.store.mark_user(user)

    def keep_chat(self, chat: Chat) -> None:
        if self.store is not None:
            self.store.mark_chat(chat)

    # Updates

    def push(self, update: Json, update_id: int | None = None) -> int:
        """Queue any update, malformed ones too; an id given by hand may repeat or run backwards."""
        body = {key: value for key, value in update.items() if key != "update_id"}
        pending = self.updates.add(body, update_id=update_id, filtered=False)
        assert pending is not None
        self._queued(pending)
        return pending.update_id

    def tell_bot(self, kind: str, body: Json) -> None:
        """Queue an update of a kind, if the bot wants to hear of it."""
        pending = self.updates.add({kind: body})
        if pending is not None:
            self._queued(pending)

    def _queued(self, pending: Pending) -> None:
        if self.store is not None:
            self.store.mark_update(pending)
            self.store.reserve(self)
        self.happened.ring()

    def new_query_id(self) -> str:
        self.next_query += 1
        return str(self.next_query)

    # Is anything going on?

    @property
    def idle(self) -> bool:
        """No update waits to be confirmed, no call is in flight, nobody is about to act."""
        return (
            self.in_flight == 0
            and all(idle() for idle in self._others_idle)
            and len(self.updates) == 0
        )

    def idle_only_when(self, idle: Callable[[], bool]) -> Callable[[], None]:
        """Count someone else's business as the emulator's; answers a function that ends this.

        They call `stir` whenever their answer may have changed.
        """
        self._others_idle.append(idle)
        return lambda: self._others_idle.remove(idle)

    def stir(self) -> None:
        """Wake everyone who waits for a change."""
        self.happened.ring()

    async def changed(self) -> None:
        """Return at the next change of any kind."""
        await self.happened.wait()

    async def settled(self, timeout: float = 30.0) -> None:
        """Return once the emulator is idle; TimeoutError after so many real seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not self.idle:
                    await self.happened.wait()
        except TimeoutError:
            raise TimeoutError(
                f"After {timeout:g} s {len(self.updates)} updates wait unconfirmed and "
                f"{self.in_flight} calls are in flight."
            ) from None

    def flush(self) -> None:
        """Write what changed to disk, if there is one."""
        if self.store is not None:
            self.store.flush(self)

    def close(self) -> None:
        """Write what changed and let go of the file."""
        if self.store is not None:
            self.store.close(self)
