"""A thread with an event loop of its own, on which whatever writes to SQLite is run."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class WritersThread:
    """Runs coroutines one at a time, beside the loop that talks to Telegram.

    An act awaits nothing but SQL, so it does not mind on which loop that is; and a statement that
    takes long, or waits for another writer, holds up no reply.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What ``work()`` returns. Raises what it raises. It is not stopped when whoever waits
        for it is."""
        running = asyncio.run_coroutine_threadsafe(work(), self._loop)
        return await asyncio.shield(asyncio.wrap_future(running))

    def end(self, last: Callable[[], None]) -> None:
        """Do ``last`` there, and end the thread. Nothing runs there by then, so that it takes a
        moment; and it waits for no loop, so that nobody can be cancelled half way."""

        def finish() -> None:
            try:
                last()
            finally:
                self._loop.stop()

        self._loop.call_soon_threadsafe(finish)
        self._thread.join()
        self._loop.close()
