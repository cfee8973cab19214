"""Stores updates; while the database is away it holds them in memory and peeks for new ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.commits import OngoingOutage, RetriedCommit, error_fields
from bot.receiving.outage import OutageNotices
from engagement.consultations.late import Gap
from usecases.conversation import receive
from usecases.conversation.receive import Received
from usecases.world import Transaction, World, is_value_to_blame

log = structlog.get_logger("bot.receiving.intake_buffer")

MOST_HELD = 100
"""Updates held in memory: as many as one poll returns. Nothing is confirmed, so each peek returns
the same first hundred; later ones wait at Telegram."""

Peek = Callable[[], Awaitable[Sequence[Mapping[str, Any]]]]
"""Returns the updates Telegram has for us that are not confirmed, and confirms nothing."""


class IntakeBuffer:
    """Stores batches of updates, and holds them while the database is away.

    ``bot`` is the id of the bot they are for; ``patience`` the seconds between peeks; ``gap`` the
    last time in which nothing was received, stored with the updates that came after it.
    """

    def __init__(
        self,
        commit: RetriedCommit,
        outage: OutageNotices,
        world: World,
        bot: int,
        patience: float,
        gap: Callable[[], Gap | None] = lambda: None,
    ) -> None:
        self._gap = gap
        self._patience = patience
        self._commit = commit
        self._outage = outage
        self._world = world
        self._bot = bot

    async def store(
        self, updates: Sequence[Mapping[str, Any]], peek: Peek | None = None
    ) -> tuple[list[Received], int]:
        """Store a batch in one commit, however long that takes. Returns the updates that are new,
        and the last id that is on the disk and may be confirmed.

        While the database is away ``peek`` fetches newer updates. They are held as well, because
        Telegram drops a tap after some minutes, and their senders are notified.

        If the batch holds something that cannot be stored, each update gets its own commit; of the
        one that cannot be stored, only the id is kept.
        """
        try:
            return await self._together(updates, peek)
        except Exception as error:
            if not is_value_to_blame(error):
                raise
        stored = []
        for update in updates:
            stored += await self._alone(update)
        return stored, max(int(update["update_id"]) for update in updates)

    async def _alone(self, update: Mapping[str, Any]) -> list[Received]:
        try:
            return (await self._together([update], None))[0]
        except Exception as error:
            if not is_value_to_blame(error):
                raise
            log.error("an update cannot be stored", **error_fields(error))
        return (await self._together([{"update_id": update["update_id"]}], None))[0]

    async def _together(
        self, updates: Sequence[Mapping[str, Any]], peek: Peek | None
    ) -> tuple[list[Received], int]:
        held = {int(update["update_id"]): update for update in updates}
        arrived = dict.fromkeys(held, self._world.now())
        outages: list[OngoingOutage] = []
        began = asyncio.Event()

        async def keep(tx: Transaction) -> tuple[list[Received], int]:
            batch = dict(held)
            stored = await receive.take_in(
                tx, self._world, self._bot, [*batch.values()], arrived=arrived, gap=self._gap()
            )
            return stored, max(batch)

        def on_failure(now: OngoingOutage) -> None:
            outages[:] = [now]
            began.set()
            for update in held.values():
                self._outage.notify(update, now)

        if peek is None:
            return await self._commit(keep, on_failure=on_failure)
        failure: Exception | None = None
        async with asyncio.TaskGroup() as group:
            peeking = group.create_task(self._keep_peeking(peek, began, held, arrived, outages))
            try:
                stored = await self._commit(keep, on_failure=on_failure)
            except Exception as error:
                # Raised inside the task group it would arrive as an exception group, which no
                # caller expects.
                failure = error
            peeking.cancel()
        if failure is not None:
            raise failure
        return stored

    async def _keep_peeking(
        self,
        peek: Peek,
        began: asyncio.Event,
        held: dict[int, Mapping[str, Any]],
        arrived: dict[int, datetime],
        outages: list[OngoingOutage],
    ) -> None:
        await began.wait()
        while True:
            # With as many held as allowed, a peek still shows that Telegram can be reached.
            await asyncio.sleep(self._patience)
            for update in await peek():
                if len(held) < MOST_HELD and int(update["update_id"]) not in held:
                    held[int(update["update_id"])] = update
                    arrived[int(update["update_id"])] = self._world.now()
                    self._outage.notify(update, outages[0])
