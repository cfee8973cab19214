"""Hours by the council's clocks, and elections, for a staged neighbourhood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from company import Neighbourhood, Person

from content.schema.authored import local
from content.schema.sending import Hold
from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from usecases.staff import duties
from usecases.staff.remove import everybody, number_of
from usecases.world import Transaction


async def at(hood: Neighbourhood, hour: int, minute: int = 0, *, days: int = 0) -> None:
    """Go on to this hour of the day, ``days`` days from today."""
    now = hood.stage.clock.now()
    there = local(now, hood.library.council.timezone) + timedelta(days=days)
    there = there.replace(hour=hour, minute=minute, second=0, microsecond=0)
    await hood.leap(there.astimezone(now.tzinfo))


def election(hood: Neighbourhood, *wards: str, first: date, last: date) -> None:
    """There is an election in these wards, or in all."""
    world = hood.stage.service.world
    hold = Hold(first_day=first, last_day=last, wards=wards or "all", reason="-", source="-")
    council = world.library.council.model_copy(update={"holds": (hold,)})
    world.renew(replace(world.library, council=council), world.loaded)


async def monitors(hood: Neighbourhood, label: str, *wards: str) -> Person:
    """A monitoring officer, for these wards or for all."""
    person = await hood.staff(Role.OPERATOR, label=label)
    await has_duty(hood, label, *wards)
    return person


async def has_duty(hood: Neighbourhood, label: str, *wards: str) -> None:
    """Make the member of staff with this label the monitoring officer for these wards."""
    service = hood.stage.service

    async def give(tx: Transaction) -> None:
        member = next(m for m in await everybody(tx) if m.label == label)
        until = service.world.now().date() + timedelta(days=90)
        number, duty = number_of(member), Duty.MONITORING_OFFICER
        await duties.give(tx, service.world, number, duty, until=until, wards=wards)

    await service.batcher.run(give)
