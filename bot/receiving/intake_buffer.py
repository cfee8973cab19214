"""Stores updates; while the database is away it holds them, and looks who else writes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.commits import Away, Surely, where
from bot.receiving.outage import Outage
from usecases.conversation import receive
from usecases.conversation.receive import Received
from usecases.world import Transaction, World, is_of_content

log = structlog.get_logger("bot.receiving.intake_buffer")

MOST_HELD = 100
"""Updates held in memory: what one poll brings, for nothing is confirmed and each look is shown the
first hundred. What comes after them waits at Telegram's."""

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

        Where the batch holds what cannot be stored, each update has a commit of its own; of the
        one that cannot be, its number alone is kept.
        """
        try:
            return await self._together(updates, look)
        except Exception as odd:
            if not is_of_content(odd):
                raise
        stored = []
        for update in updates:
            stored += await self._alone(update)
        return stored, max(int(update["update_id"]) for update in updates)

    async def _alone(self, update: Mapping[str, Any]) -> list[Received]:
        try:
            return (await self._together([update], None))[0]
        except Exception as odd:
            if not is_of_content(odd):
                raise
            log.error("an update cannot be stored", **where(odd))
        return (await self._together([{"update_id": update["update_id"]}], None))[0]

    async def _together(
        self, updates: Sequence[Mapping[str, Any]], look: Look | None
    ) -> tuple[list[Received], int]:
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

        if look is None:
            return await self._surely(keep, held_up=held_up)
        odd: Exception | None = None
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(self._look_on(look, looking, held, away))
            try:
                stored = await self._surely(keep, held_up=held_up)
            except Exception as found:
                # Raised in here it would come out as a group, which nobody asks for.
                odd = found
            watching.cancel()
        if odd is not None:
            raise odd
        return stored

    async def _look_on(
        self,
        look: Look,
        begin: asyncio.Event,
        held: dict[int, Mapping[str, Any]],
        away: list[Away],
    ) -> None:
        await begin.wait()
        while True:
            # When as many are held as can be it still shows that Telegram is there.
            await asyncio.sleep(self._patience)
            for update in await look():
                if len(held) < MOST_HELD and int(update["update_id"]) not in held:
                    held[int(update["update_id"])] = update
                    self._outage.tell(update, away[0])
