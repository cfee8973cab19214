"""Who may read the words of a complaint or a request: words of danger are for the named people."""

from __future__ import annotations

from usecases.operations.safety_alerts import reads_danger
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World


async def readable(tx: Transaction, world: World, person: Person, text: str) -> str | None:
    """The words, or None if they hold words of danger and this member of staff isn't named now."""
    if holds_danger(text) and not await reads_danger(tx, world, person):
        return None
    return text
