"""The time the pretend Telegram lives by: real, unless someone hands it another."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where "now" comes from and how one waits; a test hands in a clock it can step."""

    def now(self) -> datetime:
        """The moment it is, aware of its zone."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return once so many seconds have passed on this clock."""
        ...


class RealClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
