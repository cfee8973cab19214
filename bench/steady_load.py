"""Steady load: actions at a fixed rate, whether or not earlier ones have been answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine

Act = Callable[[int], Awaitable[float]]


async def steadily(act: Act, *, every: float, while_: Coroutine[None, None, object]) -> list[float]:
    """Start ``act(0)``, ``act(1)`` and so on, one every ``every`` seconds, until ``while_`` is
    done; return the seconds each took. Waiting for slow replies would hide how slow they are."""
    found: list[float] = []

    async def one(number: int) -> None:
        found.append(await act(number))

    async with asyncio.TaskGroup() as group:
        going = group.create_task(while_)
        began, number = time.perf_counter(), 0
        while not going.done():
            group.create_task(one(number))
            number += 1
            due = began + number * every
            await asyncio.wait({going}, timeout=max(0.0, due - time.perf_counter()))
    return found
