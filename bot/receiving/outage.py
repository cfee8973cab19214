"""Notices to people who write or tap while the database is away: we cannot save it just now."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from bot.commits import OngoingOutage, error_fields
from bot.screens import Screen
from bot.sending.calls import LONGEST_TOAST, Calls, TokenRefused
from content.words import Words
from engagement.people.redaction import sender_of

log = structlog.get_logger("bot.receiving.outage")

MOST_CHATS = 10_000
"""Chats remembered as notified, and notices waiting to be sent, in one outage."""


class OutageNotices:
    """Notifies each chat once per outage, without using the database.

    The language is that of the sender's phone, if the council has it; the language they chose is
    in the database, which is away. Before ``patience`` seconds nobody is notified: most outages
    end sooner.
    """

    def __init__(
        self, calls: Calls, words: Words, languages: tuple[str, ...], patience: float
    ) -> None:
        self._patience = patience
        self._calls = calls
        self._words = words
        self._languages = languages
        self._notified: set[int] = set()
        self._number = 0
        self._to_notify: asyncio.Queue[tuple[int, str, str]] = asyncio.Queue(MOST_CHATS)

    def notify(self, update: Mapping[str, Any], outage: OngoingOutage) -> None:
        """Note for ``serve`` that this update is waiting for the database.

        Nothing is sent to groups, or to people who only blocked us.
        """
        if outage.number != self._number:
            # A new outage: everybody may be notified again.
            self._number = outage.number
            self._notified.clear()
        chat = sender_of(update)[1]
        tap = update.get("callback_query")
        body = tap or update.get("message") or update.get("edited_message")
        if outage.seconds < self._patience or not isinstance(body, Mapping):
            return
        if chat is None or not 0 < chat < 1 << 52 or chat in self._notified:
            return
        if len(self._notified) >= MOST_CHATS or self._to_notify.full():
            return
        self._notified.add(chat)
        query = str(tap.get("id", "")) if isinstance(tap, Mapping) else ""
        self._to_notify.put_nowait((chat, query, self._language(body)))

    async def serve(self) -> None:
        """Send the notices until cancelled. Raises TokenRefused."""
        while True:
            chat, query, language = await self._to_notify.get()
            try:
                await self._send(chat, query, language)
            except TokenRefused:
                raise
            except Exception as error:
                log.error("a reply failed", **error_fields(error))

    async def _send(self, chat: int, query: str, language: str) -> None:
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
