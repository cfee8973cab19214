"""Cancelling a broadcast before its sending begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from engagement.broadcasts.lifecycle import NOT_SENT, NOTICES, BroadcastState
from engagement.errors import AlreadyDecided, OldButton
from engagement.staff.rights import MAY_SEND, StaffMember, check
from storage.broadcasts import corrections, deliveries, election_holds, records
from storage.broadcasts.records import Broadcast
from storage.operations import deployment
from usecases.broadcasts.goes_out import may_take_back, none_has_left
from usecases.broadcasts.message import MessageName, name_of_stored
from usecases.broadcasts.progress import Progress, by_code, progress
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class CancelQuestion:
    """Which of these messages is meant? ``codes`` are theirs, in the same order. ``under_way``:
    they are not waiting for approval, and some copies of them may still wait. ``asked_for``: to
    take one back is what was asked for."""

    names: tuple[MessageName, ...]
    under_way: bool = False
    codes: tuple[int, ...] = ()
    asked_for: bool = False


class StillGoes(StrEnum):
    """What happens with a message of somebody who has just stopped their own messages."""

    ASKED = "asked"  # it goes out if a colleague approves it
    SENT = "sent"  # it is on its way


async def still_goes(tx: Transaction, person: Person) -> StillGoes | None:
    """Whether a message of this person waits for approval, or is being sent."""
    if person.staff is None:
        return None
    unfinished = await records.in_state(
        tx, BroadcastState.AWAITING_APPROVAL, BroadcastState.APPROVED, BroadcastState.SENDING
    )
    mine = {found.state for found in unfinished if found.author == person.staff.id}
    if BroadcastState.AWAITING_APPROVAL in mine:
        return StillGoes.ASKED
    return StillGoes.SENT if mine else None


async def which(
    tx: Transaction,
    world: World,
    person: Person,
    coded: Iterable[int],
    *,
    asked_for: bool = False,
) -> CancelQuestion:
    """The messages of this person that have these codes. Raises StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = [(code, await by_code(tx, code)) for code in sorted(coded)]
    mine = [(code, one) for code, one in found if one.author == member.id]
    asked = [(c, one) for c, one in mine if one.state is BroadcastState.AWAITING_APPROVAL]
    under_way = [(c, one) for c, one in mine if may_take_back(world, one)]
    left = [*asked, *under_way] if asked_for else asked or under_way
    names = tuple([await name_of_stored(tx, world, one) for _, one in left])
    codes = tuple(code for code, _ in left)
    return CancelQuestion(names, under_way=not asked, codes=codes, asked_for=asked_for)


async def cancel(tx: Transaction, world: World, person: Person, code: int) -> Progress:
    """Cancel a broadcast at its author's request, or what has not left of one that is being sent.

    One that is over already is shown as it is. Raises OldButton for anyone but the author, and
    AlreadyDecided where all of it has gone, to whichever wards.
    """
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if found.author != member.id or found.kind in NOTICES:
        raise OldButton
    begun = found.state in (BroadcastState.SENDING, BroadcastState.SENT)
    if begun and not none_has_left(world, found):
        return await _take_back(tx, world, found, member)
    to = BroadcastState.CANCELLED
    if not await records.change_state(tx, found.id, to=to, now=world.now()):
        if found.state in NOT_SENT:
            return await progress(tx, world, found)
        raise AlreadyDecided
    now = world.now()
    await end_copies(tx, world, found)
    await deployment.note(
        tx, "cancelled-broadcast", staff_id=member.id, subject=str(found.id), now=now
    )
    return await progress(tx, world, replace(found, state=BroadcastState.CANCELLED))


async def end_copies(tx: Transaction, world: World, found: Broadcast) -> None:
    """End the copies of a broadcast of which none has left, and its corrections: nobody has had
    what they put right."""
    now = world.now()
    await deliveries.cancel_broadcast(tx, found.id, now)
    if found.corrects is not None:
        await corrections.note_corrected(tx, found.corrects)  # it isn't part of that any more
    for correction in await corrections.waiting(tx, found.id):
        to = BroadcastState.CANCELLED
        if await records.change_state(tx, correction.id, to=to, now=now):
            await deliveries.cancel_broadcast(tx, correction.id, now)
            who, subject = correction.author, str(correction.id)
            await deployment.note(tx, "cancelled-broadcast", staff_id=who, subject=subject, now=now)


async def _take_back(
    tx: Transaction, world: World, found: Broadcast, member: StaffMember
) -> Progress:
    """Cancel what has not left. The reply is the same whether anything was still to leave."""
    if found.taken_back_at is None:
        if not may_take_back(world, found):
            raise AlreadyDecided
        now = world.now()
        await deliveries.cancel_broadcast(tx, found.id, now)
        await election_holds.close(tx, found)
        if found.corrects is not None:
            await corrections.note_corrected(tx, found.corrects)
        await records.note_taken_back(tx, found.id, now)
        await deployment.note(
            tx, "cancelled-broadcast", staff_id=member.id, subject=str(found.id), now=now
        )
        found = replace(found, taken_back_at=now, undecided_wards=())
    return await progress(tx, world, found)
