"""Notices about files of answers: the question to a second person, and the reply to its author."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.staff.approvals import ApprovalSubject, Verdict
from storage.insight import export_requests
from storage.staff import approvals, members
from usecases.broadcasts import held_sends
from usecases.broadcasts.staff_notices import reachable
from usecases.insight import export_approval
from usecases.insight.export_approval import FileDecided, FileRequest
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class FileNotice:
    """A notice about a request for a file, that its reader has not asked for just now."""

    person: Person
    value: FileRequest | FileDecided
    request_id: int
    staff_id: int


async def pending(tx: Transaction, world: World) -> list[FileNotice]:
    """To approvers who were not asked yet, and to authors who don't know what was decided."""
    if await held_sends.held(tx) is not None:
        return []
    await export_approval.look_after(tx, world)
    staff = {m.id: m for m in await members.current_staff(tx)}
    found: list[FileNotice] = []
    for number, staff_id in await export_requests.to_ask(tx, ApprovalSubject.EXPORT):
        asked = await export_requests.by_id(tx, number)
        person = await reachable(tx, world, staff.get(staff_id))
        if asked is not None and person is not None:
            value = await export_approval.request_of(tx, world, asked)
            found.append(FileNotice(person, value, number, staff_id))
    for known in await export_requests.unreported(tx):
        author = staff.get(known.author)
        if author is None:
            # They have left, so there is nobody to tell.
            await export_requests.mark_reported(tx, known.id)
            continue
        person = await reachable(tx, world, author)
        if person is not None:
            news = await export_approval.news_of(tx, world, known)
            found.append(FileNotice(person, news, known.id, author.id))
    return found


async def mark_shown(tx: Transaction, world: World, notice: FileNotice) -> None:
    """Note that this notice was shown, so that it isn't sent again."""
    if isinstance(notice.value, FileRequest):
        about = ApprovalSubject.EXPORT, str(notice.request_id)
        await approvals.mark_asked(tx, *about, notice.staff_id, world.now())
        return
    known = await export_requests.by_id(tx, notice.request_id)
    same = known is not None and await export_approval.news_of(tx, world, known) == notice.value
    if same:  # a reason may have come meanwhile
        await export_requests.mark_reported(tx, notice.request_id)


def is_over(notice: FileNotice) -> bool:
    """Whether the notice is of a decision."""
    return isinstance(notice.value, FileDecided) and notice.value.state is not Verdict.WAITING
