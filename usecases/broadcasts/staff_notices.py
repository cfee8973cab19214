"""Notices to staff about broadcasts: approval requests, and progress for the author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import ALLOWED, NOT_SENT, NOTICES, BroadcastState
from engagement.staff.approvals import ApprovalSubject
from engagement.staff.rights import StaffMember
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.staff import approvals, members
from usecases.broadcasts import held_sends, waiting
from usecases.broadcasts.approval import ApprovalRequest, yes_question
from usecases.broadcasts.decline_reason import Decided, approved
from usecases.broadcasts.over import Over, over
from usecases.broadcasts.progress import Progress, progress
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World

SAID_HELD = "sends-held-said"
"""The fact that says whether the screens of staff say that sends are held."""


@dataclass(frozen=True, slots=True)
class StaffNotice:
    """A notice that a member of staff gets without having asked for it just now."""

    person: Person
    value: Progress | ApprovalRequest | Decided | Over
    broadcast_id: int
    staff_id: int
    is_final: bool
    is_over: bool = False  # the report is shown, although some may still wait
    wakes: bool = False  # it makes a sound at night
    is_edit: bool = False  # it changes a screen that is there; nothing is sent


async def pending(tx: Transaction, world: World) -> list[StaffNotice]:
    """The pending notices: to approvers not yet asked, and to authors of unreported sends."""
    if await held_sends.held(tx) is not None:
        return await _while_held(tx, world)
    await waiting.look_after(tx, world)
    staff = {s.id: s for s in await members.current_staff(tx)}
    found: list[StaffNotice] = []
    for broadcast_id, staff_id in await records.to_ask(tx):
        asking = await records.broadcast(tx, broadcast_id)
        person = await reachable(tx, world, staff.get(staff_id))
        if asking is not None and person is not None:
            question = await yes_question(tx, world, asking)
            wakes = asking.kind in AT_ANY_TIME
            found.append(
                StaffNotice(person, question, broadcast_id, staff_id, is_final=False, wakes=wakes)
            )
    if await deployment.fact(tx, SAID_HELD):
        found += await _no_longer_held(tx, world, staff)
    for known in await records.unreported(tx):
        author = staff.get(known.author)
        if author is None:
            # The author has left, so there is nobody to report to.
            await records.mark_reported(tx, known.id)
            continue
        person = await reachable(tx, world, author)
        if person is None:
            continue
        news = await progress(tx, world, known)
        is_report = not ALLOWED[news.state]
        over = is_report and not ALLOWED[known.state]
        # That an election has begun is said in the report, not by a message for each.
        shown = is_report and not news.goes_out.met
        # Nobody has approved what could not wait: its author has to know now.
        wakes = known.kind in AT_ANY_TIME and known.state in NOT_SENT
        found.append(
            StaffNotice(
                person, news, known.id, known.author, is_final=over, is_over=shown, wakes=wakes
            )
        )
    return found


async def _while_held(tx: Transaction, world: World) -> list[StaffNotice]:
    """The screens, of authors and of those who were asked, of messages that don't go out because
    all sends are held. They may say the opposite: they are edited, and nothing is sent."""
    staff = {s.id: s for s in await members.current_staff(tx)}
    found: list[StaffNotice] = []
    for known in await records.in_state(tx, *held_sends.NOT_GONE):
        author = await reachable(tx, world, staff.get(known.author))
        if author is not None and known.kind not in NOTICES:
            found.append(_edit(author, await progress(tx, world, known), known.id, known.author))
        found += await _of_approvers(tx, world, known, staff)
    if found:
        await deployment.remember(tx, SAID_HELD, "yes")
    return found


async def _no_longer_held(
    tx: Transaction, world: World, staff: Mapping[int, StaffMember]
) -> list[StaffNotice]:
    """The screens of those who were asked, once sends are held no longer."""
    await deployment.remember(tx, SAID_HELD, "")
    ended = [int(one) for one in await deployment.subjects_noted(tx, held_sends.HELD_BACK)]
    by_id = {known.id: known for known in await records.in_state(tx, *held_sends.NOT_GONE)}
    by_id |= await records.broadcasts_by_id(tx, ended)
    return [
        notice
        for known in by_id.values()
        for notice in await _of_approvers(tx, world, known, staff)
    ]


async def _of_approvers(
    tx: Transaction, world: World, known: Broadcast, staff: Mapping[int, StaffMember]
) -> list[StaffNotice]:
    found = []
    code = await codes.code_for(tx, CodeKind.BROADCAST, str(known.id))
    for staff_id in dict.fromkeys(a.staff_id for a in await waiting.asked_about(tx, known)):
        person = await reachable(tx, world, staff.get(staff_id))
        if person is None:
            continue
        value: ApprovalRequest | Decided | Over
        is_held_back = await held_sends.held_back(tx, known.id) is not None
        if known.state is BroadcastState.AWAITING_APPROVAL:
            value = await yes_question(tx, world, known)
        elif known.decided_by == staff_id and not is_held_back:
            value = await approved(tx, world, known, code)
        else:
            value = await over(tx, world, known, code)
        found.append(_edit(person, value, known.id, staff_id))
    return found


def _edit(
    person: Person,
    value: Progress | ApprovalRequest | Decided | Over,
    broadcast_id: int,
    staff_id: int,
) -> StaffNotice:
    return StaffNotice(person, value, broadcast_id, staff_id, is_final=False, is_edit=True)


async def mark_shown(tx: Transaction, world: World, news: StaffNotice) -> None:
    """Note that this notice was shown, so that it isn't sent again."""
    if news.is_edit:
        return
    if isinstance(news.value, ApprovalRequest):
        await approvals.mark_asked(
            tx,
            ApprovalSubject.BROADCAST,
            str(news.broadcast_id),
            news.staff_id,
            world.now(),
        )
    elif news.is_final:
        await records.mark_reported(tx, news.broadcast_id)


async def reachable(tx: Transaction, world: World, member: StaffMember | None) -> Person | None:
    """The member, if messages reach them as far as we know."""
    person = await by_id(tx, world, member.contact_id) if member else None
    contact = person.contact if person else None
    return person if contact is not None and contact.reach is Reach.REACHABLE else None
