"""/ward: which ward am I in, and moving house."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema import Ward
from storage import drafts, people
from storage.drafts import Draft
from usecases import place
from usecases.people import Person
from usecases.place import WardQuestion
from usecases.world import Transaction, World

MOVING = "ward"
"""The kind of the draft of somebody who is choosing another ward."""


@dataclass(frozen=True, slots=True)
class WardShown:
    """The resident's ward. ``moved`` is true just after a change."""

    ward: Ward
    vintage: int
    moved: bool = False


def show(world: World, person: Person) -> WardShown:
    """The ward we have for this resident. Raises NotJoined."""
    _, ward = person.resident
    return WardShown(ward=world.library.wards[ward], vintage=world.vintage)


async def ask(
    tx: Transaction, world: World, person: Person, *, page: int | None = None
) -> WardQuestion:
    """Ask where home is now: by postcode or name, or from the list. Raises NotJoined."""
    _ = person.resident
    if person.contact is not None:
        await drafts.keep(tx, person.contact.id, Draft(MOVING), world.now())
    if page is None:
        return WardQuestion(moving=True)
    return place.page_of(world, page, moving=True)


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> WardQuestion | WardShown:
    """Words from somebody choosing another ward. Raises the refusals of ``place.read_place``."""
    found = place.read_place(world, text)
    if found.ward is None:
        return place.only(world, found.several, moving=True)
    return await move(tx, world, person, found.ward.code)


async def move(tx: Transaction, world: World, person: Person, ward: str) -> WardShown:
    """Live in ``ward`` from now on. Responses keep the ward of their first answer."""
    resident, _ = person.resident
    await people.move_resident(tx, resident, ward=ward, vintage=world.vintage)
    if person.contact is not None:
        await drafts.drop(tx, person.contact.id)
    return WardShown(ward=world.library.wards[ward], vintage=world.vintage, moved=True)
