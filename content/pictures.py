"""What is a picture that people can be sent: JPEG or PNG, with its width and height."""

from __future__ import annotations

import struct
from typing import NamedTuple

JPEG, PNG = "image/jpeg", "image/png"
_PNG_BEGINS, _PNG_ENDS = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_NO_SIZE = {0xC4, 0xC8, 0xCC}
"""Segments among those of a JPEG's size that hold something else."""


class Pixels(NamedTuple):
    """A picture's kind and size."""

    kind: str
    width: int
    height: int


def measured(content: bytes) -> Pixels | None:
    """The kind and the size of a picture; None for bytes that are no JPEG or PNG."""
    if content.startswith(_PNG_BEGINS) and content.endswith(_PNG_ENDS):
        width, height = struct.unpack(">II", content[16:24])
        return Pixels(PNG, width, height)
    size = _of_jpeg(content) if content.startswith(b"\xff\xd8\xff") else None
    return None if size is None else Pixels(JPEG, *size)


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    """Width and height, from the segment that holds them; each says how long it is."""
    at = 2
    while content[at : at + 1] == b"\xff" and at + 9 <= len(content):
        marker, length = struct.unpack(">BH", content[at + 1 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
