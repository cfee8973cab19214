"""Signals of changes: a ring wakes everyone waiting for it and calls its listeners."""

import asyncio
from collections.abc import Callable


class Signal:
    """Counts its rings, so that code that wasn't waiting can see that it rang."""

    def __init__(self) -> None:
        self.version = 0
        self._waiters: list[asyncio.Future[None]] = []
        self._listeners: list[Callable[[], None]] = []

    def ring(self) -> None:
        self.version += 1
        for listener in self._listeners:
            listener()
        if self._waiters:
            waiters, self._waiters = self._waiters, []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` inside every ring; returns a function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def wait(self, seen: int | None = None) -> None:
        """Return at the next ring, or at once if the version is no longer `seen`."""
        if seen is not None and seen != self.version:
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            if not waiter.done() or waiter.cancelled():
                self._waiters = [other for other in self._waiters if other is not waiter]
