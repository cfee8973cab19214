"""getUpdates: one long poll at a time; a new one ends the older one with an error."""

import asyncio

from emulator.bot_api.errors import OTHER_POLL, WEBHOOK_ACTIVE, WEBHOOK_SET, ApiError
from emulator.bot_api.requests import GetUpdates
from emulator.chat import Json
from emulator.world import World

_LONGEST_POLL = 50
_MOST_UPDATES = 100


class Polling:
    """Answers getUpdates and keeps track of the one poll that may wait."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0
        self._closing = False

    def close(self) -> None:
        """End a waiting poll with an empty answer."""
        self._closing = True
        self._world.stir()

    async def get_updates(self, ask: GetUpdates) -> list[Json]:
        """Confirm the updates before the offset, then return those after it, waiting if need be."""
        world, updates = self._world, self._world.updates
        if world.webhook.url:
            raise ApiError(409, WEBHOOK_ACTIVE)
        self._turn += 1
        turn = self._turn
        world.stir()
        if ask.allowed_updates is not None:
            updates.allowed = frozenset(ask.allowed_updates) or None
        offset = ask.offset or 0
        if updates.confirm(offset):
            world.stir()
        limit = min(max(_MOST_UPDATES if ask.limit is None else ask.limit, 1), _MOST_UPDATES)
        patience = min(max(ask.timeout or 0, 0), _LONGEST_POLL)
        batch = updates.take(offset, limit)
        try:
            async with asyncio.timeout(patience):
                while not batch and patience and not self._closing:
                    await world.happened.wait()
                    if turn != self._turn:
                        raise ApiError(409, OTHER_POLL)
                    if world.token_revoked:
                        raise ApiError(401, "Unauthorized")
                    if world.webhook.url:
                        raise ApiError(409, WEBHOOK_SET)
                    batch = updates.take(offset, limit)
        except TimeoutError:
            return []
        return batch
