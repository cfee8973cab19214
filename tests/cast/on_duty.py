"""Staff who are named to read words of danger, and what is on their phones."""

import re
from datetime import date, timedelta

from company import Neighbourhood, Person

from engagement.staff.rights import Role
from usecases.operations import safeguarding
from usecases.staff.remove import everybody, number_of
from usecases.world import Transaction

HURT = "My husband hits me and I don't know where to go"


async def named(hood: Neighbourhood, role: Role, label: str, until: date | None = None) -> Person:
    """A member of staff who is named to read words of danger."""
    person = await hood.staff(role, label=label)
    await named_again(hood, label, until or (hood.stage.clock.now() + timedelta(days=90)).date())
    return person


async def named_again(hood: Neighbourhood, label: str, last: date) -> None:
    """The member of staff with this label is named to read words of danger, to this day."""
    service = hood.stage.service

    async def name(tx: Transaction) -> None:
        members = await everybody(tx)
        number = number_of(next(m for m in members if m.label == label))
        await safeguarding.name(tx, service.world, number, last)

    await service.batcher.run(name)


def reference(person: Person) -> str:
    """The reference in the newest alert on this phone."""
    found = re.findall(
        r"Words of danger: (\S+)|Numbers to call were shown: (\S+)", all_text(person)
    )
    return next(part for part in found[-1] if part)


def all_text(person: Person) -> str:
    return "\n".join(m.text for m in person.from_bot)
