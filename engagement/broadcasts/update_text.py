"""Limits of the text of an update."""

from __future__ import annotations

import unicodedata

from content.typed_words import characters, room
from engagement.errors import TextEmpty, TextTakesTooMuchRoom, TextTooLong

LONGEST_UPDATE = 3000
"""Characters an author may write, as people count them."""
MOST_ROOM = 3600
"""UTF-16 code units an author's text may take. Telegram's limit of 4,096 includes our header and
footer."""

_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Embeddings, overrides and isolates: with them a text can show another address than it has."""


def check_update(text: str) -> str:
    """The text without spaces around it, and without signs that turn the direction of what
    follows. Raises TextEmpty, TextTooLong, TextTakesTooMuchRoom."""
    text = text.translate(_TURNS)
    if not any(unicodedata.category(sign)[0] not in "ZC" for sign in text):
        # Nobody can see spaces and zero-width characters.
        raise TextEmpty
    check_size(length=characters(text), taken=room(text))
    return text.strip()


def check_size(*, length: int, taken: int) -> None:
    """Raise TextTooLong or TextTakesTooMuchRoom for a text of this many characters that takes this
    room."""
    if length > LONGEST_UPDATE:
        raise TextTooLong(length=length, most=LONGEST_UPDATE)
    if taken > MOST_ROOM:
        raise TextTakesTooMuchRoom(length=length, most=length * MOST_ROOM // taken)
