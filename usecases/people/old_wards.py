"""People whose ward is no longer in force: how many there are, as far as that may be shown."""

from __future__ import annotations

from datetime import datetime

from content.library import Library
from engagement.insight.shown_numbers import ShownNumber, shown_number, together
from engagement.staff.duties import is_current
from storage.people import contacts, duty_holders, residents
from storage.staff import members
from usecases.world import Transaction


async def people_in_old_wards(tx: Transaction, library: Library) -> ShownNumber | None:
    """How many people have a ward that is not in force, and can choose again; None for nobody.

    What is shown of each ward, added up, as in a preview: leaving out other wards in a copy
    of the files shows no more. It reads a row for each of these people, so it belongs in a reading
    transaction.
    """
    old = (await residents.wards_lived_in(tx)).keys() - library.wards.keys()
    people = await contacts.count_living_in(tx, old) if old else {}
    if not people:
        return None
    return together(shown_number(people[ward], library.council.thresholds) for ward in people)


async def staff_of_old_wards(tx: Transaction, library: Library) -> list[str]:
    """The names of the staff none of whose wards is in force: they need a new invitation."""
    staff = await members.current_staff(tx)
    return [m.label for m in staff if m.wards and not m.own(library.wards)]


async def duties_of_old_wards(tx: Transaction, library: Library, now: datetime) -> list[str]:
    """The duties for some wards only, none of which is in force: they cover nothing. Each with the
    name of the member of staff who has it."""
    return [
        f"{h.label} ({h.duty})"
        for h in await duty_holders.holders(tx)
        if is_current(h, now) and h.wards and h.wards.isdisjoint(library.wards)
    ]
