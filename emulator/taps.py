"""Taps waiting for the bot's answer: each can be answered once, within 150 seconds."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from emulator.updates import TAP_LIFE


@dataclass(frozen=True, slots=True)
class Tap:
    """Who tapped, in which chat, and until when an answer would be shown."""

    user_id: int
    chat_id: int
    expires_at: datetime


class Taps:
    """The open taps by query id, oldest first."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._open: OrderedDict[str, Tap] = OrderedDict()

    def open(self, query_id: str, user_id: int, chat_id: int) -> None:
        now = self._now()
        while self._open and next(iter(self._open.values())).expires_at <= now:
            self._open.popitem(last=False)
        self._open[query_id] = Tap(user_id, chat_id, now + TAP_LIFE)

    def answer(self, query_id: str) -> Tap | None:
        """Close a tap; None if it is unknown, expired or already answered."""
        tap = self._open.pop(query_id, None)
        return tap if tap is not None and tap.expires_at > self._now() else None

    def expire(self) -> None:
        """Let all open taps expire."""
        self._open.clear()
