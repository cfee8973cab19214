"""`wardmote safeguarding`: who is named to read words of danger, until when. It gives and ends the
duty `safeguarding` of `wardmote duty`."""

from __future__ import annotations

from datetime import UTC, datetime

from engagement.staff.rights import StaffMember
from usecases.operations import safeguarding
from usecases.staff.duties import DateNotGood
from usecases.staff.remove import NoSuchMember, number_of_id
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.duties import (
    NOT_WITHIN_A_YEAR,
    TOO_FEW_READ_DANGER,
    a_day,
    nobody,
    state_of,
    to_when,
)
from wardmote.commands.transaction import in_reading, with_council
from wardmote.service.settings import Settings


async def listed(settings: Settings) -> str:
    """A line for everybody who was named, and a warning of too few. Raises CannotRun."""
    now, zone = datetime.now(UTC), council_files(settings).council.timezone

    async def read(tx: Transaction) -> list[str]:
        lines = [
            _line(one, zone, current=current) for one, current in await safeguarding.listed(tx, now)
        ]
        return lines if await safeguarding.is_enough(tx, now) else [*lines, TOO_FEW_READ_DANGER]

    return "\n".join(await in_reading(settings, read))


async def name(settings: Settings, number: str, until: str) -> str:
    """Name a member of staff; say who and until when. Raises CannotRun."""
    day = a_day(until)

    async def act(tx: Transaction, world: World) -> StaffMember:
        return await safeguarding.name(tx, world, number, day)

    try:
        member = await with_council(settings, act)
    except NoSuchMember:
        raise CannotRun(nobody(number)) from None
    except DateNotGood:
        raise CannotRun(NOT_WITHIN_A_YEAR) from None
    return f"{member.label} is named to read words of danger, to the end of {until}."


async def end(settings: Settings, number: str) -> str:
    """End somebody's naming; say whose it was. Raises CannotRun."""

    async def act(tx: Transaction, world: World) -> tuple[StaffMember, bool]:
        return await safeguarding.end(tx, world, number)

    try:
        member, was_named = await with_council(settings, act)
    except NoSuchMember:
        raise CannotRun(nobody(number)) from None
    if not was_named:
        return f"{member.label} was not named. Nothing has changed."
    return f"{member.label} no longer reads words of danger."


def _line(named: safeguarding.Holder, zone: str, *, current: bool) -> str:
    state = state_of(named, current=current)
    return f"{number_of_id(named.staff_id)}  {named.label}  {to_when(named, zone)}{state}"
