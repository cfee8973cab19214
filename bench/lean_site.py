"""Starts and controls the lean server, and creates the taps it hands out."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bench.seeding import FIRST_PHONE


@dataclass(frozen=True, slots=True)
class LeanSite:
    """A client for controlling the lean server."""

    url: str
    session: aiohttp.ClientSession

    async def load(
        self, updates: list[dict[str, Any]], *, at_once: int = 1, every: float = 0.0
    ) -> None:
        """Start again with these updates: ``at_once`` in flight, or one ``every`` n seconds."""
        body = {"updates": updates, "at_once": at_once, "every": every}
        async with self.session.post(f"{self.url}/lean-load", json=body) as answer:
            await answer.read()

    async def state(self) -> dict[str, Any]:
        """Its counts."""
        async with self.session.post(f"{self.url}/lean-state") as answer:
            found: dict[str, Any] = (await answer.json())["result"]
            return found

    async def until(self, method: str, count: int, seconds: float = 120.0) -> dict[str, Any]:
        """Its counts, once ``method`` was called ``count`` times. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while (found := await self.state())["calls"].get(method, 0) < count:  # noqa: ASYNC110 (there is no event)
                await asyncio.sleep(0.05)
        return found


@asynccontextmanager
async def lean_site() -> AsyncIterator[LeanSite]:
    """The lean server in its own process, until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.lean_server", stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    port = int(await process.stdout.readline())
    try:
        async with aiohttp.ClientSession() as session:
            yield LeanSite(f"http://127.0.0.1:{port}", session)
    finally:
        process.kill()
        await process.wait()


def taps(count: int, data: str, *, first: int = 1, people: int = 0) -> list[dict[str, Any]]:
    """``count`` taps on a button with callback ``data``, by ``people`` people in turn, or if that
    is 0 each by a different person."""
    found = []
    for number in range(count):
        user = {
            "id": FIRST_PHONE + number % (people or count),
            "is_bot": False,
            "first_name": "Resident",
            "language_code": "en",
        }
        found.append(
            {
                "update_id": first + number,
                "callback_query": {
                    "id": str(first + number),
                    "from": user,
                    "chat_instance": "1",
                    "data": data,
                    "message": {
                        "message_id": 77,
                        "date": 1_700_000_000,
                        "chat": {"id": user["id"], "type": "private", "first_name": "Resident"},
                        "text": "1 of 4. What should come first in your area?",
                    },
                },
            }
        )
    return found
