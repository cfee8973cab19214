"""Holds before an election: which a broadcast has met, and what may be shown meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from content.schema.authored import local
from engagement.broadcasts.election_hold import (
    STILL_NOTED,
    Period,
    first_noted,
    in_force,
    periods,
    was_met,
)
from engagement.broadcasts.gate import AT_ANY_TIME, NEWS_IS_USEFUL_FOR, meets_holds_until
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.quiet_hours import next_morning
from engagement.errors import WaitsForElection
from storage.broadcasts import election_holds, records
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.message import closed_for, message_of
from usecases.world import Transaction, World

AT_FIRST = timedelta(minutes=15)
"""How long after a message could leave at the earliest a hold is noted as one that kept it whole.
The day of a hold may be entered when it has begun already, and messages have gone out."""


def held_until(world: World, wards: Iterable[str], at: datetime | None = None) -> date | None:
    """The last day of the hold that is on now, or ``at`` that time, in any of these wards; None if
    none is."""
    found = [p for ward in wards for p in periods_for(world, ward)]
    hold = in_force(found, at or world.now())
    return hold.last_day if hold else None


def periods_for(world: World, ward: str) -> tuple[Period, ...]:
    """The holds for a ward; for a ward of former boundaries also those of the wards that took
    over."""
    council, now = world.library.council, world.library.successors.get(ward, ())
    there = () if ward in world.library.wards else now
    return tuple(p for one in (ward, *there) for p in periods(council.holds, one, council.timezone))


def leaves_at(world: World, approved: datetime) -> datetime:
    """When what is approved at that time can leave: at night in the morning."""
    return next_morning(local(approved, world.library.council.timezone))


def was_let_go_too_late(world: World, found: Broadcast) -> bool:
    """Whether the monitoring officer let it go when nothing could leave any more before its
    questions close: what waited for that goes to nobody."""
    if found.released_at is None:
        return False
    return closed_for(world, message_of(world, found, ""), leaves_at(world, found.released_at))


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """What a hold does to a copy of a broadcast: see ``Waiting`` in the gate."""

    undecided: bool = False
    dropped: bool = False
    until: datetime | None = None


def hold_of_copy(world: World, found: Broadcast, home: str) -> HeldCopy:
    """What a hold does to the copy of somebody who lives in ``home``. Somebody elsewhere follows
    one of the broadcast's wards; any of them may be the one. Where it has met none, nobody has to
    decide about their copy: it waits until the election where they live is over."""
    if found.kind in AT_ANY_TIME:
        return HeldCopy()
    if found.kind is BroadcastKind.ECHO:
        return HeldCopy(until=_results_wait(world, {home, *found.wards}))
    there = {home} if home in found.wards else {*found.wards}
    if there & {*found.undecided_wards}:
        return HeldCopy(undecided=True)
    if there & {*found.held_wards}:
        return HeldCopy(dropped=True)
    at_home = in_force(periods_for(world, home), world.now())
    released = found.released_at
    if home in found.wards and at_home and released is not None and at_home.begins <= released:
        return HeldCopy()
    return HeldCopy(until=at_home.ends if at_home else None)


def _results_wait(world: World, wards: Iterable[str]) -> datetime | None:
    """The end of the hold that is on in any of these wards: until then no results are shown, and
    nobody has to decide about telling of them."""
    found = [p for ward in wards for p in periods_for(world, ward)]
    hold = in_force(found, world.now())
    return hold.ends if hold else None


async def note_all(tx: Transaction, world: World) -> None:
    """Store which holds have been met by what was approved, whether copies of it still wait or
    not: that would tell whom somebody follows, or that they have yet to answer."""
    for found in await records.in_state(tx, BroadcastState.SENDING):
        await note_holds(tx, world, found)
    for found in await _sent_before_a_hold(tx, world):
        await note_holds(tx, world, found)


async def _sent_before_a_hold(tx: Transaction, world: World) -> list[Broadcast]:
    """What has been sent that may meet a hold which is on now, or was until lately."""
    council = world.library.council
    begun = first_noted(council.holds, world.now(), council.timezone)
    if begun is None:
        return []
    asked = [one.slug for one in world.all_consultations if one.closes_at > begun]
    since = begun - NEWS_IS_USEFUL_FOR
    return await election_holds.sent_since(tx, since, inviting_to=asked, polls_until=begun)


async def note_holds(tx: Transaction, world: World, found: Broadcast) -> Broadcast:
    """Store which holds an approved broadcast has met by now, and end those about which there is
    nothing to decide any more, such as what was taken back."""
    if found.kind in (*AT_ANY_TIME, BroadcastKind.ECHO) or found.approved_at is None:
        return found
    approved, is_over = found.approved_at, found.taken_back_at is not None
    wards = () if is_over else found.wards
    met = [w for w in wards if w not in found.held_wards and _met(world, found, w)]
    if met:
        leaves = leaves_at(world, approved)
        soon = found.state is BroadcastState.SENDING and world.now() <= leaves + AT_FIRST
        none_left = soon or found.state is BroadcastState.APPROVED
        held = [w for w in met if held_until(world, [w], leaves) is not None]
        first = held if none_left else []
        await election_holds.note_met(tx, found, met, first)
        found = replace(
            found,
            held_wards=(*found.held_wards, *met),
            undecided_wards=(*found.undecided_wards, *met),
            held_at_first=(*found.held_at_first, *first),
        )
    is_over = is_over or closed_for(world, message_of(world, found, ""))
    if found.undecided_wards and is_over:
        await election_holds.close(tx, found)
        found = replace(found, undecided_wards=())
    return found


def _met(world: World, found: Broadcast, ward: str) -> bool:
    """Whether it met a hold for this ward that it was not released from."""
    since, now = found.approved_at or world.now(), world.now()
    noted = periods_for(world, ward)
    if found.state is BroadcastState.SENT:
        noted = tuple(p for p in noted if now < p.ends + STILL_NOTED)
    asked = world.loaded.consultations.get(found.consultation or "")
    closes = asked.consultation.closes_at if asked else None
    closes = found.poll.closes_at if found.poll else closes
    last = max(since, found.released_at or since)
    until = meets_holds_until(found.kind, approved=last, closes=closes)
    # What a hold found on its way had met it when it was approved.
    until = max(until, leaves_at(world, since) + timedelta(seconds=1))
    return was_met(noted, since=since, now=now, released=found.released_at, until=until)


def check_may_show(world: World, wards: Iterable[str]) -> None:
    """Raise WaitsForElection while what is about these wards may not be published."""
    last_day = held_until(world, wards)
    if last_day is not None:
        raise WaitsForElection(day=last_day + timedelta(days=1))


def was_dropped(found: Broadcast) -> bool:
    """Whether the monitoring officer dropped it for all its wards, before any copy could leave."""
    cancelled = found.state is BroadcastState.CANCELLED
    return cancelled and {*found.held_wards} == {*found.wards} and not found.undecided_wards


def taken_back_by_author(found: Broadcast) -> bool:
    """Whether its author took it back, before or after copies had left."""
    cancelled = found.state is BroadcastState.CANCELLED and not was_dropped(found)
    return cancelled or found.taken_back_at is not None


def is_of_this_night(world: World, found: Broadcast) -> bool:
    """Whether it was approved in this night, so that no copy of it has left."""
    if found.kind in AT_ANY_TIME or found.approved_at is None:
        return False
    return found.approved_at <= world.now() < leaves_at(world, found.approved_at)


def is_withheld(world: World, found: Broadcast, home: str) -> bool:
    """Whether a broadcast isn't shown to somebody who lives in ``home`` either: it met a hold when
    it was approved and was not released, or was dropped, or its author took it back, or nobody can
    have it before the morning. What had gone out before a hold began is still shown."""
    if found.taken_back_at is not None or is_of_this_night(world, found):
        return True
    hold = hold_of_copy(world, found, home)
    if hold.until is not None:
        approved = found.approved_at or world.now()
        return any(p.begins <= approved < p.ends for p in periods_for(world, home))
    there = {home} if home in found.wards else {*found.wards}
    at_first = there & {*found.undecided_wards} & {*found.held_at_first}
    return bool(at_first) or hold.dropped
