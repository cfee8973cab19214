"""Cancelling a broadcast before its sending begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from engagement.broadcasts.lifecycle import NOT_SENT, BroadcastState
from engagement.errors import AlreadyDecided, OldButton
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import corrections, deliveries, records
from storage.operations import deployment
from usecases.broadcasts.message import MessageName, name_of_stored
from usecases.broadcasts.progress import Progress, by_code, progress
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class CancelQuestion:
    """Which of these messages is meant?"""

    names: tuple[MessageName, ...]


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
    tx: Transaction, world: World, person: Person, coded: Iterable[int]
) -> CancelQuestion:
    """The messages of this person that have these codes. Raises StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = [await by_code(tx, code) for code in sorted(coded)]
    mine = [one for one in found if one.author == member.id]
    return CancelQuestion(tuple([await name_of_stored(tx, world, one) for one in mine]))


async def cancel(tx: Transaction, world: World, person: Person, code: int) -> Progress:
    """Cancel a broadcast at its author's request.

    One that is over already is shown as it is. Raises OldButton for anyone but the author, and
    AlreadyDecided once it is being sent or sent.
    """
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if found.author != member.id:
        raise OldButton
    to = BroadcastState.CANCELLED
    if not await records.change_state(tx, found.id, to=to, now=world.now()):
        if found.state in NOT_SENT:
            return await progress(tx, world, found)
        raise AlreadyDecided
    now = world.now()
    await deliveries.cancel_broadcast(tx, found.id, now)
    if found.corrects is not None:
        await corrections.note_corrected(tx, found.corrects)  # it is no part of that any more
    await deployment.note(
        tx, "cancelled-broadcast", staff_id=member.id, subject=str(found.id), now=now
    )
    return await progress(tx, world, replace(found, state=BroadcastState.CANCELLED))
