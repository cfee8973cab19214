"""Cuts the bot off from Telegram's updates for a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from company import Neighbourhood

from emulator import CutBefore


async def seen(what: Callable[[], bool]) -> None:
    """Wait in real time until ``what`` holds: polls don't follow the story's clock."""
    async with asyncio.timeout(20):
        while not what():  # noqa: ASYNC110 (the bot moves it)
            await asyncio.sleep(0.02)


async def cut_off(
    hood: Neighbourhood, minutes: float, typing: Callable[[], object] | None = None
) -> None:
    """Let every poll fail for ``minutes`` of the story's clock, and then succeed again."""
    stage, line = hood.stage, hood.stage.service.bot.receiver.connection
    stage.emulator.faults.next("getUpdates", CutBefore(), 10_000)
    hood.stranger("Somebody").phone.start()  # ends the poll that waits; the next one fails
    await seen(lambda: line.failing)
    if typing is not None:
        typing()
    stage.clock.move_to(stage.clock.now() + timedelta(minutes=minutes))
    stage.emulator.faults.clear("getUpdates")
    await seen(lambda: not line.failing)
    await stage.settle()
