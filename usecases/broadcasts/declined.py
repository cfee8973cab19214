"""What a second person has declined, with their reason: a message, a file of answers, or that a
consultation opens."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.authored import Localised
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.consultations.steering import SteeringAct
from engagement.errors import OldButton
from engagement.staff.approvals import ApprovalSubject, Verdict
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import records
from storage.consultations import steps
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
class OpeningName:
    """The opening of a consultation, by its title."""

    title: Localised


Named = MessageName | FileName | OpeningName


@dataclass(frozen=True, slots=True)
class Declined:
    """Something that a member of staff has declined, and the reason they have given so far.
    ``author_away``: whoever asked for it has stopped messages or blocked the bot."""

    subject: ApprovalSubject
    id: int  # of the message, of the request for a file, or of the decision about the opening
    about: str  # as its approvals name it
    staff_id: int
    name: Named
    reason: str
    author_away: bool


async def declined_by(tx: Transaction, world: World, person: Person, code: int) -> Declined:
    """What has this code, which this person has declined. Raises StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = await _declined(tx, world, code, member.id)
    if found.staff_id != member.id:
        raise OldButton
    return found


async def _declined(tx: Transaction, world: World, code: int, staff_id: int) -> Declined:
    """What has this code and was declined. Raises OldButton."""
    slug = await codes.subject_of(tx, CodeKind.CONSULTATION, code)
    if slug is not None:
        return await _opening(tx, world, slug, staff_id)
    number = await codes.subject_of(tx, CodeKind.EXPORT, code)
    if number is not None:
        request = await export_requests.by_id(tx, int(number))
        if request is None or request.state is not Verdict.NO:
            raise OldButton
        title = world.consultation(request.consultation).consultation.title
        by, about = request.decided_by or 0, str(request.id)
        why = await reason_of(tx, ApprovalSubject.EXPORT, about, by)
        away = await _is_away(tx, request.author)
        return Declined(ApprovalSubject.EXPORT, request.id, about, by, FileName(title), why, away)
    found = await by_code(tx, code)
    if found.state is not BroadcastState.DECLINED:
        raise OldButton
    by, about = found.decided_by or 0, str(found.id)
    why = await reason_of(tx, ApprovalSubject.BROADCAST, about, by)
    name, away = await name_of_stored(tx, world, found), await _is_away(tx, found.author)
    return Declined(ApprovalSubject.BROADCAST, found.id, about, by, name, why, away)


async def _opening(tx: Transaction, world: World, slug: str, by: int) -> Declined:
    """The opening as this person declined it last, also where somebody has been asked again since:
    their reason still says what is wrong."""
    every = await steps.steps_of(tx, slug)
    theirs = [s for s in every if s.act is SteeringAct.DECLINED and s.staff_id == by]
    if not theirs:
        raise OldButton
    declined_in, title = theirs[-1], world.consultation(slug).consultation.title
    why = await reason_of(tx, ApprovalSubject.OPENING, slug, by)
    askers = [s.staff_id for s in every if s.act is SteeringAct.ASKED and s.id < declined_in.id]
    away = bool(askers and askers[-1]) and await _is_away(tx, askers[-1] or 0)
    subject = ApprovalSubject.OPENING
    return Declined(subject, declined_in.id, slug, by, OpeningName(title), why, away)


async def give_reason(tx: Transaction, declined: Declined, reason: str) -> None:
    """Store why it was declined, and show it to the person who asked."""
    about = declined.subject, declined.about
    await approvals.note_reason(tx, *about, declined.staff_id, reason)
    match declined.subject:
        case ApprovalSubject.EXPORT:
            await export_requests.mark_reported(tx, declined.id, reported=False)
        case ApprovalSubject.OPENING:
            await steps.mark_told(tx, declined.id, None)
        case _:
            await records.report_again(tx, declined.id)


async def _is_away(tx: Transaction, author: int) -> bool:
    return all(member.id != author for member in await reachable_staff(tx))


async def reason_of(tx: Transaction, subject: ApprovalSubject, about: str, staff_id: int) -> str:
    """Why this person said no the last time that they did; empty if they haven't said."""
    asked = await approvals.of(tx, subject, about)
    said_no = (a for a in reversed(asked) if a.staff_id == staff_id and a.said_yes is False)
    return next((a.reason for a in said_no), "")
