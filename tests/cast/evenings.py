"""Hours by the council's clocks, and elections, for a staged neighbourhood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from company import Neighbourhood

from content.schema.authored import local
from content.schema.sending import Hold


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
