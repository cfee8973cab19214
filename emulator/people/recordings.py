"""Recordings as a phone makes them: Opus in Ogg, here of silence and of any length."""

import struct

_HEAD = b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"
_TAGS = b"OpusTags\x04\x00\x00\x00mute\x00\x00\x00\x00"
_SILENCE = b"\xf8\xff\xfe"  # a frame of 20 ms
_A_SECOND = 48_000  # samples, as Ogg counts them
_FRAMES = 50  # in a second
_BEGINS, _ENDS = 2, 4
_POLYNOMIAL = 0x04C11DB7


def recording(seconds: int, *, filled: int = 0) -> bytes:
    """A recording of silence. ``filled`` adds that many bytes to its comments."""
    packets = [_page([_HEAD], 0, 0, _BEGINS), *_tags(filled)]
    for second in range(max(1, seconds)):
        last = _ENDS if second + 1 >= seconds else 0
        frames = [_SILENCE] * _FRAMES
        packets.append(_page(frames, len(packets), (second + 1) * _A_SECOND, last))
    return b"".join(packets)


def _tags(filled: int) -> list[bytes]:
    """The comments, in pages of their own: one holds at most 255 pieces of 255 bytes."""
    pages, left = [_page([_TAGS], 1, 0, 0)], filled
    while left > 0:
        size = min(left, 250 * 254)
        whole, rest = divmod(size, 254)
        pieces = [b"\x00" * 254] * whole + ([b"\x00" * rest] if rest else [])
        pages.append(_page(pieces, len(pages) + 1, 0, 0))
        left -= size
    return pages


def _page(packets: list[bytes], number: int, position: int, kind: int) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, kind, position, 1, number, 0, len(lengths))
    page = head + lengths + b"".join(packets)
    return page[:22] + struct.pack("<I", _checksum(page)) + page[26:]


def _table() -> tuple[int, ...]:
    found = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (_POLYNOMIAL if value & 0x80000000 else 0)
        found.append(value & 0xFFFFFFFF)
    return tuple(found)


_TABLE = _table()


def _checksum(page: bytes) -> int:
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ _TABLE[(value >> 24) ^ byte]
    return value
