"""`wardmote safeguarding`: who is named to read words of danger, until when."""

from __future__ import annotations

from datetime import UTC, date, datetime

from engagement.operations.safety_alerts import WANTED
from engagement.staff.rights import StaffMember
from usecases.operations import safeguarding
from usecases.staff.remove import NoSuchMember, number_of_id
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun
from wardmote.commands.transaction import in_reading, with_council
from wardmote.service.settings import Settings

TOO_FEW = (
    f"Fewer than {WANTED} people are named to read words of danger and can be reached. "
    "Name them: wardmote safeguarding name NUMBER --until DATE"
)


async def listed(settings: Settings) -> str:
    """A line for everybody who was named, and a warning of too few. Raises CannotRun."""
    now = datetime.now(UTC)

    async def read(tx: Transaction) -> list[str]:
        lines = [
            _line(named, current=current) for named, current in await safeguarding.listed(tx, now)
        ]
        return lines if await safeguarding.is_enough(tx, now) else [*lines, TOO_FEW]

    return "\n".join(await in_reading(settings, read))


async def name(settings: Settings, number: str, until: str) -> str:
    """Name a member of staff; say who and until when. Raises CannotRun."""
    try:
        day = date.fromisoformat(until)
        if day.isoformat() != until:  # 20270331 and 2027-W13-3 are dates to Python
            raise ValueError(until)
    except ValueError:
        raise CannotRun(f"{until} is not a date. Write it as 2027-03-31.") from None

    async def act(tx: Transaction, world: World) -> StaffMember:
        return await safeguarding.name(tx, world, number, day)

    try:
        member = await with_council(settings, act)
    except NoSuchMember:
        raise CannotRun(_nobody(number)) from None
    except safeguarding.DateNotGood:
        raise CannotRun("Give an end date from today on, and within a year.") from None
    return f"{member.label} is named to read words of danger, to the end of {until}."


async def end(settings: Settings, number: str) -> str:
    """End somebody's naming; say whose it was. Raises CannotRun."""

    async def act(tx: Transaction, world: World) -> tuple[StaffMember, bool]:
        return await safeguarding.end(tx, world, number)

    try:
        member, was_named = await with_council(settings, act)
    except NoSuchMember:
        raise CannotRun(_nobody(number)) from None
    if not was_named:
        return f"{member.label} was not named. Nothing has changed."
    return f"{member.label} no longer reads words of danger."


def _line(named: safeguarding.Named, *, current: bool) -> str:
    away = "" if named.reachable else "  (sent /stop, blocked the bot or is gone)"
    state = away if current else "  (over)"
    last = named.until.astimezone(UTC)
    return f"{number_of_id(named.staff_id)}  {named.label}  until {last:%Y-%m-%d %H:%M} UTC{state}"


def _nobody(number: str) -> str:
    return f"Nobody who holds a role has the number {number}. See: wardmote staff list"
