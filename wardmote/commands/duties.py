"""`wardmote duty`: who has which duty, for which wards, until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from content.schema.authored import local
from engagement.staff.duties import NEEDED, Duty, Holder
from engagement.staff.rights import StaffMember
from usecases.staff import duties
from usecases.staff.remove import NoSuchMember, number_of_id
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.join_links import known_wards
from wardmote.commands.transaction import in_reading, with_council
from wardmote.service.settings import Settings

TOO_FEW_READ_DANGER = (
    f"Fewer than {NEEDED[Duty.SAFEGUARDING]} people are named to read words of danger and can be "
    "reached. Name them: wardmote safeguarding name NUMBER --until DATE"
)
LACKING: Mapping[Duty, str] = {Duty.SAFEGUARDING: TOO_FEW_READ_DANGER}
"""What to do where too few people have a duty that is in use."""
NOBODY = "Nobody has a duty. To give one: wardmote duty give NUMBER DUTY --until DATE"
NOT_WITHIN_A_YEAR = "Give an end date from today on, and within a year."


async def listed(settings: Settings) -> str:
    """A line for every duty that was given, and for each that too few people have. Raises
    CannotRun."""
    council = council_files(settings)
    names = {c: f"{ward.name} (not in force)" for c, ward in council.former.items()}
    names |= {c: ward.name for c, ward in council.wards.items()}
    zone = council.council.timezone
    now = datetime.now(UTC)

    async def read(tx: Transaction) -> list[str]:
        lines = [_line(one, names, zone, current=c) for one, c in await duties.listed(tx, now)]
        return [*(lines or [NOBODY]), *(LACKING[d] for d in await duties.lacking_now(tx, now))]

    return "\n".join(await in_reading(settings, read))


async def give(
    settings: Settings, number: str, duty: str, until: str, *, wards: tuple[str, ...], by: str
) -> str:
    """Give a duty; say who has it, where and until when. Raises CannotRun."""
    chosen, day = _duty(duty), a_day(until)
    council = council_files(settings)
    codes = known_wards(council, wards)

    async def act(tx: Transaction, world: World) -> StaffMember:
        return await duties.give(tx, world, number, chosen, until=day, wards=codes, by=by)

    try:
        member = await with_council(settings, act, council)
    except duties.NoSuchDecider:
        raise CannotRun(
            f"Nothing was given: --by {by} is not the number of a colleague who holds a role. Give "
            "the number of the colleague who decides (see: wardmote staff list), or leave --by out."
        ) from None
    except NoSuchMember:
        raise CannotRun(nobody(number)) from None
    except duties.DateNotGood:
        raise CannotRun(NOT_WITHIN_A_YEAR) from None
    except duties.ForEveryWard:
        raise CannotRun(f"The duty {chosen} is for every ward: leave out --wards.") from None
    where = ", ".join(council.wards[code].name for code in codes) or "every ward"
    decided = f" Decided by number {by}." if by else ""
    return f"{member.label} has the duty {chosen} for {where}, to the end of {until}.{decided}"


async def end(settings: Settings, number: str, duty: str) -> str:
    """End somebody's duty; say whose it was. Raises CannotRun."""
    chosen = _duty(duty)

    async def act(tx: Transaction, world: World) -> tuple[StaffMember, bool]:
        return await duties.end(tx, world, number, chosen)

    try:
        member, had_it = await with_council(settings, act)
    except NoSuchMember:
        raise CannotRun(nobody(number)) from None
    if not had_it:
        return f"{member.label} does not have the duty {chosen}. Nothing has changed."
    return f"{member.label} no longer has the duty {chosen}."


def a_day(written: str) -> date:
    """The date that was typed. Raises CannotRun."""
    try:
        day = date.fromisoformat(written)
        if day.isoformat() != written:  # 20270331 and 2027-W13-3 are dates to Python
            raise ValueError(written)
    except ValueError:
        raise CannotRun(f"{written} is not a date. Write it as 2027-03-31.") from None
    return day


def nobody(number: str) -> str:
    """The line for a number that no member of staff has."""
    return f"Nobody who holds a role has the number {number}. See: wardmote staff list"


def _duty(written: str) -> Duty:
    try:
        return Duty(written)
    except ValueError:
        raise CannotRun(f"A duty is one of: {', '.join(Duty)}.") from None


def to_when(one: Holder, zone: str) -> str:
    """The last day of somebody's duty by the council's clocks, or the day on which it was ended or
    ended with the role."""
    ended = min((at for at in (one.ended_at, one.left_at) if at is not None), default=one.until)
    if ended < one.until:
        how = "" if one.ended_at == ended else " with the role"
        return f"ended{how} on {local(ended, zone).date()}"
    return f"to the end of {local(one.until - timedelta(microseconds=1), zone).date()}"


def state_of(one: Holder, *, current: bool) -> str:
    """Whether a duty is over, or messages don't reach who has it; empty if all is well."""
    if not current:
        return "  (over)"
    return "" if one.reachable else "  (sent /stop, blocked the bot or is gone)"


def _line(one: Holder, names: Mapping[str, str], zone: str, *, current: bool) -> str:
    where = ", ".join(names.get(code, code) for code in sorted(one.wards)) or "every ward"
    by = f"  decided by {one.named_by}" if one.named_by else ""
    state = f"{to_when(one, zone)}{by}{state_of(one, current=current)}"
    return f"{number_of_id(one.staff_id)}  {one.duty}  {one.label}  {where}  {state}"
