"""Reports whose button "Take it back" does nothing any more."""

from __future__ import annotations

from engagement.errors import OldButton
from usecases.broadcasts.goes_out import may_take_back
from usecases.broadcasts.progress import Progress, by_code, progress
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def without_take_back(
    tx: Transaction, world: World, person: Person, code: int
) -> Progress | None:
    """The report of this person's broadcast as it is now, if it can no longer be taken back; None
    while it can, and for what is nobody's or somebody else's."""
    try:
        found = await by_code(tx, code)
    except OldButton:
        return None
    mine = person.staff is not None and found.author == person.staff.id
    return None if not mine or may_take_back(world, found) else await progress(tx, world, found)
