"""Limits of the text of an update."""

from __future__ import annotations

from content.typed_words import characters
from engagement.errors import TextEmpty, TextTakesTooMuchRoom, TextTooLong

LONGEST_UPDATE = 3000
"""Characters an author may write, as people count them."""
MOST_ROOM = 3600
"""UTF-16 code units an author's text may take. Telegram's limit of 4,096 includes our header and
footer."""


def check_update(text: str) -> str:
    """The text without spaces around it. Raises TextEmpty, TextTooLong, TextTakesTooMuchRoom."""
    if not text.strip():
        raise TextEmpty
    length = characters(text)
    if length > LONGEST_UPDATE:
        raise TextTooLong(length=length, most=LONGEST_UPDATE)
    # Telegram counts UTF-16 code units: an emoji is two or more.
    room = len(text.encode("utf-16-le")) // 2
    if room > MOST_ROOM:
        raise TextTakesTooMuchRoom(length=length, most=length * MOST_ROOM // room)
    return text.strip()
