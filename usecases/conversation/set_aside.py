"""Updates that failed and were set aside: list them without content, try again, or drop them."""

from __future__ import annotations

from storage.conversation import inbox
from storage.conversation.inbox import Quarantined as Quarantined
from storage.conversation.inbox import Received
from usecases.world import Transaction


async def everything(tx: Transaction) -> list[Quarantined]:
    """Every update that is set aside, the oldest first."""
    return await inbox.quarantined(tx)


async def again(tx: Transaction, reference: str) -> bool:
    """Have the update tried again, up to three times, from the bot's next tick or start.

    False if there is no such reference.
    """
    return await inbox.put_back(tx, _normalised(reference))


async def drop(tx: Transaction, reference: str) -> bool:
    """Empty the update for good. False if there is no such reference."""
    return await inbox.drop(tx, _normalised(reference))


async def put_back(tx: Transaction) -> list[Received]:
    """The updates put back since the last call; each is returned once."""
    return await inbox.take_put_back(tx)


def _normalised(reference: str) -> str:
    return reference.strip().upper()
