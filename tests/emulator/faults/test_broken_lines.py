"""Lines that break or crawl, each in its own way, whether or not the call took effect."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import aiohttp
import pytest
from bot_side import BotSide

from emulator import CutAfter, CutBefore, CutMidway, Drip, Emulator, Fault, Hang, Phone, Reset


@asynccontextmanager
async def posted(bot: BotSide, chat_id: int) -> AsyncIterator[asyncio.StreamReader]:
    """A bare connection on which sendMessage has just been asked for."""
    parts = urlsplit(bot.root)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    body = json.dumps({"chat_id": chat_id, "text": "Hi"})
    writer.write(
        f"POST {parts.path}/sendMessage HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
    )
    try:
        yield reader
    finally:
        writer.transport.abort()


@pytest.mark.parametrize("done", [False, True])
async def test_a_reset_is_a_reset_and_no_quiet_end(
    telegram: Emulator, amina: Phone, bot: BotSide, done: bool
) -> None:
    telegram.faults.next("sendMessage", Reset(done=done))
    async with posted(bot, amina.user_id) as reader:
        with pytest.raises(ConnectionResetError):
            await reader.read()
    assert (telegram.count_sent, telegram.in_flight) == (done, 0)


@pytest.mark.parametrize(("fault", "arrived"), [(CutBefore(), 0), (CutAfter(), 1)])
async def test_a_cut_line_ends_without_a_byte(
    telegram: Emulator, amina: Phone, bot: BotSide, fault: Fault, arrived: int
) -> None:
    telegram.faults.next("sendMessage", fault)
    async with posted(bot, amina.user_id) as reader:
        assert await reader.read() == b""
    assert telegram.count_sent == arrived


async def test_a_client_sees_a_reset_too(telegram: Emulator, amina: Phone, bot: BotSide) -> None:
    telegram.faults.next("sendMessage", Reset())
    with pytest.raises(aiohttp.ClientOSError):
        await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")


async def test_half_an_answer_to_a_call_that_was_done(
    telegram: Emulator, amina: Phone, bot: BotSide, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.next("sendMessage", CutMidway())
    async with posted(bot, amina.user_id) as reader:
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert body.startswith(b'{"ok": true')
    promised = next(line for line in head.split(b"\r\n") if line.startswith(b"Content-Length"))
    assert int(promised.split()[1]) // 2 == len(body)
    assert telegram.count_sent == 1
    telegram.faults.next("sendMessage", CutMidway())
    with pytest.raises(aiohttp.ClientPayloadError):
        await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_an_answer_may_trickle_in(telegram: Emulator, amina: Phone, bot: BotSide) -> None:
    telegram.faults.next("sendMessage", Drip(0.3))
    began = time.monotonic()
    async with posted(bot, amina.user_id) as reader:
        await reader.readuntil(b"\r\n\r\n")
        assert telegram.count_sent == 1
        assert not telegram.idle
        text, pieces = b"", 0
        while not text.endswith(b"}}"):
            text += await reader.read(10_000)
            pieces += 1
    assert json.loads(text)["result"]["text"] == "Hi"
    assert pieces > 5
    assert 0.25 < time.monotonic() - began < 5


async def test_a_client_that_leaves_a_trickle_leaves_nothing_behind(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.faults.next("sendMessage", Drip(60))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")
    await amina.settled(timeout=2)
    assert amina.last is not None


@pytest.mark.parametrize("fault", [Drip(0.05), CutMidway()])
async def test_a_client_that_leaves_at_once_breaks_nothing(
    telegram: Emulator, amina: Phone, bot: BotSide, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.next("sendMessage", fault, times=20)
    for turns in range(20):
        async with posted(bot, amina.user_id):
            for _ in range(turns):
                await asyncio.sleep(0)
    await asyncio.sleep(0.1)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), 86_401])
def test_no_fault_lasts_for_ever(seconds: float) -> None:
    for kind in (Hang, Drip):
        with pytest.raises(ValueError, match="between 0 and 86400 seconds"):
            kind(seconds)
