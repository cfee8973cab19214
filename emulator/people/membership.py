"""The bot as a member of chats: which messages it receives, and the update when it joins or leaves.

Blocking the bot counts as removing it from a private chat.
"""

from emulator.chat import Chat, Json, Message, User
from emulator.world import World


def bot_reads(chat: Chat, message: Message, bot: User) -> bool:
    """Whether the bot receives a group's message: with privacy, only commands and mentions."""
    if not chat.bot_is_member:
        return False
    mentioned = f"@{bot.username}".lower() in message.text.lower()
    command = message.text.startswith("/") and "@" not in message.text.split()[0]
    return not chat.privacy or mentioned or command


def membership(world: World, chat: Chat, by: User, before: str, after: str) -> Json:
    """The body of `my_chat_member`: the bot's status in a chat changed from `before` to `after`."""
    bot = world.bot.wire()

    def member(status: str) -> Json:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": bot, "status": status, **until}

    return {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": int(world.now().timestamp()),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
