"""People whose ward is no longer in force: how many there are, as far as that may be shown."""

from __future__ import annotations

from dataclasses import dataclass

from content.library import Library
from engagement.insight.disclosure import rounded
from storage.people import contacts, residents
from usecases.world import Transaction


@dataclass(frozen=True, slots=True)
class PeopleInOldWards:
    """A rounded number of people; ``about`` is None for fewer than ``least``."""

    about: int | None
    least: int


async def people_in_old_wards(tx: Transaction, library: Library) -> PeopleInOldWards | None:
    """How many people have a ward that is not in force, and can choose again; None for nobody.

    It reads a row for each of them, so it belongs in a reading transaction.
    """
    old = (await residents.wards_lived_in(tx)).keys() - library.wards.keys()
    people = await contacts.count_living_in(tx, old) if old else 0
    if not people:
        return None
    thresholds = library.council.thresholds
    few = people < thresholds.smallest_cell
    return PeopleInOldWards(
        about=None if few else rounded(people, thresholds.rounding),
        least=thresholds.smallest_cell,
    )
