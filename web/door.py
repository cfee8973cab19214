"""The bot's web server: one listening socket, served in the event loop that is already running."""

from __future__ import annotations

import asyncio
import os
import resource
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace

import uvicorn
from starlette.types import ASGIApp

from web import DoorBlocked
from web.connections import Crowd, DoorConfig, DoorLimits

KEEP_ALIVE_SECONDS = 75
"""Longer than a proxy keeps an idle connection; otherwise it may post on one just being closed."""
SHUTDOWN_SECONDS = 3
"""How long requests in progress may take when the door closes."""
BACKLOG = 128


class _Server(uvicorn.Server):
    """Leaves signals to the bot's process; ``opened`` is set once requests are accepted."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.opened = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals alone."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start accepting requests."""
        await super().startup(sockets)
        self.opened.set()


@asynccontextmanager
async def open_door(
    host: str, port: int, app: ASGIApp, limits: DoorLimits | None = None
) -> AsyncIterator[None]:
    """Serve ``app`` until the block ends, then let requests in progress finish.

    Raises DoorBlocked.
    """
    listening = _listening(host, port)
    config = DoorConfig(
        app,
        crowd=Crowd(_possible(limits or DoorLimits())),
        loop="none",
        ws="none",
        interface="asgi3",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
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


def _possible(limits: DoorLimits) -> DoorLimits:
    """``limits`` within half of the files this process may open: the database and the calls to
    Telegram need the rest."""
    most = max(1, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2)
    return replace(
        limits,
        connections=min(limits.connections, most),
        from_one_client=min(limits.from_one_client, most),
    )


def _why(error: OSError) -> str:
    if error.errno is not None and error.errno < 0:
        # Not one of the system's errors: the look-up of a name has numbers of its own.
        return "this machine knows no such host"
    return os.strerror(error.errno).lower() if error.errno else type(error).__name__


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        why = _why(error)
        raise DoorBlocked(
            f"The web door cannot be opened at {host}, port {port}: {why}. Check WARDMOTE_LISTEN."
        ) from None
