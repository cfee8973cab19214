"""Entities Telegram finds by itself: commands, mentions, hashtags, links, email addresses."""

import re
from collections.abc import Iterator

from emulator.chat import Json

_FOUND = re.compile(
    r"(?P<url>\b(?:https?://|www\.|t\.me/)[^\s<>\"]*[^\s<>\".,;:!?)\]'])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)
_MAY_CONTAIN_ONE = re.compile(r"[/@#]|www\.")
_CLOSED = frozenset({"code", "pre", "text_link"})


def detect(text: str, entities: list[Json]) -> Iterator[Json]:
    """Entities the sender didn't mark; none inside code or a link."""
    if not _MAY_CONTAIN_ONE.search(text):
        return
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in _CLOSED
    ]
    for found in _FOUND.finditer(text):
        begin = _units(text[: found.start()])
        length = _units(found.group())
        if not any(left < begin + length and begin < right for left, right in taken):
            yield {"offset": begin, "length": length, "type": found.lastgroup}


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
