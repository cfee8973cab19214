"""A connection between the bot and Telegram that can go down and up again, on one port."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit


class Line:
    """Forwards bytes both ways while it is up; while it is down nothing listens on its port."""

    def __init__(self, site: str) -> None:
        self._host, self._port = urlsplit(site).hostname, urlsplit(site).port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    @property
    def url(self) -> str:
        """The address at which the bot reaches Telegram."""
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        """Listen, on the same port as before."""
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Refuse new connections, and cut the open ones."""
        if self._server is not None:
            self._server.close()
        for writer in [*self._writers]:
            writer.transport.abort()

    async def _join(self, there: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        reader, writer = await asyncio.open_connection(self._host, self._port)
        self._writers |= {back, writer}
        with suppress(ConnectionError):
            async with asyncio.TaskGroup() as group:
                group.create_task(_pass_on(there, writer))
                group.create_task(_pass_on(reader, back))
        self._writers -= {back, writer}
        back.close()
        writer.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def line_to(site: str) -> AsyncIterator[Line]:
    """A connection that is up, until the block ends."""
    line = Line(site)
    await line.up()
    try:
        yield line
    finally:
        await line.down()
