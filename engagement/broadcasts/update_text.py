"""Limits of the text of an update."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from content.schema.opening import LONGEST_OTHER_WAYS
from content.typed_words import characters, room
from engagement.errors import TextEmpty, TextTakesTooMuchRoom, TextTooLong

LONGEST_UPDATE = 3000
"""Characters an author may write, as people count them."""
LONGEST_MESSAGE = 4096
"""Telegram's limit, in UTF-16 code units."""
FRAME = 496 + 1 + LONGEST_OTHER_WAYS
"""Those that our heading and the lines around a text take at most, with the ways without Telegram
below an invitation."""
MOST_ROOM = LONGEST_MESSAGE - FRAME
"""Those that an author's text may take."""
ECHO_ROOM = 1200
"""Those that an echo takes besides: our words, a question and three of its answers."""
LONGEST_IN_ECHO = 160
"""Characters of a question in an echo."""
THE_REST = "… /news"
"""After a text that is cut: where the whole of it can be read."""
HEADING = 30
"""UTF-16 code units of the word above a correction."""

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


def as_corrected(text: str, corrections: Sequence[str]) -> tuple[str, Sequence[str]]:
    """A text and what was wrong in it, as they fit into one message together. It is the wrong text
    that is cut: each correction is about something else. Where they are too long by themselves, the
    oldest are cut, and one is left out only where the last takes all the room. What is cut says
    where the whole can be read."""
    if not corrections:
        return text, ()
    *earlier, last = corrections
    # Each of the others, and the text, may be cut to where the rest can be read.
    least = len(corrections) * (HEADING + room(THE_REST))
    left, shown = MOST_ROOM - least - room(last), [last]
    for one in reversed(earlier):
        left += room(THE_REST)
        shown.insert(0, one if room(one) <= left else _cut(one, left))
        left -= room(shown[0])
    left += room(THE_REST)
    return text if room(text) <= left else _cut(text, left), [one for one in shown if one]


def _cut(text: str, most: int) -> str:
    """Whole words from the beginning of a text that take this room with ``THE_REST``; empty where
    there is room for none of it."""
    words = re.findall(r"\s*\S+", text)
    taken = [*accumulate(room(word) for word in words)]
    count = sum(1 for so_far in taken if so_far + room(THE_REST) <= most)
    return "".join(words[:count]) + THE_REST if room(THE_REST) <= most else ""


def fitting(rooms: Sequence[int]) -> int:
    """How many texts fit into one message, from the first on, each with its own heading. One text
    always does."""
    whole = accumulate(one + FRAME for one in rooms)
    return max(1, sum(1 for so_far in whole if so_far <= LONGEST_MESSAGE))
