"""`wardmote set-aside`: lists the updates the bot could not handle, retries one or deletes one."""

from __future__ import annotations

from usecases.conversation import set_aside
from usecases.conversation.set_aside import Quarantined
from wardmote.commands.cannot_run import CannotRun
from wardmote.commands.transaction import in_transaction
from wardmote.service.settings import Settings


async def listed(settings: Settings) -> str:
    """One line for each, the oldest first: reference, when (UTC), why, how many tries.

    Raises CannotRun, as do the others here.
    """
    found = await in_transaction(settings, set_aside.everything)
    return "\n".join(_line(one) for one in found) or "Nothing is set aside."


async def again(settings: Settings, reference: str) -> str:
    """Put one back in the queue. Returns the line to print."""
    if not await in_transaction(settings, lambda tx: set_aside.again(tx, reference)):
        raise CannotRun(_unknown(reference))
    return f"{reference} is tried again within a minute, or at the next start."


async def drop(settings: Settings, reference: str) -> str:
    """Delete the content of one for good. Returns the line to print."""
    if not await in_transaction(settings, lambda tx: set_aside.drop(tx, reference)):
        raise CannotRun(_unknown(reference))
    return f"The content of {reference} is deleted."


def _line(one: Quarantined) -> str:
    tries = "1 try" if one.attempts == 1 else f"{one.attempts} tries"
    why = one.reason or "reason not recorded"
    return f"{one.reference}  {one.at:%Y-%m-%d %H:%M} UTC  {why} ({tries})"


def _unknown(reference: str) -> str:
    return f"Nothing is set aside under {reference}. `wardmote set-aside` lists the references."
