"""A webhook endpoint for tests: records the updates posted to it, and answers as configured."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from emulator.signals import Signal


@dataclass
class Door:
    """The updates posted, in order, and the next responses; 200 if none are given."""

    url: str = ""
    came: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: deque[web.Response] = field(default_factory=deque)
    fails: Callable[[dict[str, Any]], bool] = lambda update: False
    open: asyncio.Event = field(default_factory=asyncio.Event)
    inside: int = 0
    most_inside: int = 0
    knocked: Signal = field(default_factory=Signal)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.came]

    async def answer(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.came.append(update)
        self.headers.append(dict(request.headers))
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.knocked.ring()
        try:
            await self.open.wait()
        finally:
            self.inside -= 1
        if self.fails(update):
            return web.Response(status=500)
        return self.answers.popleft() if self.answers else web.Response()

    async def until(self, count: int) -> None:
        """Return once ``count`` posts have arrived. Raises TimeoutError after 10 seconds."""
        async with asyncio.timeout(10):
            while len(self.came) < count:
                await self.knocked.wait()


@asynccontextmanager
async def bot_door() -> AsyncIterator[Door]:
    door = Door()
    door.open.set()
    app = web.Application()
    app.router.add_post("/hook", door.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield door
    finally:
        await runner.cleanup()
