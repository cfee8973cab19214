"""The end of a duty that comes with its date: who hears of it, in time and when it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from engagement.staff.duties import NEEDED, Duty, Ending, Holder, ending, hears
from engagement.staff.rights import Role
from storage.operations import deployment
from storage.people import duty_holders
from usecases.broadcasts import held_sends
from usecases.broadcasts.who_decides import is_reached
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World

TOLD = "said-duty-ends"
"""The act in the audit that says who was notified of which duty's end, and how near it was."""


@dataclass(frozen=True, slots=True)
class DutyNotice:
    """These people's duty ends, or has ended, at ``until``; ``left`` others have it then whom
    messages reach."""

    duty: Duty
    stage: Ending
    until: datetime
    who: tuple[Holder, ...]
    left: int
    people: tuple[Person, ...]


async def due(tx: Transaction, world: World) -> list[DutyNotice]:
    """The notices to send now. What ends later waits for the day; that it has ended does not."""
    if await held_sends.held(tx) is not None:
        return []
    now = world.now()
    everybody = [h for duty in NEEDED for h in await duty_holders.holders(tx, duty)]
    together: dict[tuple[Duty, Ending, datetime], list[Holder]] = {}
    for holder in everybody:
        stage = ending(holder, now)
        if stage is None or (world.is_quiet and stage is not Ending.OVER):
            continue
        if not await deployment.was_noted(tx, TOLD, _subject(holder, stage)):
            together.setdefault((holder.duty, stage, holder.until), []).append(holder)
    if not together:
        return []
    staff = [p for p in await staff_in_post(tx, world) if is_reached(p)]
    found = [
        DutyNotice(
            duty, stage, until, tuple(who), *_left_and_told(everybody, staff, duty, until, now)
        )
        for (duty, stage, until), who in together.items()
    ]
    return [one for one in found if one.people and _is_news(one)]


async def mark_told(tx: Transaction, world: World, notice: DutyNotice) -> None:
    """At least one of them has it."""
    for holder in notice.who:
        subject = _subject(holder, notice.stage)
        await deployment.note(tx, TOLD, staff_id=None, subject=subject, now=world.now())


def _left_and_told(
    everybody: Iterable[Holder], staff: Iterable[Person], duty: Duty, until: datetime, now: datetime
) -> tuple[int, tuple[Person, ...]]:
    """How many have the duty after ``until``, and who hears of it: all who have it or had it until
    then, and the administrators."""
    of_duty = [h for h in everybody if h.duty is duty and h.in_post and h.ended_at is None]
    left = {h.staff_id for h in of_duty if hears(h, max(now, until))}
    concerned = {h.staff_id for h in of_duty if h.until >= min(now, until)}
    told = tuple(
        p
        for p in staff
        if p.staff is not None and (p.staff.id in concerned or p.staff.role is Role.ADMINISTRATOR)
    )
    return len(left), told


def _is_news(notice: DutyNotice) -> bool:
    """Once it is over only a duty that too few have is news: the others have heard before."""
    return notice.stage is not Ending.OVER or notice.left < NEEDED[notice.duty]


def _subject(holder: Holder, stage: Ending) -> str:
    return f"{holder.duty}-{holder.id}-{stage}"
