"""When a message goes out, in words that are the same for any reader: at night, in a week, and
before an election."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from content.schema.council import Ward
from engagement.broadcasts.gate import AT_ANY_TIME, IN_BUDGET, NEWS_IS_USEFUL_FOR, TERMS
from engagement.broadcasts.lifecycle import NOTICES, BroadcastKind, BroadcastState
from engagement.broadcasts.polls import Poll
from engagement.consultations.steering import paused_until
from storage.broadcasts.records import Broadcast
from usecases.broadcasts import held_sends
from usecases.broadcasts.before_election import (
    held_until,
    leaves_at,
    periods_for,
    was_let_go_too_late,
)
from usecases.broadcasts.corrected import corrections_of
from usecases.broadcasts.who_decides import undecidable
from usecases.world import Transaction, World

SOON = timedelta(days=7)
"""How long before its beginning an election is named: what waits for a second person or for its
turn in a week may meet it."""

MORNING = timedelta(minutes=1)
"""How long a night's message may take to leave before its author reads that it is being sent."""


@dataclass(frozen=True, slots=True)
class GoesOut:
    """When a message goes out. It depends on the kind, the wards and the clock alone: whether
    anybody gets it later must not show.

    ``weekly``: who has had their message for the week gets it later. It stays true when it is too
    late for that: only what waits is looked at again then, and a report that changed would tell.
    ``closes`` is the close of the questions that it invites to, after which nobody gets it any
    more; ``expires``: it is dropped where it would come too late. ``too_late``: the monitoring
    officer let it go when nothing could leave any more before that close.
    ``held`` are the wards for which it waits for the monitoring officer, ``until`` the last day of
    the hold, ``nobodys`` those of them that nobody decides about; ``begins`` is the first day of a
    hold that is near, ``elsewhere`` says that there is one in another ward. ``met`` are the wards
    in which a hold began when it had gone out, ``ended`` those of them for which the monitoring
    officer dropped what was left. ``paused``: until then the questions that it invites to take no
    answers, and it waits as a whole. ``sends_held``: nothing at all goes out until an administrator
    lets it, as after a restore; nothing else is said then.
    """

    sends_held: bool = False
    at_night: bool = False
    weekly: bool = False
    closes: datetime | None = None
    expires: bool = True
    too_late: bool = False
    held: tuple[Ward, ...] = ()
    all_held: bool = False
    until: date | None = None
    nobodys: tuple[Ward, ...] = ()
    begins: date | None = None
    elsewhere: bool = False
    met: tuple[Ward, ...] = ()
    ended: tuple[Ward, ...] = ()
    paused: datetime | None = None


async def when(
    tx: Transaction,
    world: World,
    kind: BroadcastKind,
    wards: Collection[str],
    about: str | None = None,
    poll: Poll | None = None,
) -> GoesOut:
    """When a message of this kind, ``about`` the consultation with that slug or with a quick
    ``poll``, would go out that is approved now."""
    if await held_sends.held(tx) is not None:
        return GoesOut(sends_held=True)
    if kind in AT_ANY_TIME:
        return GoesOut()
    leaves = leaves_at(world, world.now())
    held = [ward for ward in wards if held_until(world, [ward], leaves) is not None]
    others = world.library.wards.keys() - {*wards}
    goes = await _when(
        tx,
        world,
        held,
        at_night=leaves > world.now(),
        weekly=kind in IN_BUDGET,
        all_held=len(held) == len(wards),
        until=held_until(world, held, leaves),
        begins=_begins(world, {*wards} - {*held}, leaves),
        elsewhere=kind is not BroadcastKind.NEW_WARDS
        and held_until(world, others, leaves) is not None,
    )
    if kind is BroadcastKind.INVITATION:
        goes = _with_the_pause(goes, _pause(world, about, leaves))
    return _with_the_latest(world, goes, kind, about, poll)


async def still(tx: Transaction, world: World, found: Broadcast, *, at_night: bool) -> GoesOut:
    """When what is left of a broadcast goes out, whether anything is left or not."""
    if await held_sends.held(tx) is not None:
        return GoesOut(sends_held=True)
    corrected = (await corrections_of(tx, world, [found.id])).undecided_wards(found.id)
    waits = {*found.undecided_wards, *corrected} & {*found.held_at_first}
    held = [ward for ward in found.wards if ward in waits or _will_be_held(world, found, ward)]
    weekly = found.kind in IN_BUDGET and found.taken_back_at is None
    whole = {*held} == {*found.wards}
    goes = await _when(tx, world, held, at_night=at_night, weekly=weekly, all_held=whole)
    goes = _with_the_latest(world, goes, found.kind, found.consultation, found.poll)
    goes = _with_the_pause(goes, waits_for_a_pause(world, found))
    goes = replace(goes, too_late=was_let_go_too_late(world, found))
    return _with_later_holds(world, goes, found)


def _with_the_pause(goes: GoesOut, until: datetime | None) -> GoesOut:
    """With the end of a pause, which comes after the morning."""
    return goes if until is None else replace(goes, paused=until, at_night=False)


def _pause(world: World, about: str | None, at: datetime) -> datetime | None:
    """Until when these questions are paused, if they are at that time."""
    asked = world.loaded.consultations.get(about or "")
    return paused_until(asked.consultation, at) if asked is not None else None


def _with_later_holds(world: World, goes: GoesOut, found: Broadcast) -> GoesOut:
    """With the wards in which a hold began when it had gone out. Where that is all of them, nobody
    gets it later by themselves."""
    if found.taken_back_at is not None:
        return goes
    later = [w for w in found.held_wards if w not in found.held_at_first]
    if not later:
        return goes
    known = world.known_wards
    undecided = {*found.undecided_wards}
    return replace(
        goes,
        weekly=goes.weekly and not {*found.wards} <= {*found.held_wards},
        met=tuple(known[w] for w in later if w in undecided and w in known),
        ended=tuple(known[w] for w in later if w not in undecided and w in known),
    )


def _with_the_latest(
    world: World,
    goes: GoesOut,
    kind: BroadcastKind,
    about: str | None,
    poll: Poll | None,
) -> GoesOut:
    """With until when it is of use to those who get it later."""
    asked = world.loaded.consultations.get(about or "")
    closes = None if poll is None else poll.closes_at
    if kind is BroadcastKind.INVITATION and asked is not None:
        closes = asked.consultation.closes_at
    if closes is None:
        return replace(goes, expires=TERMS[kind].expires)
    return replace(goes, closes=closes)


async def _when(
    tx: Transaction,
    world: World,
    held: Collection[str],
    *,
    at_night: bool,
    weekly: bool,
    all_held: bool,
    until: date | None = None,
    begins: date | None = None,
    elsewhere: bool = False,
) -> GoesOut:
    known = world.known_wards
    nobodys = await undecidable(tx, world, held) if held else []
    return GoesOut(
        at_night=at_night and not all_held,
        weekly=weekly,
        held=tuple(known[ward] for ward in held if ward in known),
        all_held=all_held,
        until=until,
        nobodys=tuple(known[ward] for ward in nobodys if ward in known),
        begins=begins,
        elsewhere=elsewhere,
    )


def _will_be_held(world: World, found: Broadcast, ward: str) -> bool:
    """Whether the first moment at which a copy for this ward can leave is in a hold."""
    if found.approved_at is None or ward in found.held_wards:
        return False
    leaves = leaves_at(world, found.approved_at)
    return world.now() < leaves and held_until(world, [ward], leaves) is not None


def _begins(world: World, wards: Iterable[str], leaves: datetime) -> date | None:
    near = [
        p.begins
        for ward in wards
        for p in periods_for(world, ward)
        if leaves < p.begins <= leaves + SOON
    ]
    return min(near).date() if near else None


def none_has_left(world: World, found: Broadcast) -> bool:
    """Whether no copy of a broadcast that is being sent can have left."""
    if found.state is not BroadcastState.SENDING or found.kind in AT_ANY_TIME:
        return False
    whole = {*found.undecided_wards} & {*found.held_at_first} == {*found.wards}
    if whole or waits_for_a_pause(world, found) is not None:
        return True
    may_begin = _may_begin(world, found)
    return may_begin is not None and world.now() < may_begin


def waits_for_a_pause(world: World, found: Broadcast) -> datetime | None:
    """Until when an invitation waits as a whole, whether it is for anybody or not: it was approved
    in a pause of its questions, or could leave only when that had begun."""
    may_begin = _may_begin(world, found)
    if found.kind is not BroadcastKind.INVITATION or may_begin is None:
        return None
    is_on = _pause(world, found.consultation, world.now())
    return _pause(world, found.consultation, may_begin) if is_on else None


def _may_begin(world: World, found: Broadcast) -> datetime | None:
    """The first moment at which a copy of it can leave, or could: after its approval, or after its
    release where a hold had kept all of it."""
    whole = {*found.held_at_first} == {*found.wards}
    last = last_approval(found) if whole else found.approved_at
    return None if last is None else leaves_at(world, last)


def looks_like_night(world: World, found: Broadcast) -> bool:
    """Whether its author still reads that it goes out in the morning: until what little there may
    be has left, so that a message to nobody is not over sooner."""
    last = last_approval(found)
    if found.kind in AT_ANY_TIME or last is None or found.taken_back_at is not None:
        return False
    leaves = leaves_at(world, last)
    return last < leaves and world.now() < leaves + MORNING


def last_approval(found: Broadcast) -> datetime | None:
    """When it was approved, or released from a hold, last."""
    return max((at for at in (found.approved_at, found.released_at) if at), default=None)


def may_take_back(world: World, found: Broadcast) -> bool:
    """Whether some of it may still be on its way, whether it is or not: the button goes with that,
    which depends on the kind, the wards and the clock alone."""
    if found.taken_back_at is not None or found.kind in (*AT_ANY_TIME, *NOTICES):
        return False
    if none_has_left(world, found) or found.undecided_wards:
        return True
    last = last_approval(found)
    was_begun = found.state in (BroadcastState.SENDING, BroadcastState.SENT)
    useful = last is not None and world.now() < last + NEWS_IS_USEFUL_FOR
    return was_begun and found.kind in IN_BUDGET and useful
