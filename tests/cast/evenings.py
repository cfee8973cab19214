"""Moves a staged neighbourhood to an hour by the council's clocks."""

from __future__ import annotations

from datetime import timedelta

from company import Neighbourhood

from content.schema.authored import local


async def at(hood: Neighbourhood, hour: int, minute: int = 0, *, days: int = 0) -> None:
    """Go on to this hour of the day, ``days`` days from today."""
    now = hood.stage.clock.now()
    there = local(now, hood.library.council.timezone) + timedelta(days=days)
    there = there.replace(hour=hour, minute=minute, second=0, microsecond=0)
    await hood.leap(there.astimezone(now.tzinfo))
