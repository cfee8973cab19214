"""What an officer taps or types under /manage: until when, why, and then it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.consultations.managing_refusals import ManageWords, ReasonNeeded
from engagement.consultations.opening import moment_of
from engagement.consultations.typed_moments import moment_typed
from engagement.errors import OldButton
from engagement.staff.rights import StaffMember
from usecases.consultations import managing, opening, steer
from usecases.consultations.managing import Managed
from usecases.people.identify import Person
from usecases.world import Transaction, World
from usecases.world import steer as steer_world


class Choice(StrEnum):
    """What can be decided once it may open."""

    EXTEND = "extend"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    REPORT = "report"


CHOICES = tuple(Choice)
"""Buttons carry the place in this list."""
DAYS: Mapping[Choice, tuple[int, ...]] = MappingProxyType(
    {Choice.EXTEND: (1, 7, 14, 28), Choice.PAUSE: (1, 3, 7)}
)
"""Days later on offer: than the close in force, or than today at ``GOES_ON_AT``."""
GOES_ON_AT = 9
REASONS: Mapping[Choice, tuple[str, ...]] = MappingProxyType(
    {
        Choice.EXTEND: ("more-time", "not-reached", "put-right"),
        Choice.PAUSE: ("put-right", "looked-at"),
        Choice.CLOSE: ("needed-sooner", "put-right"),
        Choice.WITHDRAW: ("settled", "plans-changed", "mistake"),
    }
)
"""Reasons on offer. Each has words in every language; any other reason is typed."""


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """Until when, or why? ``until`` are the moments on offer, ``counted_from`` says from what they
    are counted; ``option`` is the place of the one that was chosen, and ``reasons`` those on offer
    then."""

    consultation: Consultation
    code: int
    choice: Choice
    until: tuple[datetime, ...] = ()
    counted_from: int = 0
    option: int | None = None
    reasons: tuple[str, ...] = ()


async def ask(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    place: int,
    chosen: tuple[int, int] | None,
) -> ChoiceQuestion | Managed:
    """Ask until when, then why; do at once what needs neither. ``chosen`` is the place of a moment,
    and from what that was counted. Raises OldButton and what the decision raises."""
    await steer_world(tx, world)
    found = world.consultation_coded(code).consultation
    choice = _choice(place)
    member = opening.check_may_steer(world, person.staff, found)
    if choice not in REASONS:
        return await _done(tx, world, member, found, choice, None, "")
    until, start = moments(world, found, choice), counted_from(world, found, choice)
    if until and chosen is None:
        return ChoiceQuestion(found, code, choice, until, start)
    option, offered_from = chosen or (0, start)
    if offered_from != start or (until and option >= len(until)):
        raise OldButton
    return ChoiceQuestion(found, code, choice, until, start, option, REASONS[choice])


async def tap(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    place: int,
    option: int,
    reason: int,
    offered_from: int,
) -> Managed:
    """Do what was chosen. Raises OldButton, also where the moments have changed since they were
    offered, and what the decision raises."""
    await steer_world(tx, world)
    found = world.consultation_coded(code).consultation
    choice = _choice(place)
    member = opening.check_may_steer(world, person.staff, found)
    if offered_from != counted_from(world, found, choice):
        raise OldButton
    reasons, until = REASONS.get(choice, ()), moments(world, found, choice)
    if reason >= len(reasons) or (until and option >= len(until)):
        raise OldButton
    moment = until[option] if until else None
    return await _done(tx, world, member, found, choice, moment, reasons[reason])


async def say(
    tx: Transaction,
    world: World,
    person: Person,
    words: str,
    called: Mapping[str, Choice],
) -> Managed:
    """Words after /manage: which one, what, until when, and after a colon why. ``called`` are the
    words for each choice. Raises ManageWords, NoSuchTime, ReasonNeeded, and what the decision
    raises."""
    listed = managing.begin(world, person).rows
    which, _, rest = words.strip().partition(" ")
    code = next((c for c, found, _ in listed if found.slug == which.casefold()), None)
    if code is None and which.isdecimal() and 1 <= int(which) <= len(listed):
        code = listed[int(which) - 1][0]
    if code is None:
        raise ManageWords
    if not rest.strip():
        return await managing.show(tx, world, person, code)
    what, _, rest = rest.strip().partition(" ")
    choice = called.get(what.rstrip(":").casefold())
    if choice is None:
        raise ManageWords
    await steer_world(tx, world)
    found = world.consultation_coded(code).consultation
    member = opening.check_may_steer(world, person.staff, found)
    moment, reason = _moment_and_reason(
        world, choice, rest if not what.endswith(":") else f": {rest}"
    )
    return await _done(tx, world, member, found, choice, moment, reason)


def _moment_and_reason(world: World, choice: Choice, rest: str) -> tuple[datetime | None, str]:
    """Those in "14 October 2022 17:00: people asked": a colon before a space ends the time."""
    if choice not in DAYS:
        return None, rest.strip().removeprefix(":").strip()
    at, colon, reason = rest.partition(": ")
    if not colon:
        raise ReasonNeeded(most=steer.LONGEST_REASON)
    zone = world.library.council.timezone
    today = local(world.now(), zone).date()
    return moment_typed(at.strip(), today=today, zone=zone), reason


def moments(world: World, found: Consultation, choice: Choice) -> tuple[datetime, ...]:
    """The moments on offer, by the council's clocks."""
    zone = world.library.council.timezone
    wall = _start(world, found, choice).replace(tzinfo=None)
    offered = (moment_of(wall + timedelta(days=days), zone) for days in DAYS.get(choice, ()))
    return tuple(moment for moment in offered if moment is not None)


def counted_from(world: World, found: Consultation, choice: Choice) -> int:
    """From what the moments on offer are counted, in minutes; 0 where none are. Buttons carry it:
    after a later close the same button would mean another moment."""
    return int(_start(world, found, choice).timestamp()) // 60 if choice in DAYS else 0


def _start(world: World, found: Consultation, choice: Choice) -> datetime:
    zone = world.library.council.timezone
    if choice is not Choice.PAUSE:
        return local(found.closes_at, zone)
    return local(world.now(), zone).replace(hour=GOES_ON_AT, minute=0, second=0, microsecond=0)


def _choice(place: int) -> Choice:
    if place >= len(CHOICES):
        raise OldButton
    return CHOICES[place]


async def _done(
    tx: Transaction,
    world: World,
    member: StaffMember,
    found: Consultation,
    choice: Choice,
    until: datetime | None,
    reason: str,
) -> Managed:
    slug, moment = found.slug, until or found.closes_at
    match choice:
        case Choice.EXTEND:
            await steer.extend(tx, world, member, slug, moment, reason)
        case Choice.PAUSE:
            await steer.pause(tx, world, member, slug, moment, reason)
        case Choice.RESUME:
            await steer.resume(tx, world, member, slug)
        case Choice.CLOSE:
            await steer.close(tx, world, member, slug, reason)
        case Choice.WITHDRAW:
            await steer.withdraw(tx, world, member, slug, reason)
        case Choice.REPORT:
            await steer.report(tx, world, member, slug, reason)
    shown = await managing.of(tx, world, member, world.consultation(slug).consultation)
    return replace(shown, ends_asking=choice is Choice.WITHDRAW)
