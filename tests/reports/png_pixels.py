"""The pixels of a PNG, read by the format's own rules and none of the drawing library's."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 6: 4}


@dataclass(frozen=True)
class Picture:
    """Rows of (red, green, blue)."""

    width: int
    height: int
    rows: list[list[tuple[int, int, int]]]

    def places_of(self, colour: str) -> list[tuple[int, int]]:
        """Where (x, y) a colour such as "#1F7F78" stands."""
        wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
        return [
            (x, y)
            for y, row in enumerate(self.rows)
            for x, pixel in enumerate(row)
            if pixel == wanted
        ]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    assert png.startswith(SIGNATURE)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def picture(png: bytes) -> Picture:
    """The picture of a PNG with 8 bits a channel, not interlaced."""
    width, height = size_of(png)
    depth, kind, _, _, interlaced = png[24:29]
    assert (depth, interlaced) == (8, 0)
    step = CHANNELS[kind]
    data = zlib.decompress(_data(png))
    length = width * step
    above = bytes(length)
    rows = []
    for start in range(0, height * (length + 1), length + 1):
        above = _unfiltered(data[start], data[start + 1 : start + 1 + length], above, step)
        rows.append([(above[x], above[x + 1], above[x + 2]) for x in range(0, length, step)])
    return Picture(width, height, rows)


def _data(png: bytes) -> bytes:
    found, place = b"", len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            found += png[place + 8 : place + 8 + length]
        place += length + 12
    return found


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    row = bytearray(line)
    for at, value in enumerate(line):
        left = row[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        row[at] = (value + _guess(kind, left, above[at], corner)) & 0xFF
    return bytes(row)


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 3:
        return (0, left, up)[kind]
    if kind == 3:
        return (left + up) // 2
    first = left + up - corner
    return min((left, up, corner), key=lambda one: abs(first - one))


def luminance(colour: str) -> float:
    """Relative luminance, by the formula of WCAG 2."""
    parts = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, by the formula of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
