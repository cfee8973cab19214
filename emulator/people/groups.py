"""Group chats: several people and the bot."""

from emulator.chat import Chat, Message, in_topic
from emulator.people.membership import membership
from emulator.people.phone import Phone
from emulator.world import World


class Group:
    """A chat of several people and the bot."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def chat_id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        return list(self.chat.messages.values())

    def open_topic(self) -> int:
        """Open a topic, which makes the group a forum; returns the topic's thread id."""
        self.chat.topics.append(self._world.next_message_id)
        self._world.next_message_id += 1
        self._world.keep_chat(self.chat)
        return self.chat.topics[-1]

    def type(self, phone: Phone, text: str, topic: int | None = None) -> Message:
        """A member writes, in a topic if one is given; with privacy on, the bot receives only
        commands and mentions.

        Raises LookupError for someone who isn't a member, or a topic that isn't open.
        """
        if phone.user_id not in self.chat.member_ids:
            raise LookupError(f"{phone.user.first_name} is not in this group.")
        if topic is None:
            return phone.say(self.chat, text)
        if topic not in self.chat.topics:
            raise LookupError(f"There is no topic {topic} in this group.")
        return phone.say(self.chat, text, in_topic(topic))

    def remove_bot(self, phone: Phone) -> None:
        """A member removes the bot from the group."""
        self.chat.bot_is_member = False
        self._world.keep_chat(self.chat)
        self.bot_membership(phone, "member", "kicked")

    def bot_membership(self, phone: Phone, before: str, after: str) -> None:
        """Send the bot an update: its status in this group was changed by the owner of `phone`."""
        self._world.queue_update(
            "my_chat_member", membership(self._world, self.chat, phone.user, before, after)
        )
