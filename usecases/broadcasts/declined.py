"""What a second person has declined: a message or a file of answers, with their reason."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.authored import Localised
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.errors import OldButton
from engagement.staff.approvals import ApprovalSubject, Verdict
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import records
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.insight import export_requests
from storage.staff import approvals
from usecases.broadcasts.message import MessageName, name_of_stored
from usecases.broadcasts.progress import by_code
from usecases.broadcasts.waiting import reachable_staff
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class FileName:
    """A file of answers, by the title of their questions."""

    title: Localised


@dataclass(frozen=True, slots=True)
class Declined:
    """Something that a member of staff has declined, and the reason they have given so far.
    ``author_away``: whoever asked for it has stopped messages or blocked the bot."""

    subject: ApprovalSubject
    id: int
    staff_id: int
    name: MessageName | FileName
    reason: str
    author_away: bool


async def declined_by(tx: Transaction, world: World, person: Person, code: int) -> Declined:
    """What has this code, which this person has declined. Raises StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = await declined(tx, world, code)
    if found.staff_id != member.id:
        raise OldButton
    return found


async def declined(tx: Transaction, world: World, code: int) -> Declined:
    """What has this code and was declined. Raises OldButton."""
    number = await codes.subject_of(tx, CodeKind.EXPORT, code)
    if number is not None:
        request = await export_requests.by_id(tx, int(number))
        if request is None or request.state is not Verdict.NO:
            raise OldButton
        title = world.consultation(request.consultation).consultation.title
        about = ApprovalSubject.EXPORT, request.id, request.decided_by or 0
        reason, away = await _reason(tx, *about), await _is_away(tx, request.author)
        return Declined(*about, FileName(title), reason, away)
    found = await by_code(tx, code)
    if found.state is not BroadcastState.DECLINED:
        raise OldButton
    mine = ApprovalSubject.BROADCAST, found.id, found.decided_by or 0
    name, reason = await name_of_stored(tx, world, found), await _reason(tx, *mine)
    return Declined(*mine, name, reason, await _is_away(tx, found.author))


async def give_reason(tx: Transaction, declined: Declined, reason: str) -> None:
    """Store why it was declined, and show it to the person who asked."""
    about = declined.subject, str(declined.id)
    await approvals.note_reason(tx, *about, declined.staff_id, reason)
    if declined.subject is ApprovalSubject.EXPORT:
        await export_requests.mark_reported(tx, declined.id, reported=False)
    else:
        await records.report_again(tx, declined.id)


async def _is_away(tx: Transaction, author: int) -> bool:
    return all(member.id != author for member in await reachable_staff(tx))


async def _reason(tx: Transaction, subject: ApprovalSubject, about: int, staff_id: int) -> str:
    asked = await approvals.of(tx, subject, str(about))
    return next((a.reason for a in asked if a.staff_id == staff_id and a.reason), "")
