"""Voice notes in a row where none is wanted: one reply for all of them. Anything else that comes
from the chat ends the row."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.context import Turn
from engagement.consultations.voice import VoiceNotHere
from engagement.errors import Refusal

ONE_SERIES = timedelta(minutes=1)
"""Notes that come no later than this after the one that was replied to belong to it. A person who
sends more after that is answered again."""
MOST = 1_000


class RefusedVoices:
    """Remembers the chats whose voice note was refused just now. After a restart in between, a
    series is answered once more, which does no harm."""

    def __init__(self) -> None:
        self._last: dict[int, datetime] = {}

    def said_lately(self, turn: Turn, refusal: Refusal) -> bool:
        """Whether this refusal was the reply to a voice note just before."""
        message, chat = turn.update.message, turn.parsed.chat
        if not isinstance(refusal, VoiceNotHere) or message is None or chat is None:
            return False
        last = self._last.get(chat)
        return last is not None and abs(message.date - last) <= ONE_SERIES

    def note(self, turn: Turn, refusal: Refusal | None = None) -> None:
        """Remember how an update ended, once that has committed."""
        message, chat = turn.update.message, turn.parsed.chat
        if refusal is not None and self.said_lately(turn, refusal):
            return
        if chat is not None:
            self._last.pop(chat, None)
        if isinstance(refusal, VoiceNotHere) and message is not None and chat is not None:
            self._last[chat] = message.date
            while len(self._last) > MOST:
                del self._last[next(iter(self._last))]
