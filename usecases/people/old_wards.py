"""People whose ward is no longer in force: how many there are, as far as that may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.library import Library
from engagement.insight.shown_numbers import ShownNumber, shown_number, together
from engagement.staff.duties import is_current
from storage.operations import deployment
from storage.people import contacts, duty_holders, residents
from storage.staff import members
from usecases.world import WARD_NAMED, Transaction


@dataclass(frozen=True, slots=True)
class OldWards:
    """There are wards that are no longer in force. ``large`` is the number of people in those that
    have one of their own; each other has fewer than ``least``, perhaps nobody."""

    large: ShownNumber | None
    least: int


async def people_in_old_wards(tx: Transaction, library: Library) -> OldWards | None:
    """How many people have a ward that is not in force, and can choose again; None where there is
    no such ward, whether anybody has it or not: else the line itself would tell of one person.

    What is shown of each ward, added up, as in a preview: leaving out other wards in a copy
    of the files shows no more. It reads a row for each of these people, so it belongs in a reading
    transaction.
    """
    earlier = {c for c, ward in library.former.items() if ward.vintage < library.council.vintage}
    gone = (await deployment.facts(tx, WARD_NAMED)).keys() - library.former.keys()
    lived_in = (await residents.wards_lived_in(tx)).keys()
    old = (earlier | gone | lived_in) - library.wards.keys()
    if not old:
        return None
    people = await contacts.count_living_in(tx, old)
    thresholds = library.council.thresholds
    numbers = [shown_number(people[ward], thresholds) for ward in people]
    large = [number for number in numbers if number.about is not None]
    return OldWards(together(large) if large else None, thresholds.smallest_cell)


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
