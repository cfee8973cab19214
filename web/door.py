"""Opens the door: one listening socket and a server in the event loop that is already turning."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from web import DoorBlocked

KEEP_OPEN_SECONDS = 75
"""Longer than a proxy keeps an idle line: else it may post into one that is just being closed."""
FAREWELL_SECONDS = 3
"""What has begun when the door closes gets this long."""
WAITING_ROOM = 128


class _Server(uvicorn.Server):
    """Leaves signals to whoever runs the bot; ``opened`` is set once requests are read."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.opened = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave them alone."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to read requests."""
        await super().startup(sockets)
        self.opened.set()


@asynccontextmanager
async def open_door(host: str, port: int, app: ASGIApp) -> AsyncIterator[None]:
    """Serve ``app`` until the block ends; requests that have begun are then finished.

    Raises DoorBlocked.
    """
    listening = _listening(host, port)
    config = uvicorn.Config(
        app,
        loop="none",
        http="h11",
        ws="none",
        interface="asgi3",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_OPEN_SECONDS,
        timeout_graceful_shutdown=FAREWELL_SECONDS,
    )
    server = _Server(config)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(server.serve([listening]))
        try:
            await server.opened.wait()
            yield
        finally:
            server.should_exit = True
            await asyncio.wait([serving])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING_ROOM)
    except OSError as trouble:
        why = os.strerror(trouble.errno).lower() if trouble.errno else type(trouble).__name__
        raise DoorBlocked(
            f"The web door cannot be opened at {host}, port {port}: {why}. Check WARDMOTE_LISTEN."
        ) from None
