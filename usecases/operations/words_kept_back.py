"""Who may read the words of a complaint or a request: words of danger are for the named people."""

from __future__ import annotations

from engagement.errors import NotForSafeguarding
from engagement.operations.safety_alerts import check_named
from storage.operations import safety_alerts
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World


async def readable(tx: Transaction, world: World, person: Person, text: str) -> str | None:
    """The words, or None if they hold words of danger and this member of staff isn't named now."""
    if not holds_danger(text):
        return text
    staff_id = person.staff.id if person.staff is not None else None
    try:
        check_named(staff_id, await safety_alerts.everybody_named(tx), world.now())
    except NotForSafeguarding:
        return None
    return text
