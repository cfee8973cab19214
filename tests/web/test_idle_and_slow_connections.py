"""Many who connect and say nothing, or speak slowly, keep nobody else out and fill no log. P7."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
import structlog
from posting import free_port

from wardmote.service.logs import LibraryHandler
from web.connections import DoorLimits
from web.door import open_door
from web.routes import Answer, site

LIMITS = DoorLimits(connections=40, from_one_client=20, header_seconds=0.4, request_seconds=0.8)
GET = b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n"
HERE = "127.0.0.1"


HELD: list["Line"] = []
"""Every client of the test that is running."""


@asynccontextmanager
async def door(limits: DoorLimits = LIMITS) -> AsyncIterator[int]:
    """The port of a door with two pages, until the block ends and every client has hung up."""

    async def page() -> Answer:
        return Answer(200, b"fine", "text/plain")

    async def slow() -> Answer:
        await asyncio.sleep(60)
        return Answer(200, b"late", "text/plain")

    async def large() -> Answer:
        return Answer(200, bytes(1 << 22), "text/plain")

    port = free_port()
    app = site({"/healthz": page, "/slow": slow, "/large": large}, {})
    async with open_door(HERE, port, app, limits):
        try:
            yield port
        finally:
            for line in HELD:
                line.writer.transport.abort()
            HELD.clear()
            await asyncio.sleep(0.1)


class Line:
    """One client of the door."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def asks(self, words: bytes = GET) -> bytes:
        """The response, or b"" where the door closed the connection."""
        self.writer.write(words)
        try:
            async with asyncio.timeout(2):
                return await self.reader.readuntil(b"fine")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""

    async def is_closed(self, within: float) -> bool:
        try:
            async with asyncio.timeout(within):
                while await self.reader.read(1000):
                    pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True


async def connected(port: int, address: str = HERE) -> Line:
    line = Line(*await asyncio.open_connection(HERE, port, local_addr=(address, 0)))
    HELD.append(line)
    return line


async def closed_of(lines: list[Line], within: float = 0.1) -> int:
    return sum(await asyncio.gather(*(line.is_closed(within) for line in lines)))


async def test_idle_clients_beyond_the_limit_are_closed_the_oldest_first() -> None:
    """P7."""
    async with door() as port:
        lines = [await connected(port) for _ in range(25)]
        assert await closed_of(lines[:5]) == 5
        assert await closed_of(lines[5:]) == 0
        assert b"200 OK" in await (await connected(port)).asks()


async def test_many_addresses_together_have_a_limit_too_and_a_newcomer_is_answered() -> None:
    """P7."""
    async with door() as port:
        lines = [
            await connected(port, f"127.0.0.{number}") for number in (2, 3, 4) for _ in range(15)
        ]
        assert await closed_of(lines) == 5
        assert b"200 OK" in await (await connected(port, "127.0.0.9")).asks()


async def test_a_client_at_its_limit_leaves_the_others_alone() -> None:
    """P7."""
    async with door(replace(LIMITS, header_seconds=30)) as port:
        other = await connected(port, "127.0.0.2")
        assert b"200 OK" in await other.asks()
        _ = [await connected(port) for _ in range(30)]
        assert b"200 OK" in await other.asks()


async def test_a_header_that_does_not_end_is_cut_off_however_steadily_it_drips() -> None:
    """P7."""
    async with door() as port:
        line = await connected(port)
        began = asyncio.get_running_loop().time()

        async def drip() -> None:
            line.writer.write(b"GET / HTTP/1.1\r\n")
            while True:
                line.writer.write(b"X-A: b\r\n")
                await asyncio.sleep(0.05)

        dripping = asyncio.get_running_loop().create_task(drip())
        assert await line.is_closed(within=2)
        dripping.cancel()
        assert asyncio.get_running_loop().time() - began < 1.5


async def test_the_second_header_on_a_connection_has_its_time_too() -> None:
    """P7."""
    async with door() as port:
        line = await connected(port)
        assert b"200 OK" in await line.asks()
        await asyncio.sleep(0.6)
        assert b"200 OK" in await line.asks()
        line.writer.write(b"GET / HT")
        assert await line.is_closed(within=2)


@pytest.mark.parametrize("path", [b"/healthz", b"/nowhere"])
async def test_a_body_that_does_not_end_is_cut_off(path: bytes) -> None:
    """P7. Whether or not the request has been answered already."""
    async with door() as port:
        line = await connected(port)
        line.writer.write(b"POST %b HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\nab" % path)
        assert await line.is_closed(within=3)


@pytest.mark.parametrize("method", [b"GET /healthz", b"POST /nowhere", b"GET /nowhere"])
async def test_who_was_answered_and_still_sends_makes_room_for_others(method: bytes) -> None:
    """They kept Telegram and the monitoring out for half a minute, again and again."""
    limits = replace(LIMITS, header_seconds=30, request_seconds=30)
    async with door(limits) as port:
        for number in (2, 3, 4):
            for _ in range(15):
                line = await connected(port, f"127.0.0.{number}")
                line.writer.write(
                    b"%b HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{" % method
                )
        await asyncio.sleep(0.3)
        for _ in range(8):
            assert b"200 OK" in await (await connected(port, "127.0.0.9")).asks()


async def test_an_answer_that_takes_too_long_is_cut_off() -> None:
    """P7."""
    async with door() as port:
        line = await connected(port)
        line.writer.write(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
        assert not await line.is_closed(within=0.5)
        assert await line.is_closed(within=3)


async def test_a_client_that_reads_nothing_is_cut_off() -> None:
    """P7. It asks again and again, and never takes what it is told."""
    async with door() as port:
        deaf = socket.create_connection((HERE, port))
        deaf.setblocking(False)
        loop = asyncio.get_running_loop()
        with deaf:
            try:
                async with asyncio.timeout(10):
                    while True:
                        await loop.sock_sendall(deaf, GET.replace(b"healthz", b"large"))
            except ConnectionError:
                return
            except TimeoutError:
                pytest.fail("the door still serves it")


async def test_fifteen_hundred_idle_clients_are_a_line_or_two_in_the_log() -> None:
    """P7. The door stays quick for others meanwhile."""
    limits = DoorLimits(connections=256, from_one_client=100, header_seconds=30)
    with structlog.testing.capture_logs() as lines:
        async with door(limits) as port:
            held = [await connected(port) for _ in range(1500)]
            began = asyncio.get_running_loop().time()
            assert b"200 OK" in await (await connected(port, "127.0.0.2")).asks()
            assert asyncio.get_running_loop().time() - began < 1
            assert await closed_of(held[:1400], within=1) == 1400
    said: list[Mapping[str, object]] = [x for x in lines if x["event"] == "connections were closed"]
    assert [line["why"] for line in said] == ["too many from one client"]
    assert len(lines) <= 3


async def test_requests_that_are_no_http_are_few_lines_in_the_log() -> None:
    """P7. Whoever sends them gets 400 each time."""
    server, handler = logging.getLogger("uvicorn.error"), LibraryHandler(logging.WARNING)
    server.addHandler(handler)
    try:
        with structlog.testing.capture_logs() as lines:
            async with door() as port:
                for _ in range(50):
                    line = await connected(port)
                    line.writer.write(b"\x16\x03\x01 hello\r\n\r\n")
                    assert await line.is_closed(within=2)
    finally:
        server.removeHandler(handler)
    assert {line["event"] for line in lines} == {"a library warns"}
    assert len(lines) <= 6  # three in a minute, and more than one minute on a busy machine
