"""Holds before an election for what is shown: to those who send, and to those who ask."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from engagement.broadcasts.election_hold import Period, in_force, periods, was_met
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.errors import WaitsForElection
from storage.broadcasts.records import Broadcast
from usecases.world import World


def held_until(world: World, wards: Iterable[str]) -> date | None:
    """The last day of the hold that is on now in any of these wards; None if none is."""
    hold = in_force([p for ward in wards for p in periods_for(world, ward)], world.now())
    return hold.last_day if hold else None


def periods_for(world: World, ward: str) -> tuple[Period, ...]:
    """The holds for a ward."""
    council = world.library.council
    return periods(council.holds, ward, council.timezone)


def copy_periods(world: World, found: Broadcast, home: str) -> list[Period]:
    """The holds for a copy of a broadcast: those of the ward its reader lives in. Somebody
    elsewhere follows one of the message's wards; any of them may be the one."""
    there = {home} if home in found.wards else {home, *found.wards}
    return [period for ward in there for period in periods_for(world, ward)]


def check_may_show(world: World, wards: Iterable[str]) -> None:
    """Raise WaitsForElection while what is about these wards may not be published."""
    last_day = held_until(world, wards)
    if last_day is not None:
        raise WaitsForElection(day=last_day + timedelta(days=1))


def is_withheld(world: World, found: Broadcast, home: str) -> bool:
    """Whether a broadcast was approved during a hold for somebody who lives in ``home``, and not
    released: then nobody there has got it, and it isn't shown to them either."""
    if found.kind in AT_ANY_TIME:
        return False
    approved = found.approved_at or world.now()
    return was_met(
        copy_periods(world, found, home), since=approved, now=approved, released=found.released_at
    )
