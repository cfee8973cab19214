"""Whether the list of the forgotten, a file, has lost lines: the database keeps their number."""

from __future__ import annotations

from storage.engine.database import Transaction
from storage.operations import deployment

NUMBER = "forgotten-listed"
"""The fact that holds how many contacts have been on the list. It is shown to nobody."""


async def one_more(tx: Transaction) -> None:
    """A contact is forgotten, and is added to the list before this is committed."""
    known = await deployment.fact(tx, NUMBER)
    if known is not None:
        await deployment.remember(tx, NUMBER, str(int(known) + 1))


async def lacks_lines(tx: Transaction, listed: int) -> bool:
    """Whether fewer contacts than before are on the list."""
    known = await deployment.fact(tx, NUMBER)
    return known is not None and listed < int(known)


async def note_listed(tx: Transaction, listed: int) -> bool:
    """Store how many are on the list at a start. Returns whether some are missing, and then stores
    nothing: they still are at the next start."""
    if await lacks_lines(tx, listed):
        return True
    await deployment.remember(tx, NUMBER, str(listed))
    return False
