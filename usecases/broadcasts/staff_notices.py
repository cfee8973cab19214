"""Notices to staff about broadcasts: approval requests, and progress for the author."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import ALLOWED, NOT_SENT
from engagement.staff.approvals import ApprovalSubject
from engagement.staff.rights import StaffMember
from storage.broadcasts import records
from storage.staff import approvals, members
from usecases.broadcasts import held_sends, waiting
from usecases.broadcasts.approval import ApprovalRequest, yes_question
from usecases.broadcasts.progress import Progress, progress
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class StaffNotice:
    """A notice that a member of staff gets without having asked for it just now."""

    person: Person
    value: Progress | ApprovalRequest
    broadcast_id: int
    staff_id: int
    is_final: bool
    is_over: bool = False  # the report is shown, although some may still wait
    wakes: bool = False  # it makes a sound at night


async def pending(tx: Transaction, world: World) -> list[StaffNotice]:
    """The pending notices: to approvers not yet asked, and to authors of unreported sends."""
    if await held_sends.held(tx) is not None:
        return []
    await waiting.look_after(tx, world)
    staff = {s.id: s for s in await members.current_staff(tx)}
    found: list[StaffNotice] = []
    for broadcast_id, staff_id in await records.to_ask(tx):
        asking = await records.broadcast(tx, broadcast_id)
        person = await _reachable(tx, world, staff.get(staff_id))
        if asking is not None and person is not None:
            question = await yes_question(tx, world, asking)
            wakes = asking.kind in AT_ANY_TIME
            found.append(
                StaffNotice(person, question, broadcast_id, staff_id, is_final=False, wakes=wakes)
            )
    for known in await records.unreported(tx):
        author = staff.get(known.author)
        if author is None:
            # The author has left, so there is nobody to report to.
            await records.mark_reported(tx, known.id)
            continue
        person = await _reachable(tx, world, author)
        if person is None:
            continue
        news = await progress(tx, world, known)
        over = not ALLOWED[known.state]
        shown = not ALLOWED[news.state]
        # Nobody has approved what could not wait: its author has to know now.
        wakes = known.kind in AT_ANY_TIME and known.state in NOT_SENT
        found.append(
            StaffNotice(
                person, news, known.id, known.author, is_final=over, is_over=shown, wakes=wakes
            )
        )
    return found


async def mark_shown(tx: Transaction, world: World, news: StaffNotice) -> None:
    """Note that this notice was shown, so that it isn't sent again."""
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


async def _reachable(tx: Transaction, world: World, member: StaffMember | None) -> Person | None:
    """The member, if messages reach them as far as we know."""
    person = await by_id(tx, world, member.contact_id) if member else None
    contact = person.contact if person else None
    return person if contact is not None and contact.reach is Reach.REACHABLE else None
