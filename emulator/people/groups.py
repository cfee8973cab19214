"""Chats of several people and the bot, and how the bot's standing in a chat changes."""

from typing import TYPE_CHECKING

from emulator.chat import Chat, Json, Message, User

if TYPE_CHECKING:
    from emulator.people.phone import Phone
    from emulator.world import Emulator


class Group:
    """A chat of several people and the bot."""

    def __init__(self, world: "Emulator", chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def chat_id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        return list(self.chat.messages.values())

    def type(self, phone: "Phone", text: str) -> Message:
        """A member writes; with privacy on, the bot hears only commands, mentions and replies."""
        if phone.user_id not in self.chat.member_ids:
            raise LookupError(f"{phone.user.first_name} is not in this group.")
        return phone.say(self.chat, text)

    def remove_bot(self, phone: "Phone") -> None:
        """A member throws the bot out."""
        self.chat.bot_is_member = False
        self._world.keep_chat(self.chat)
        self.bot_membership(phone, "member", "kicked")

    def bot_membership(self, phone: "Phone", before: str, after: str) -> None:
        self._world.tell_bot(
            "my_chat_member", membership(self._world, self.chat, phone.user, before, after)
        )


def membership(world: "Emulator", chat: Chat, by: User, before: str, after: str) -> Json:
    """The bot's standing in a chat changed."""
    bot = world.bot.wire()

    def standing(status: str) -> Json:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": bot, "status": status, **until}

    return {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": int(world.now().timestamp()),
        "old_chat_member": standing(before),
        "new_chat_member": standing(after),
    }


def bot_reads(chat: Chat, message: Message, bot: User) -> bool:
    if not chat.bot_is_member:
        return False
    mentioned = f"@{bot.username}".lower() in message.text.lower()
    command = message.text.startswith("/") and "@" not in message.text.split()[0]
    return not chat.privacy or mentioned or command
