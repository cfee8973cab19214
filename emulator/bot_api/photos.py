"""Photos: checks of format and dimensions, and the smaller copies Telegram makes."""

import struct
from collections.abc import Callable, Mapping

from emulator.bot_api.errors import bad_request
from emulator.chat import Json, Photo

_LONGEST_SIDES = (90, 320, 800, 1280)  # of the smaller copies, in pixels
_LARGEST_SUM = 10_000  # width and height together
_LARGEST_RATIO = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # segments that hold the size


def measured(content: bytes, file_id: str) -> Photo:
    """The picture with its size, read from the file. Raises ApiError unless a valid PNG or JPEG."""
    found = next((kind for start, kind in _KINDS.items() if content.startswith(start)), None)
    size = found[1](content) if found else None
    if found is None or size is None or not all(size):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > _LARGEST_SUM or max(size) > _LARGEST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return Photo(content, found[0], *size, file_id)


def sizes(photo: Photo) -> list[Json]:
    """The sizes as the Bot API lists them: smaller copies first, the picture itself last."""
    longest = max(photo.width, photo.height)
    found = [_size(photo, side / longest, str(side)) for side in _LONGEST_SIDES if side < longest]
    return [*found, {**_size(photo, 1.0, "whole"), "file_size": len(photo.content)}]


def _size(photo: Photo, scale: float, name: str) -> Json:
    # The whole picture keeps its own id, so that the last size can be used to send it again.
    file_id = photo.file_id if name == "whole" else f"{photo.file_id}-{name}"
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "width": max(1, round(photo.width * scale)),
        "height": max(1, round(photo.height * scale)),
    }


def _png_size(content: bytes) -> tuple[int, int] | None:
    if len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments: each is a marker, its kind, and the length of its data."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if kind in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


_KINDS: Mapping[bytes, tuple[str, Callable[[bytes], tuple[int, int] | None]]] = {
    _PNG: ("image/png", _png_size),
    _JPEG: ("image/jpeg", _jpeg_size),
}
