"""A text that was written with links and styles, as the plain text that is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LINK = "text_link"
_STYLES = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
     "expandable_blockquote", "code", "pre", "custom_emoji", "text_mention"}
)  # fmt: skip
_UNIT = 2
"""Bytes: Telegram counts a text in UTF-16 code units."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A style of part of a text, by Telegram's name, with offset and length in UTF-16 code units.
    ``url`` is the address behind a link, if it is known."""

    style: str
    offset: int
    length: int
    url: str | None = None


def plain_text(text: str, marks: Sequence[Mark]) -> tuple[str, bool]:
    """The text with the address of each link behind its words, and whether anything is lost.

    People can tap an address as well as the words, and see where it leads.
    """
    lost = any(mark.style in _STYLES or (mark.style == LINK and not mark.url) for mark in marks)
    units = text.encode("utf-16-le")
    links = [mark for mark in marks if mark.style == LINK and mark.url]
    for link in sorted(links, key=lambda mark: -mark.offset):
        begin, end = link.offset * _UNIT, (link.offset + link.length) * _UNIT
        words = units[begin:end].decode("utf-16-le", "replace")
        if _bare(words) == _bare(link.url or ""):
            continue
        end -= (len(words) - len(words.rstrip())) * _UNIT
        units = units[:end] + f" ({link.url})".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le", "replace"), lost


def _bare(address: str) -> str:
    """An address as people write it."""
    return address.strip().casefold().split("://")[-1].rstrip("/")
