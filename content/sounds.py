"""What is a sound: Ogg as phones make it, MP3 or M4A, by its bytes and not by its name."""

from __future__ import annotations

PAGE_HEAD = 27
"""Bytes of an Ogg page before the lengths of its pieces."""
OGG, MP3, M4A = "audio/ogg", "audio/mpeg", "audio/mp4"


def kind_of(content: bytes) -> str | None:
    """The kind of a whole recording; None for anything else. Whoever listens hears whether there is
    anything in it."""
    if content.startswith(b"OggS"):
        return OGG if _is_whole_ogg(content) else None
    if len(content) <= PAGE_HEAD:
        return None
    if content[:3] == b"ID3" or (content[:1] == b"\xff" and content[1:2] >= b"\xe0"):
        return MP3
    return M4A if content[4:8] == b"ftyp" else None


def is_sound(content: bytes) -> bool:
    """Whether these bytes are a whole recording."""
    return kind_of(content) is not None


def is_opus(content: bytes) -> bool:
    """Whether an Ogg file holds Opus, which every phone plays as a voice message."""
    pieces = content[PAGE_HEAD - 1] if len(content) >= PAGE_HEAD else 0
    return content[PAGE_HEAD + pieces :].startswith(b"OpusHead")


def _is_whole_ogg(content: bytes) -> bool:
    """Whether it is pages up to its end, and more than the first, which only says what it is."""
    at = pages = 0
    while at < len(content):
        if content[at : at + 4] != b"OggS" or len(content) < at + PAGE_HEAD:
            return False
        pieces = content[at + PAGE_HEAD - 1]
        begin = at + PAGE_HEAD + pieces
        at = begin + sum(content[at + PAGE_HEAD : begin])
        pages += 1
    return at == len(content) and pages > 1
