"""What could not be handled and was set aside: seen without its content, tried again, dropped."""

from __future__ import annotations

from storage.conversation import inbox
from storage.conversation.inbox import Received
from storage.conversation.inbox import SetAside as SetAside
from usecases.world import Transaction


async def everything(tx: Transaction) -> list[SetAside]:
    """All that is set aside, the oldest first."""
    return await inbox.set_aside(tx)


async def again(tx: Transaction, reference: str) -> bool:
    """Have it tried again, with three tries, at the bot's next tick or start. False: no such."""
    return await inbox.put_back(tx, _written(reference))


async def drop(tx: Transaction, reference: str) -> bool:
    """Empty it for good. False: no such."""
    return await inbox.drop(tx, _written(reference))


async def put_back(tx: Transaction) -> list[Received]:
    """What somebody has put back since the last look; each comes once."""
    return await inbox.take_up_again(tx)


def _written(reference: str) -> str:
    return reference.strip().upper()
