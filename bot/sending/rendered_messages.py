"""A broadcast's messages as JSON bytes, rendered once for each wording and language."""

from __future__ import annotations

import html
import re
from typing import Any

import orjson

from bot.screens import Screen
from bot.views.broadcast_message import together
from bot.views.localiser import Localiser
from content.words import Html, Words
from usecases.broadcasts.deliver import OutgoingMessage
from usecases.world import World

MOST_KEPT = 256
Key = tuple[tuple[tuple[int, str, str, tuple[str, ...]], ...], bool, bool, bool]


class RenderedMessages:
    """A cache of rendered messages, emptied when the council's files are reloaded, and when staff
    have decided about a consultation: it may close on another day."""

    def __init__(self, world: World, words: Words) -> None:
        self._world = world
        self._words = words
        self._library, self._loaded = world.library, world.loaded
        self._kept: dict[Key, bytes] = {}

    def body(self, parcel: OutgoingMessage, *, marked: bool = True) -> bytes:
        """sendMessage's JSON for this delivery: HTML, or plain text if not ``marked``."""
        world = self._world
        changed = self._library is not world.library or self._loaded is not world.loaded
        if changed or len(self._kept) > MOST_KEPT:
            self._library, self._loaded = world.library, world.loaded
            self._kept.clear()
        editions = tuple(part.edition for part in parcel.parts)
        key = (editions, parcel.again, parcel.more_waits, marked)
        if key not in self._kept:
            self._kept[key] = self._render(parcel, marked=marked)
        return b'{"chat_id":%d,%b' % (parcel.chat_id, self._kept[key])

    def _render(self, parcel: OutgoingMessage, *, marked: bool) -> bytes:
        say = Localiser(self._words, parcel.language, self._world)
        wordings = [part.wording for part in parcel.parts]
        screen = together(say, wordings, more_waits=parcel.more_waits)
        text = screen.text
        if parcel.again:
            text = Html(f"{say.html('sent-again')}\n{text}")
        body = message(Screen(text, screen.rows), marked=marked)
        return orjson.dumps(body)[1:]


def message(screen: Screen, *, marked: bool = True) -> dict[str, Any]:
    """sendMessage's body without the chat: HTML, or plain text if not ``marked``; no link previews,
    and the buttons if there are any."""
    body: dict[str, Any] = {
        "text": screen.text if marked else unmarked(screen.text),
        "link_preview_options": {"is_disabled": True},
    }
    if marked:
        body["parse_mode"] = "HTML"
    if screen.rows or screen.location or screen.keyboard_away:
        body["reply_markup"] = screen.markup
    if screen.thread is not None:
        body["message_thread_id"] = screen.thread
    if screen.silent:
        body["disable_notification"] = True
    return body


def unmarked(text: Html) -> str:
    """A text without its tags, as it reads."""
    return html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text))
