"""The thread that writes to SQLite, with an event loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class WritersThread:
    """Runs coroutines one at a time, on another loop than the one that talks to Telegram.

    An act awaits nothing but SQL, so it can run on any loop; and a statement that takes long, or
    waits for another writer, holds up no reply.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return what ``work()`` returns, or raise what it raises. Cancelling the caller doesn't
        stop the work."""
        running = asyncio.run_coroutine_threadsafe(work(), self._loop)
        return await asyncio.shield(asyncio.wrap_future(running))

    def end(self, last: Callable[[], None]) -> None:
        """Run ``last`` on the thread and end it.

        Nothing else is running there by then, so this takes only a moment. It blocks instead of
        awaiting, so that it cannot be cancelled half way.
        """

        def finish() -> None:
            try:
                last()
            finally:
                self._loop.stop()

        self._loop.call_soon_threadsafe(finish)
        self._thread.join()
        self._loop.close()
