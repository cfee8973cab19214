"""The whole emulator: the world with its phones, groups and crowd, its faults and its store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from emulator.bot_api.webhook_delivery import WebhookDelivery
from emulator.chat import Chat, ChatKind
from emulator.clock import Clock, RealClock
from emulator.faults.injection import Faults
from emulator.people.crowd import Crowd
from emulator.people.groups import Group
from emulator.people.phone import Phone
from emulator.store import Store
from emulator.world import World

DEFAULT_TOKEN = "123456:TEST"  # noqa: S105 (made up: it opens nothing but this emulator)

Side = Literal["resident", "board", "officer", "staff"]
"""The phones of the page, from left to right; "staff" is an older word for "board"."""


class Emulator(World):
    """One bot's Telegram. With `path` it remembers everything across a restart."""

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        username: str = "WardmoteBot",
        clock: Clock | None = None,
        path: Path | str | None = None,
    ) -> None:
        super().__init__(token, username, clock or RealClock())
        self.store = Store(self, Path(path)) if path is not None else None
        self.faults = Faults(self)
        self.phones: dict[int, Phone] = {}  # by user id
        self.groups: dict[int, Group] = {}  # by chat id
        self.crowd: Crowd | None = None  # the one whose pace the page can set
        self.courier: WebhookDelivery | None = None  # posts to the webhook while the site is up
        for chat in self.chats.values():
            self._add_view(chat)

    def _add_view(self, chat: Chat) -> None:
        """Give a chat its phone, or its group."""
        if chat.user is not None:
            self.phones[chat.id] = Phone(self, chat.user, chat)
        else:
            self.groups[chat.id] = Group(self, chat)

    # Phones and groups

    def phone(
        self, first_name: str, language_code: str = "en", user_id: int | None = None
    ) -> Phone:
        """A new user's phone; with the id of a known user, that user's phone as it was."""
        if user_id is not None and user_id in self.phones:
            return self.phones[user_id]
        user = self.new_user(first_name, language_code, user_id)
        self._add_view(self.chats[user.id])
        return self.phones[user.id]

    def group(self, title: str, members: Sequence[Phone], *, privacy: bool = True) -> Group:
        """A group with the bot in it. With `privacy` the bot reads only what is meant for it."""
        chat = Chat(-(4_000_000_001 + len(self.groups)), ChatKind.GROUP, title, privacy=privacy)
        chat.member_ids = [member.user_id for member in members]
        self.chats[chat.id] = chat
        self.keep_chat(chat)
        self._add_view(chat)
        group = self.groups[chat.id]
        if members:
            group.bot_membership(members[0], "left", "member")
        return group

    def cast(self, phone: Phone, label: str, side: Side) -> None:
        """List a phone on the page, under a name, on one side ("staff" means "board")."""
        phone.user.label, phone.user.side = label, "board" if side == "staff" else side
        self.keep_user(phone.user)
        self.ring(phone.chat, by_bot=False)

    # Waiting

    @property
    def quiet(self) -> bool:
        """Whether nothing changes unless the clock moves.

        This is `idle`, except that updates may be waiting for a retry that is due later. Code that
        moves the clock waits for `quiet`; code that counts results waits for `idle`.
        """
        if not self._nobody_acts:
            return False
        asleep = self.courier.asleep if self.courier is not None else 0
        return self.token_revoked or len(self.updates) == asleep

    # Saving

    def flush(self) -> None:
        """Write changes to the file, if there is one."""
        if self.store is not None:
            self.store.flush()

    def close(self) -> None:
        """Write changes and close the file, if there is one."""
        if self.store is not None:
            self.store.close()
