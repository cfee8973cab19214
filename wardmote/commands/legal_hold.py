"""`wardmote legal-hold`: begins, shows or ends a hold on deletion because of age."""

from __future__ import annotations

from usecases.operations import legal_hold
from usecases.operations.legal_hold import LONGEST_REFERENCE, LegalHold, ReferenceNeeded
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun

NONE_IN_FORCE = "There is no legal hold. Records are deleted when they reach their age."
NONE_TO_END = "There is no hold to end here."


async def show(tx: Transaction, world: World) -> str:
    """The holds in force, a line for each."""
    return "\n".join(_line(found) for found in await legal_hold.held(tx)) or NONE_IN_FORCE


async def begin(tx: Transaction, world: World, reference: str) -> str:
    """Begin a hold. Raises CannotRun for a reference that is empty or too long."""
    try:
        present = await legal_hold.own(tx)
        found = await legal_hold.hold(tx, world, reference)
    except ReferenceNeeded:
        raise CannotRun(
            f"Give a reference of 1 to {LONGEST_REFERENCE} characters, such as a case number."
        ) from None
    return f"Nothing has changed. {_line(found)}" if present else _line(found)


async def end(tx: Transaction, world: World) -> str:
    """End the hold. An open request may still hold deletion."""
    found, still = await legal_hold.release(tx, world), await legal_hold.held(tx)
    if found is None:
        return "\n".join([NONE_TO_END, *map(_line, still)]) if still else NONE_IN_FORCE
    over = f"The hold {found.reference} is over."
    if still:
        return "\n".join([over, *map(_line, still)])
    return f"{over} What is too old is deleted within a minute."


def _line(found: LegalHold) -> str:
    ends = " It ends when an officer marks the request answered." if found.of_request else ""
    return (
        f"Legal hold {found.reference}, since {found.since:%Y-%m-%d %H:%M} (UTC): nothing is "
        f"deleted because of its age. People can still leave with /forget.{ends}"
    )
