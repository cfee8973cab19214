"""The pretend Telegram itself: its one bot, its people and chats, and what is under way."""

import asyncio
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from emulator.bot_api.taps import Taps
from emulator.bot_api.updates import Pending, UpdateQueue
from emulator.bot_api.webhook import Webhook
from emulator.chat import Chat, ChatKind, Document, Json, Message, Photo, User, message_wire
from emulator.clock import Clock, RealClock
from emulator.faults.injection import Faults
from emulator.people.groups import Group
from emulator.people.phone import Phone
from emulator.props import Place, Poster
from emulator.signals import Signal
from emulator.store import Store
from emulator.witness import Witness

if TYPE_CHECKING:
    from emulator.bot_api.courier import Courier
    from emulator.people.crowd import Crowd

FIRST_USER = 5_000_000_001
LARGEST_ID = 2**52
NOBODYS = "123456:TEST"  # opens nothing but this emulator

Side = Literal["resident", "board", "officer", "staff"]
"""The phones of the page, from left to right; "staff" is an older word for "board"."""


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
        self.profile: dict[str, str] = {}  # "name|pl": the bot's texts by language
        self.menu_buttons: dict[str, Json] = {}  # by chat id; "" for everybody
        self.posters: list[Poster] = []
        self.places: list[Place] = []
        self.crowd: Crowd | None = None  # whose pace the page may set
        self.files: dict[str, Document | Photo] = {}  # by file id
        self.witness = Witness()
        self.webhook = Webhook()
        self.webhook_patience = 60.0  # real seconds until a POST without an answer has failed
        self.courier: Courier | None = None  # who posts to the webhook, while the site is up
        self.faults = Faults(self.now, self.reroute)
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
            self.next_user_id += 1
        if not 0 < user_id < LARGEST_ID:
            raise ValueError(f"A user id lies between 1 and 2**52, not {user_id}.")
        found = self.enter_user(User(user_id, first_name, language_code))
        self._reserve()
        return found

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
        """List a phone on the page, under a name, on one side ("staff" stands for "board")."""
        phone.user.label, phone.user.side = label, "board" if side == "staff" else side
        self.keep_user(phone.user)
        self.ring(phone.chat, by_bot=False)

    def take_name(self) -> None:
        """The bot bears the name it set for everybody."""
        self.bot.first_name = self.profile.get("name|") or self.bot.first_name

    def note_place(self, label: str, count: int) -> None:
        """So many of the crowd have joined there; LookupError when no place is so called."""
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
        """A new message in a chat; whoever adds it fills in the rest and calls `keep`."""
        message = Message(
            self.next_message_id, chat.id, sender.id, sender.is_bot, text, html or text, self.now()
        )
        self.next_message_id += 1
        chat.messages[message.message_id] = message
        self._reserve()
        return message

    def enter_file(self, message: Message) -> None:
        """What a message carries can be sent again by its file id."""
        if message.document is not None:
            self.files[message.document.file_id] = message.document
        if message.image is not None:
            for size in message.extra.get("photo", ()):
                self.files[size["file_id"]] = message.image

    def keep(self, message: Message, *, by_bot: bool) -> None:
        """A message is as it shall be: remember it and wake who watches its chat."""
        seen = self.witness.note(message) if message.from_bot else None
        if self.store is not None:
            self.store.mark_message(message, seen)
        self.ring(self.chats[message.chat_id], by_bot=by_bot)

    def remove(self, message: Message) -> None:
        chat = self.chats[message.chat_id]
        del chat.messages[message.message_id]
        seen = self.witness.note_removed(message, self.now()) if message.from_bot else None
        if self.store is not None:
            self.store.mark_removed(message, seen)
        self.ring(chat, by_bot=True)

    def ring(self, chat: Chat, *, by_bot: bool) -> None:
        chat.changed.ring()
        if by_bot:
            chat.bot_acted.ring()
        self.happened.ring()

    def ring_all(self) -> None:
        """Something that every phone shows has changed."""
        for phone in self.phones.values():
            phone.changed.ring()
        self.stir()

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
        while pending is not None:
            self._queued(pending)
            pending = self.updates.again(pending)

    def _queued(self, pending: Pending) -> None:
        if self.store is not None:
            self.store.mark_update(pending)
        self._reserve()
        if self.courier is not None:
            self.courier.take(pending)
        self.happened.ring()

    def expire_taps(self) -> None:
        """As if 150 seconds had passed since every tap so far: unfetched ones are lost."""
        self.updates.expire_taps()
        self.taps.expire()
        self.stir()

    def reroute(self) -> None:
        """The webhook or the token changed: whoever posts begins anew."""
        if self.courier is not None:
            self.courier.restart()
        self.stir()

    def new_query_id(self) -> str:
        self.next_query += 1
        self._reserve()
        return str(self.next_query)

    def _reserve(self) -> None:
        if self.store is not None:
            self.store.reserve(self)

    # Is anything going on?

    @property
    def idle(self) -> bool:
        """No update waits to be confirmed, no call is in flight, nobody is about to act."""
        return (
            self.in_flight == 0
            and all(idle() for idle in self._others_idle)
            and len(self.updates) == 0
        )

    @property
    def quiet(self) -> bool:
        """Nothing moves unless the clock does: idle, but for updates whose next try is due later.

        Whoever moves the clock waits for this, and whoever counts results waits for `idle`.
        """
        if self.in_flight or not all(idle() for idle in self._others_idle):
            return False
        asleep = self.courier.asleep if self.courier is not None else 0
        return self.faults.token_revoked or len(self.updates) == asleep

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
