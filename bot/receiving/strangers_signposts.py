"""Which messages show the signposts in the chats of people who have not joined: in memory only.

Nothing is stored of them, so typing "Remove this from the chat" could find nothing to remove. Here
are numbers of messages without words, for an hour at most, gone with the process. The button works
without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from usecases.conversation.chat import SIGNPOSTS
from usecases.conversation.shown import Shown

KEPT_FOR = timedelta(hours=1)
MOST_CHATS = 1_000


@dataclass(slots=True)
class StrangersSignposts:
    """The signposts in each chat, until when."""

    _by_chat: dict[int, tuple[datetime, list[Shown]]] = field(default_factory=dict)

    def note(self, chat_id: int, shown: Iterable[Shown], now: datetime) -> None:
        """These are the screens in this chat now."""
        there = [s for s in shown if s.topic.startswith(SIGNPOSTS)]
        self._by_chat.pop(chat_id, None)
        if there:
            self._by_chat[chat_id] = now + KEPT_FOR, there
        while len(self._by_chat) > MOST_CHATS:
            del self._by_chat[next(iter(self._by_chat))]

    def shown_in(self, chat_id: int, now: datetime) -> list[Shown]:
        """The signposts in this chat."""
        for over in [chat for chat, (until, _) in self._by_chat.items() if until <= now]:
            del self._by_chat[over]
        return [*self._by_chat[chat_id][1]] if chat_id in self._by_chat else []
