"""While the database is away: whoever writes or taps is told that we cannot save it just now."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from bot.commits import Away, where
from bot.screens import Screen
from bot.sending.calls import LONGEST_TOAST, Calls, TokenRefused
from content.words import Words
from engagement.people.redaction import sender_of

log = structlog.get_logger("bot.receiving.outage")

MOST_CHATS = 10_000
"""Chats remembered as told, and sentences waiting to be said, in one outage."""


class Outage:
    """Tells each chat once an outage, without the database.

    The language is the sender's own phone's, where the council has it; the person's choice here
    stands in the database, which is away. Before ``patience`` seconds nobody is told anything:
    most troubles are over sooner.
    """

    def __init__(
        self, calls: Calls, words: Words, languages: tuple[str, ...], patience: float
    ) -> None:
        self._patience = patience
        self._calls = calls
        self._words = words
        self._languages = languages
        self._told: set[int] = set()
        self._number = 0
        self._to_tell: asyncio.Queue[tuple[int, str, str]] = asyncio.Queue(MOST_CHATS)

    def tell(self, update: Mapping[str, Any], away: Away) -> None:
        """This update waits for the database. Only notes it, for ``serve``.

        Whoever only blocked us, or a group, is told nothing.
        """
        if away.number != self._number:
            # A new outage: everybody may be told again.
            self._number = away.number
            self._told.clear()
        chat = sender_of(update)[1]
        tap = update.get("callback_query")
        body = tap or update.get("message") or update.get("edited_message")
        if away.seconds < self._patience or not isinstance(body, Mapping):
            return
        if chat is None or not 0 < chat < 1 << 52 or chat in self._told:
            return
        if len(self._told) >= MOST_CHATS or self._to_tell.full():
            return
        self._told.add(chat)
        query = str(tap.get("id", "")) if isinstance(tap, Mapping) else ""
        self._to_tell.put_nowait((chat, query, self._language(body)))

    async def serve(self) -> None:
        """Say what is to be said, until cancelled. Raises TokenRefused."""
        while True:
            chat, query, language = await self._to_tell.get()
            try:
                await self._say(chat, query, language)
            except TokenRefused:
                raise
            except Exception as trouble:
                log.error("a reply failed", **where(trouble))

    async def _say(self, chat: int, query: str, language: str) -> None:
        text = self._words.plain("trouble-saving", language)
        if query and len(text) <= LONGEST_TOAST and await self._calls.answer(query, text):
            return
        again = self._words.html("sent-again", language)
        screen = Screen(self._words.html("trouble-saving", language))
        await self._calls.send(chat, screen, again=again)

    def _language(self, body: Mapping[str, Any]) -> str:
        sender = body.get("from")
        code = sender.get("language_code") if isinstance(sender, Mapping) else None
        short = code[:2] if isinstance(code, str) else "en"
        return short if short in self._languages else "en"
