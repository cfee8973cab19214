"""Broadcasts that wait for a second approval: who can give it, and what ends the waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.staff.approvals import (
    ANSWER_WITHIN,
    URGENT_WITHIN,
    Approval,
    ApprovalSubject,
    Verdict,
    hash_of,
    verdict,
)
from engagement.staff.rights import StaffMember, may_approve, second_approvers
from storage.broadcasts import asked_content, records
from storage.broadcasts.records import Broadcast
from storage.operations import deployment
from storage.people import contacts
from storage.staff import approvals, members
from usecases.broadcasts.message import closed_for, closes_of, message_of
from usecases.broadcasts.over import NO_RIGHT
from usecases.world import Transaction, World


async def reachable_staff(tx: Transaction) -> list[StaffMember]:
    """The staff whom messages reach, as far as we know: nobody who sent /stop or blocked the bot
    is asked for anything."""
    found = []
    for member in await members.current_staff(tx):
        contact = await contacts.contact(tx, member.contact_id)
        if contact is not None and contact.reach is Reach.REACHABLE:
            found.append(member)
    return found


async def asked_about(tx: Transaction, found: Broadcast) -> list[Approval]:
    """Everybody who was asked to approve this broadcast."""
    return await approvals.of(tx, ApprovalSubject.BROADCAST, str(found.id))


async def ask(
    tx: Transaction, world: World, found: Broadcast, approvers: Sequence[StaffMember]
) -> None:
    """Record that these staff members have to be asked to approve what the broadcast says now: in
    time, and before the questions that it invites to have closed."""
    until = world.now() + (URGENT_WITHIN if found.kind in AT_ANY_TIME else ANSWER_WITHIN)
    asked = message_of(world, found, "")
    if asked.kind is BroadcastKind.INVITATION and asked.consultation is not None:
        until = min(until, asked.consultation.closes_at)
    if asked.poll is not None:
        until = min(until, asked.poll.closes_at)
    await approvals.ask(
        tx,
        ApprovalSubject.BROADCAST,
        str(found.id),
        hash_of(await asked_content.content_of(tx, found)),
        [member.id for member in approvers],
        expires_at=until,
    )


def has_moved(asked: Sequence[Approval]) -> bool:
    """Whether people were asked before about another content of this broadcast: its questions
    closed on another day then."""
    return len({approval.content_hash for approval in asked}) > 1


async def ask_of_moved(tx: Transaction, world: World, found: Broadcast) -> bool:
    """Ask again everybody who was asked about an invitation whose questions close on another day
    by now. Returns whether they do."""
    shown = message_of(world, found, "")
    closes = closes_of(shown)
    if closes is None or not shown.moved:
        return False
    last = hash_of(await asked_content.content_of(tx, found))
    were_asked = {a.staff_id for a in await asked_about(tx, found) if a.content_hash == last}
    await asked_content.name_close(tx, found.id, closes)
    now = replace(found, closes_named=closes)
    content = hash_of(await asked_content.content_of(tx, now))
    await approvals.drop_unseen(tx, ApprovalSubject.BROADCAST, str(found.id), content)
    there = [m for m in await members.current_staff(tx) if m.id in were_asked]
    if there:
        await ask(tx, world, now, there)
    return True


async def look_after(tx: Transaction, world: World) -> None:
    """End each waiting that can lead nowhere, and ask others where nobody who was asked can answer
    any more. Nothing is sent, and the author may take up the message again."""
    waiting = await records.in_state(tx, BroadcastState.AWAITING_APPROVAL)
    if not waiting:
        return
    staff = await members.current_staff(tx)
    reachable = await reachable_staff(tx)
    for found in waiting:
        author = next((m for m in staff if m.id == found.author), None)
        if author is None or len(author.own(found.wards)) < len(found.wards):
            await _end(tx, world, found, BroadcastState.CANCELLED, NO_RIGHT)
        elif closed_for(world, message_of(world, found, "")):
            await _end(tx, world, found, BroadcastState.EXPIRED, "questions-closed")
        elif not await ask_of_moved(tx, world, found):
            await _look_after(tx, world, found, author, reachable)


async def _look_after(
    tx: Transaction,
    world: World,
    found: Broadcast,
    author: StaffMember,
    reachable: Sequence[StaffMember],
) -> None:
    asked = await asked_about(tx, found)
    content = hash_of(await asked_content.content_of(tx, found))
    if verdict(asked, content_hash=content, now=world.now()) is Verdict.EXPIRED:
        await _end(tx, world, found, BroadcastState.EXPIRED, "approval-expired")
        return
    were_asked = {approval.staff_id for approval in asked if approval.content_hash == content}
    can = [m for m in reachable if m.id in were_asked and may_approve(m, author, found.wards)]
    if can:
        return
    others = [m for m in second_approvers(author, reachable, found.wards) if m.id not in were_asked]
    if others:
        await ask(tx, world, found, others)
    elif not any(m.id in were_asked for m in await members.current_staff(tx)):
        await _end(tx, world, found, BroadcastState.EXPIRED, "nobody-left-to-approve")


async def _end(
    tx: Transaction, world: World, found: Broadcast, to: BroadcastState, act: str
) -> None:
    now = world.now()
    await records.change_state(tx, found.id, to=to, now=now)
    await deployment.note(tx, act, staff_id=None, subject=str(found.id), now=now)
