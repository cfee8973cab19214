"""Stores updates; while the database is away it holds them, and looks who else writes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.commits import Away, Surely
from bot.outage import Outage
from usecases import receive
from usecases.receive import Received
from usecases.world import Transaction, World

MOST_HELD = 1_000
"""Updates held in memory; what comes after them waits at Telegram's."""

Look = Callable[[], Awaitable[Sequence[Mapping[str, Any]]]]
"""What Telegram has for us that is not confirmed, without confirming anything."""


class HoldingOn:
    """``bot`` is the number of the bot the updates are for; ``patience`` the seconds from one look
    to the next."""

    def __init__(
        self, surely: Surely, outage: Outage, world: World, bot: int, patience: float
    ) -> None:
        self._patience = patience
        self._surely = surely
        self._outage = outage
        self._world = world
        self._bot = bot

    async def store(
        self, updates: Sequence[Mapping[str, Any]], look: Look | None = None
    ) -> tuple[list[Received], int]:
        """Store a batch in one commit, however long that takes: what is new of it, and the last
        id that is on the disk and may be confirmed.

        While the database is away ``look`` brings what has come since. It is held as well, for
        Telegram drops a tap after minutes, and whoever sent it is told.
        """
        held = {int(update["update_id"]): update for update in updates}
        away: list[Away] = []
        looking = asyncio.Event()

        async def keep(tx: Transaction) -> tuple[list[Received], int]:
            batch = dict(held)
            return await receive.take_in(tx, self._world, self._bot, [*batch.values()]), max(batch)

        def held_up(now: Away) -> None:
            away[:] = [now]
            looking.set()
            for update in held.values():
                self._outage.tell(update, now)

        async with asyncio.TaskGroup() as group:
            if look is not None:
                watching = group.create_task(self._look_on(look, looking, held, away))
            stored = await self._surely(keep, held_up=held_up)
            if look is not None:
                watching.cancel()
        return stored

    async def _look_on(
        self,
        look: Look,
        begin: asyncio.Event,
        held: dict[int, Mapping[str, Any]],
        away: list[Away],
    ) -> None:
        await begin.wait()
        while len(held) < MOST_HELD:
            await asyncio.sleep(self._patience)
            for update in await look():
                if int(update["update_id"]) not in held:
                    held[int(update["update_id"])] = update
                    self._outage.tell(update, away[0])
