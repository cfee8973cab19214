"""What an officer taps under /manage: until when, why, and a yes to what can't be undone.

What is chosen or typed so far is a draft, so that the next message may be the reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.managing_refusals import NotNow
from engagement.consultations.opening import moment_of
from engagement.errors import OldButton
from engagement.staff.rights import StaffMember
from storage.broadcasts import started
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from usecases.consultations import managing, opening, steer
from usecases.consultations.managing import Managed
from usecases.people import unfinished
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
    UNREPORT = "unreport"


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
FITS: Mapping[Stage, tuple[Choice, ...]] = MappingProxyType(
    {
        Stage.ASKED: (Choice.WITHDRAW,),
        Stage.APPROVED: (Choice.EXTEND, Choice.WITHDRAW),
        Stage.OPEN: (Choice.EXTEND, Choice.PAUSE, Choice.CLOSE, Choice.WITHDRAW),
        Stage.PAUSED: (Choice.EXTEND, Choice.RESUME, Choice.CLOSE, Choice.WITHDRAW),
        Stage.CLOSED: (Choice.EXTEND, Choice.REPORT),
        Stage.REPORTED: (Choice.UNREPORT,),
    }
)
"""What can be decided at each stage. At others nothing is left, or it is about the opening."""
DECIDING = "deciding"
"""The draft kind of an officer who is asked until when or why, or for a yes."""


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


@dataclass(frozen=True, slots=True)
class ChoiceCheck:
    """Is this really to be done? It can't be undone. ``key`` names what is asked about."""

    consultation: Consultation
    code: int
    choice: Choice
    reason: str
    key: int


Next = ChoiceQuestion | ChoiceCheck | Managed


async def ask(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    place: int,
    chosen: tuple[int, int] | None,
) -> Next:
    """Ask until when, then why; do at once what needs neither. ``chosen`` is the place of a moment,
    and from what that was counted. Raises OldButton and what the decision raises."""
    member, found = await _about(tx, world, person, code)
    choice = _choice(place)
    if chosen is not None and chosen[1] != counted_from(world, found, choice):
        raise OldButton
    until = moments(world, found, choice)
    if chosen is not None and until and chosen[0] >= len(until):
        raise OldButton
    moment = until[chosen[0]] if chosen is not None and until else None
    return await go_on(tx, world, person, member, found, choice, moment)


async def go_on(
    tx: Transaction,
    world: World,
    person: Person,
    member: StaffMember,
    found: Consultation,
    choice: Choice,
    until: datetime | None,
    reason: str = "",
) -> Next:
    """Ask for what is still to be said, and do it once nothing is. Raises NotNow where it doesn't
    fit by now, ReasonNeeded, and what the decision raises."""
    asked = await question(tx, world, person, found, choice, until, reason)
    if asked is not None:
        return asked
    await unfinished.end(tx, person, DECIDING)
    return await _done(tx, world, member, found, choice, until, reason)


async def question(
    tx: Transaction,
    world: World,
    person: Person,
    found: Consultation,
    choice: Choice,
    until: datetime | None,
    reason: str,
) -> ChoiceQuestion | ChoiceCheck | None:
    """What is still to be asked before it is done; None for nothing. Raises NotNow,
    ReasonNeeded."""
    if choice not in FITS.get(stage(found, world.now()), ()):
        raise NotNow(title=found.title)
    code = world.loaded.consultation_codes[found.slug]
    if choice in DAYS and until is None:
        await _keep(tx, world, person, found, choice)
        offered = moments(world, found, choice)
        return ChoiceQuestion(found, code, choice, offered, counted_from(world, found, choice))
    if not reason and await _needs_reason(tx, found, choice):
        await _keep(tx, world, person, found, choice, until)
        offered, start = moments(world, found, choice), counted_from(world, found, choice)
        option = offered.index(until) if until in offered else 0
        # Buttons carry the place of a moment: for one that was typed the reason is typed too.
        reasons = REASONS.get(choice, ()) if until is None or until in offered else ()
        return ChoiceQuestion(found, code, choice, offered, start, option, reasons)
    if cannot_be_undone(found, choice, world.now()):
        said = steer.reason_of(reason)
        await _keep(tx, world, person, found, choice, until, said)
        return ChoiceCheck(found, code, choice, said, key_of(found, choice, said))
    return None


def cannot_be_undone(found: Consultation, choice: Choice, now: datetime) -> bool:
    """Whether this is done for good, or is seen at once by everybody who answers: it needs a yes of
    its own. Before it has opened, withdrawing only takes back the approval."""
    has_opened = stage(found, now) in (Stage.OPEN, Stage.PAUSED)
    return has_opened and choice in (Choice.CLOSE, Choice.WITHDRAW)


async def _needs_reason(tx: Transaction, found: Consultation, choice: Choice) -> bool:
    if choice is Choice.REPORT:
        return not await started.outcomes_sent(tx, [found.slug])
    return choice in REASONS


async def tap(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    place: int,
    option: int,
    reason: int,
    offered_from: int,
) -> Next:
    """Do what was chosen, or ask for a yes. Raises OldButton, also where the moments have changed
    since they were offered, and what the decision raises."""
    member, found = await _about(tx, world, person, code)
    choice = _choice(place)
    if offered_from != counted_from(world, found, choice):
        raise OldButton
    reasons, until = REASONS.get(choice, ()), moments(world, found, choice)
    if reason >= len(reasons) or (until and option >= len(until)):
        raise OldButton
    moment = until[option] if until else None
    return await go_on(tx, world, person, member, found, choice, moment, reasons[reason])


async def confirm(
    tx: Transaction, world: World, person: Person, code: int, place: int, key: int
) -> Managed:
    """Yes to what can't be undone. Raises OldButton where that isn't what was asked last, and what
    the decision raises."""
    member, found = await _about(tx, world, person, code)
    choice, draft = _choice(place), person.draft(DECIDING)
    reason = str(draft.data.get("reason", "")) if draft is not None else ""
    if not reason or key != key_of(found, choice, reason):
        raise OldButton
    await unfinished.end(tx, person, DECIDING)
    return await _done(tx, world, member, found, choice, None, reason)


def key_of(found: Consultation, choice: Choice, reason: str) -> int:
    """What the button for a yes carries, so that it does nothing else than was shown with it."""
    said = f"{found.slug} {choice} {found.closes_at.isoformat()} {reason}".encode()
    return int.from_bytes(hashlib.blake2b(said, digest_size=4).digest()) >> 1


async def _about(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[StaffMember, Consultation]:
    await steer_world(tx, world)
    found = world.consultation_coded(code).consultation
    return opening.check_may_steer(world, person.staff, found), found


async def _keep(
    tx: Transaction,
    world: World,
    person: Person,
    found: Consultation,
    choice: Choice,
    until: datetime | None = None,
    reason: str = "",
) -> None:
    """Keep what was said so far. What else this person has begun is not touched."""
    if person.contact is None:
        return
    data: dict[str, Any] = {"consultation": found.slug, "choice": choice.value, "reason": reason}
    data["until"] = until.isoformat() if until is not None else None
    await drafts.keep(tx, person.contact.id, Draft(DECIDING, data), world.now())


async def leave(tx: Transaction, person: Person) -> None:
    """Wait no longer for a day, a reason or a yes."""
    await unfinished.end(tx, person, DECIDING)


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
        case Choice.UNREPORT:
            await steer.unreport(tx, world, member, slug)
    shown = await managing.of(tx, world, member, world.consultation(slug).consultation)
    return replace(shown, ends_asking=choice is Choice.WITHDRAW)
