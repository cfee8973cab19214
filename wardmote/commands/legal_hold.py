"""`wardmote legal-hold`: begins, shows or ends a hold on deletion because of age."""

from __future__ import annotations

from usecases.operations import legal_hold
from usecases.operations.legal_hold import LONGEST_REFERENCE, LegalHold, ReferenceNeeded
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun

NONE_IN_FORCE = "There is no legal hold. Records are deleted when they reach their age."


async def show(tx: Transaction, world: World) -> str:
    """The hold in force, as a line to print."""
    found = await legal_hold.held(tx)
    return NONE_IN_FORCE if found is None else _line(found)


async def begin(tx: Transaction, world: World, reference: str) -> str:
    """Begin a hold. Raises CannotRun for a reference that is empty or too long."""
    try:
        present = await legal_hold.held(tx)
        found = await legal_hold.hold(tx, world, reference)
    except ReferenceNeeded:
        raise CannotRun(
            f"Give a reference of 1 to {LONGEST_REFERENCE} characters, such as a case number."
        ) from None
    return f"Nothing has changed. {_line(found)}" if present else _line(found)


async def end(tx: Transaction, world: World) -> str:
    """End the hold."""
    found = await legal_hold.release(tx, world)
    if found is None:
        return NONE_IN_FORCE
    return f"The hold {found.reference} is over. What is too old is deleted within a minute."


def _line(found: LegalHold) -> str:
    return (
        f"Legal hold {found.reference}, since {found.since:%Y-%m-%d %H:%M} (UTC): nothing is "
        "deleted because of its age. People can still leave with /forget."
    )
