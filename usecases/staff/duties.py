"""Giving duties to staff by command, ending them, and saying who has which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from content.schema.authored import local
from engagement.people.outlasting import DutyEnded, DutyGiven
from engagement.staff.duties import (
    FOR_EVERY_WARD,
    Duty,
    Holder,
    holds,
    is_current,
    lacking,
    may_end_on,
)
from engagement.staff.rights import StaffMember
from storage.operations import deployment, safety_alerts
from storage.people import duty_holders
from storage.staff import duties
from usecases.staff.remove import NoSuchMember, member_numbered
from usecases.world import Transaction, World


class DateNotGood(Exception):
    """The end date is not in the coming year."""


class NoSuchDecider(Exception):
    """No member of staff has the number given with --by."""


class ForEveryWard(Exception):
    """This duty is never for some wards only."""


async def give(
    tx: Transaction,
    world: World,
    number: str,
    duty: Duty,
    *,
    until: date,
    wards: Sequence[str] = (),
    by: str = "",
) -> StaffMember:
    """Give a duty to the member of staff with this number of `staff list`, to the end of the day
    ``until``, for these wards or for every ward. ``by`` is the number of whoever decided it.

    Alerts about words of danger that are open go at once to somebody who wasn't named before.
    Raises NoSuchMember, NoSuchDecider, DateNotGood, ForEveryWard.
    """
    member = await member_numbered(tx, number)
    decided_by = await _decider(tx, by) if by else None
    now, zone = world.now(), world.library.council.timezone
    if not may_end_on(until, local(now, zone).date()):
        raise DateNotGood
    if wards and duty in FOR_EVERY_WARD:
        raise ForEveryWard
    before = await duty_holders.holders(tx, duty)
    if duty is Duty.SAFEGUARDING and not holds(member.id, before, duty, now):
        await safety_alerts.send_all_again(tx)
    ends = datetime.combine(until, time(), ZoneInfo(zone)) + timedelta(days=1)
    await duties.give(tx, member.id, duty, until=ends, now=now, wards=wards, named_by=decided_by)
    world.outlast(DutyGiven(member.id, duty))
    detail = {"until": until.isoformat(), "wards": [*wards]}
    await deployment.note(tx, "gave-duty", staff_id=member.id, subject=duty, detail=detail, now=now)
    return member


async def _decider(tx: Transaction, number: str) -> int:
    try:
        return (await member_numbered(tx, number)).id
    except NoSuchMember:
        raise NoSuchDecider from None


async def end(tx: Transaction, world: World, number: str, duty: Duty) -> tuple[StaffMember, bool]:
    """End somebody's duty at once; False if they don't have it. Raises NoSuchMember."""
    member = await member_numbered(tx, number)
    now = world.now()
    had_it = await duties.end(tx, member.id, duty, now)
    if had_it:
        world.outlast(DutyEnded(member.id, duty))
        await deployment.note(tx, "ended-duty", staff_id=member.id, subject=duty, now=now)
    return member, had_it


async def listed(
    tx: Transaction, now: datetime, duty: Duty | None = None
) -> list[tuple[Holder, bool]]:
    """Everybody who was given ``duty``, or any, and whether they have it now."""
    return [(h, is_current(h, now)) for h in await duty_holders.holders(tx, duty)]


async def lacking_now(tx: Transaction, now: datetime) -> tuple[Duty, ...]:
    """The duties in use that too few people have, of those who can be reached."""
    return lacking(await duty_holders.holders(tx), now)
