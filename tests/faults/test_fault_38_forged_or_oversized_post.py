"""A forged, oversized or meaningless post has no effect, stores nothing, and never gets a 5xx.

Fails without the endpoint's check of the secret, its size limit, and what `_update_in` refuses.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from posting import WORD, posting_house, words_of

from content.library import Library
from web.webhook_posts import LARGEST

FORGED = [
    None,
    "",
    "another-word-altogether",
    WORD[:-1],
    f"{WORD}x",
    WORD.upper(),
    f"{WORD},{WORD}",
]


async def test_fault_38_a_forged_post_has_no_effect(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for word in FORGED:
            assert await here.post(words_of(7, "/start", 1), word=word) == 403, word
        assert await here.post(words_of(8, "/start", 2)) == 200
        await here.until(lambda: here.service.idle)
        assert here.stored() == 1
        assert here.telegram.said("Hello.") == 1


async def test_fault_38_any_strange_byte_in_the_secret_is_refused(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    strange = [b"\xff\xfe\x80", WORD.encode() + b"\xe9", "żółw".encode(), b"\xc3\x28", b"a" * 5000]
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for word in strange:
            head = [b"X-Telegram-Bot-Api-Secret-Token: " + word, b"Content-Length: 2"]
            assert (await spoken(here.door, head, b"{}")).startswith(b"HTTP/1.1 403 ")
        twice = [b"X-Telegram-Bot-Api-Secret-Token: " + WORD.encode()] * 2 + [b"Content-Length: 2"]
        assert (await spoken(here.door, twice, b"{}")).startswith(b"HTTP/1.1 403 ")
        assert here.stored() == 0


async def test_fault_38_the_body_of_a_forged_post_is_not_waited_for(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        # It announces a body and never sends it: a server that read on would never answer.
        said = await spoken(here.door, [b"Content-Length: 500"], b"")
        assert said.startswith(b"HTTP/1.1 403 ")
        assert b"connection: close" in said


async def test_fault_38_an_oversized_post_is_not_read_further(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    word = b"X-Telegram-Bot-Api-Secret-Token: " + WORD.encode()
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        # Too large by its own header, though none of it is sent.
        for length in (LARGEST + 1, 10**17):
            said = await spoken(here.door, [word, b"Content-Length: %d" % length], b"")
            assert said.startswith(b"HTTP/1.1 413 ")
        # In chunks, with no length given, and without an end.
        piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        said = await spoken(here.door, [word, b"Transfer-Encoding: chunked"], piece * 17)
        assert said.startswith(b"HTTP/1.1 413 ")
        assert here.stored() == 0


async def test_fault_38_a_post_of_a_megabyte_is_accepted(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        update = json.dumps(words_of(7, "/start", 1)).encode()
        padded = update + b" " * (LARGEST - len(update))
        assert await here.post(io.BytesIO(padded)) == 200
        assert await here.post(in_pieces(padded), chunked=True) == 200
        assert here.stored() == 1


async def test_fault_38_a_length_that_lies_never_makes_an_update(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    word = b"X-Telegram-Bot-Api-Secret-Token: " + WORD.encode()
    update = json.dumps(words_of(7, "/start", 1)).encode()
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        # Shorter than the body: the first bytes aren't JSON, and the rest isn't a request.
        said = await spoken(here.door, [word, b"Content-Length: 10"], update)
        assert said.startswith(b"HTTP/1.1 200 ")
        assert b"HTTP/1.1 5" not in said
        for wrong in (b"Content-Length: -1", b"Content-Length: many", b"Content-Length: 1e3"):
            said = await spoken(here.door, [word, wrong], update)
            assert said.startswith(b"HTTP/1.1 400 ")
        assert here.stored() == 0


NO_UPDATES = [
    b"", b"{", b"null", b"7", b"[]", b'"text"', b"not json", b"\x00\xff\xfe", b"{}",
    b'{"update_id":"7"}', b'{"update_id":null}', b'{"update_id":true}', b'{"update_id":7.0}',
    b'{"update_id":-1}', b'{"update_id":[7]}', b'{"update_id":9223372036854775808}',
    b'{"update_id":1e400}', b'{"update_id":NaN}', b'{"update_id":%s}' % (b"9" * 5000),
    b'[{"update_id":7}]', b"[" * 100_000, b'{"a":' * 100_000,
    b'{"update_id":7}}', b"\xef\xbb\xbf{}",
]  # fmt: skip


async def test_fault_38_a_post_that_is_not_an_update_is_confirmed_at_once(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for body in NO_UPDATES:
            assert await here.post(body) == 200, body[:40]
        assert here.stored() == 0
        _, figures, _ = await here.get("/metrics")
        assert "wardmote_updates_set_aside_total 0.0" in figures
        counted = re.findall(r"^wardmote_posts_refused_total.* ([\d.]+)$", figures, re.MULTILINE)
        assert sum(map(float, counted)) == len(NO_UPDATES)


def nested(depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"id": 7}
    for _ in range(depth):
        found = {"chat": found, "x": [found]} if depth < 12 else {"chat": found}
    return found


WRONG_TYPES: list[Any] = [
    None, 7, -1, "text", [], {}, [[]], True, 1e308, {"from": 7}, {"from": {"id": "7"}},
    {"from": {"id": 2**63}}, {"chat": {"id": [7]}}, {"chat": {"id": True}}, {"text": 7},
    {"text": ["/start"]}, {"text": {"a": "b"}}, {"data": {"m": 1}}, {"message": "text"},
    {"message": {"chat": "private"}}, {"location": {"latitude": "51", "longitude": []}},
    {"entities": {"offset": -1}}, {"date": "yesterday"}, {"date": 10**20}, {"message_id": None},
    {"first_name": {"a": "\x00"}}, {"chat": {"id": 7, "type": 7}, "text": "\x00", "date": 1},
    nested(10), nested(300), nested(900),
]  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["message", "edited_message", "callback_query", "my_chat_member", "poll", "unheard_of"]
)
async def test_fault_38_wrong_types_inside_an_update_stop_nobody(
    buckinghamshire: Library, tmp_path: Path, migrated: Path, kind: str
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for number, body in enumerate(WRONG_TYPES, start=1):
            assert await here.post({"update_id": number, kind: body}) == 200, str(body)[:40]
        # However those were handled, the next person is served.
        assert await here.post(words_of(8, "/start", 1000)) == 200
        await here.until(lambda: here.telegram.said("Hello."))
        assert here.telegram.said("You're in") == 0


@pytest.mark.parametrize("number", [2**52, 2**63 + 5, -(2**63) - 5])
async def test_fault_38_an_impossible_sender_id_stops_nobody(
    buckinghamshire: Library, tmp_path: Path, migrated: Path, number: int
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for update_id, words in enumerate(["good morning", "/start"], start=1):
            assert await here.post(words_of(number, words, update_id)) == 200
        assert await here.post(words_of(8, "/start", 3)) == 200
        await here.until(lambda: here.telegram.said("Hello."))
        assert here.stored() == 3


async def test_fault_38_an_unstorable_update_keeps_its_id_and_the_others_are_whole(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        # Half a surrogate pair: the web door repairs it, and no database stores it.
        texts = {1: "/start", 2: "\ud800", 3: "/start"}
        took = [here.service.bot.receiver.take(words_of(n, text, n)) for n, text in texts.items()]
        assert await asyncio.gather(*took) == [True, True, True]
        await here.until(lambda: here.telegram.said("Hello.") == 2)
        assert here.stored() == 3


async def in_pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 10_000):
        yield body[start : start + 10_000]


async def spoken(door: str, head: list[bytes], body: bytes) -> bytes:
    """The response to a request written by hand, within five seconds."""
    host, _, port = door.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = [b"POST /telegram HTTP/1.1", b"Host: wardmote", *head, b"", b""]
    writer.write(b"\r\n".join(lines) + body)
    async with asyncio.timeout(5):
        said = await reader.read(65536)
    writer.close()
    return said
