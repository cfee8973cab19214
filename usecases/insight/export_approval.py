"""The second person's approval of a file of answers: asking for it, the answer, and until when it
holds.

A file holds what each person answered. It is for one member of staff, to work with, and is not a
release.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.consultation import Consultation
from engagement.errors import ApprovalExpired, AuthorHasLeft, NoSecondForFile, OldButton
from engagement.staff.approvals import (
    ANSWER_WITHIN,
    FETCH_WITHIN,
    ApprovalSubject,
    Verdict,
    hash_of,
    verdict,
)
from engagement.staff.rights import MAY_EXPORT, StaffMember, check_sees_all, may_export
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.insight import export_requests
from storage.insight.export_requests import ExportRequest
from storage.operations import deployment
from storage.staff import approvals, members
from usecases.broadcasts import decline_reason, waiting
from usecases.broadcasts.decline_reason import Decided
from usecases.insight.results import Results
from usecases.people.identify import Person
from usecases.world import Transaction, World

SUBJECT = ApprovalSubject.EXPORT


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """A file of answers needs a second person's approval. ``asked`` are those who were asked, until
    ``answer_by``; without that, those who would be."""

    consultation: Consultation
    code: int
    asked: tuple[str, ...]
    answer_by: datetime | None = None
    several: bool = False  # others have opened too


@dataclass(frozen=True, slots=True)
class FileRequest:
    """What the second person is asked to approve."""

    code: int
    consultation: Consultation
    author: str
    answer_by: datetime


@dataclass(frozen=True, slots=True)
class FileDecided:
    """What became of a request. ``state`` is not WAITING; ``who`` decided. For its author it has
    the ``reason`` for a no, and ``until``, up to when an approved file can be taken. ``has_left``:
    it ended early, since its author may no longer have the file."""

    code: int
    consultation: Consultation
    state: Verdict
    who: str | None
    author: str = ""
    export_code: int | None = None
    reason: str = ""
    until: datetime | None = None
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Allowed:
    """An approval that holds now: the request, who gave it, and until when."""

    request: int
    who: str
    until: datetime


async def allowed(
    tx: Transaction, world: World, member: StaffMember, shown: Results
) -> Allowed | None:
    """The approval by which this member of staff may take the file now."""
    found = await _latest(tx, member, shown)
    if found is None or found.state is not Verdict.YES or found.decided_at is None:
        return None
    until = found.decided_at + FETCH_WITHIN
    # A yes counts for exactly what was asked about.
    asked = await approvals.of(tx, SUBJECT, str(found.id))
    given = verdict(asked, content_hash=hash_of(found.content), now=world.now())
    if world.now() >= until or given is not Verdict.YES:
        return None
    who = await members.label_of(tx, found.decided_by or 0)
    return Allowed(found.id, who or "", until)


async def question(
    tx: Transaction, world: World, member: StaffMember, shown: Results, *, several: bool
) -> FileQuestion:
    """Who would have to approve the file, or who was asked already. Raises NoSecondForFile."""
    found = await _latest(tx, member, shown)
    if found is not None and found.state is Verdict.WAITING:
        return await _waits(tx, found, shown, several=several)
    able = await _approvers(tx, member.id)
    labels = tuple(one.label for one in able)
    return FileQuestion(shown.consultation, shown.code, labels, several=several)


async def ask(
    tx: Transaction, world: World, member: StaffMember, shown: Results, *, several: bool
) -> FileQuestion:
    """Ask for approval of a file with the answers to what was released. Asked twice, it is one
    request. Raises NoSecondForFile."""
    found = await _latest(tx, member, shown)
    if found is None or found.state is not Verdict.WAITING:
        able, now = await _approvers(tx, member.id), world.now()
        slug = shown.consultation.slug
        found = await export_requests.add(
            tx, consultation=slug, author=member.id, table_hash=shown.table_hash, now=now
        )
        await _ask(tx, world, found, able)
        await deployment.note(tx, "asked-to-export", staff_id=member.id, subject=slug, now=now)
    return await _waits(tx, found, shown, several=several)


async def decide(
    tx: Transaction, world: World, person: Person, code: int, *, says_yes: bool
) -> Decided | FileDecided:
    """Record that the second person approves or declines. Of several the first decides; the others
    see the result. Raises StaffOnly, OfficersOnly, OldButton, AuthorHasLeft, ApprovalExpired."""
    member = check_sees_all(person.staff, MAY_EXPORT)
    found = await by_code(tx, code)
    asked, content = await approvals.of(tx, SUBJECT, str(found.id)), hash_of(found.content)
    if not any(a.staff_id == member.id and a.content_hash == content for a in asked):
        raise OldButton
    if found.state is Verdict.WAITING:
        if await _author(tx, found) is None:
            raise AuthorHasLeft
        if verdict(asked, content_hash=content, now=world.now()) is Verdict.EXPIRED:
            raise ApprovalExpired
    to, now = Verdict.YES if says_yes else Verdict.NO, world.now()
    if not await export_requests.decide(tx, found.id, to, now=now, by=member.id):
        return await _decided_before(tx, world, person, found)
    await approvals.note_verdict(tx, SUBJECT, str(found.id), member.id, said_yes=says_yes, now=now)
    act = "approved-export" if says_yes else "declined-export"
    await deployment.note(tx, act, staff_id=member.id, subject=found.consultation, now=now)
    if not says_yes:
        return await decline_reason.just_declined(tx, world, person, code)
    return await _approved(tx, world, found, code)


async def _approved(tx: Transaction, world: World, found: ExportRequest, code: int) -> FileDecided:
    """What the second person sees who has approved it."""
    author = await members.label_of(tx, found.author) or ""
    about = world.consultation(found.consultation).consultation
    return FileDecided(code, about, Verdict.YES, None, author=author)


async def _decided_before(
    tx: Transaction, world: World, person: Person, found: ExportRequest
) -> Decided | FileDecided:
    """The result where somebody was first. Whose own tap that was sees again what they decided."""
    code = await code_of(tx, found)
    declined = await decline_reason.declined_before(tx, world, person, code)
    if declined is not None:
        return declined
    now = await export_requests.by_id(tx, found.id) or found
    if now.state is Verdict.YES and person.staff is not None and now.decided_by == person.staff.id:
        return await _approved(tx, world, now, code)
    return await decided(tx, world, now)


async def ask_again(
    tx: Transaction, world: World, person: Person, code: int
) -> FileRequest | FileDecided:
    """The same question once more, to somebody who was asked; its result where it has one. Raises
    StaffOnly, OfficersOnly, OldButton."""
    member = check_sees_all(person.staff, MAY_EXPORT)
    found = await by_code(tx, code)
    asked = await approvals.of(tx, SUBJECT, str(found.id))
    if not any(one.staff_id == member.id for one in asked):
        raise OldButton
    if found.state is not Verdict.WAITING:
        return await decided(tx, world, found)
    return await request_of(tx, world, found)


async def request_of(tx: Transaction, world: World, found: ExportRequest) -> FileRequest:
    """The question to the second person."""
    asked = await approvals.of(tx, SUBJECT, str(found.id))
    return FileRequest(
        code=await code_of(tx, found),
        consultation=world.consultation(found.consultation).consultation,
        author=await members.label_of(tx, found.author) or "",
        answer_by=max(a.expires_at for a in asked),
    )


async def decided(tx: Transaction, world: World, found: ExportRequest) -> FileDecided:
    """What became of a request, for others who were asked."""
    now = await export_requests.by_id(tx, found.id) or found
    who = None if now.decided_by is None else await members.label_of(tx, now.decided_by)
    about = world.consultation(now.consultation).consultation
    asked = await approvals.of(tx, SUBJECT, str(now.id))
    ended = now.decided_at if now.state is Verdict.EXPIRED else None
    # Only that its author may not have it any more ends a request before its time.
    has_left = ended is not None and any(ended < one.expires_at for one in asked)
    return FileDecided(await code_of(tx, now), about, now.state, who, has_left=has_left)


async def news_of(tx: Transaction, world: World, found: ExportRequest) -> FileDecided:
    """The same for its author."""
    asked = await approvals.of(tx, SUBJECT, str(found.id))
    who = None if found.decided_by is None else await members.label_of(tx, found.decided_by)
    is_yes = found.state is Verdict.YES and found.decided_at is not None
    return FileDecided(
        code=await code_of(tx, found),
        consultation=world.consultation(found.consultation).consultation,
        state=found.state,
        who=who,
        export_code=world.loaded.consultation_codes[found.consultation],
        reason=next((a.reason for a in asked if a.reason), ""),
        until=found.decided_at + FETCH_WITHIN if is_yes and found.decided_at else None,
    )


async def look_after(tx: Transaction, world: World) -> None:
    """End each waiting that can lead nowhere, and ask others where nobody who was asked can answer
    any more. There is no file then, and its author may ask again."""
    now = world.now()
    for found in await export_requests.waiting(tx):
        asked, content = await approvals.of(tx, SUBJECT, str(found.id)), hash_of(found.content)
        is_late = verdict(asked, content_hash=content, now=now) is Verdict.EXPIRED
        if is_late or await _author(tx, found) is None:
            await export_requests.decide(tx, found.id, Verdict.EXPIRED, now=now, by=None)
            continue
        were_asked = {a.staff_id for a in asked}
        able = [m for m in await waiting.reachable_staff(tx) if _may(m, found.author)]
        if any(m.id in were_asked for m in able):
            continue
        if able:
            await _ask(tx, world, found, able)


async def by_code(tx: Transaction, code: int) -> ExportRequest:
    """The request behind a button. Raises OldButton."""
    number = await codes.subject_of(tx, CodeKind.EXPORT, code)
    found = None if number is None else await export_requests.by_id(tx, int(number))
    if found is None:
        raise OldButton
    return found


async def code_of(tx: Transaction, found: ExportRequest) -> int:
    """The code of a request, as buttons carry it."""
    return await codes.code_for(tx, CodeKind.EXPORT, str(found.id))


async def _latest(tx: Transaction, member: StaffMember, shown: Results) -> ExportRequest | None:
    """The last request of this member of staff about this release. One about an earlier release
    isn't: answers have come since, though the table may be the same."""
    found = await export_requests.latest(
        tx,
        consultation=shown.consultation.slug,
        author=member.id,
        table_hash=shown.table_hash,
    )
    is_earlier = found is not None and found.asked_at < shown.released_at
    return None if is_earlier else found


async def _waits(
    tx: Transaction, found: ExportRequest, shown: Results, *, several: bool
) -> FileQuestion:
    asked = await approvals.of(tx, SUBJECT, str(found.id))
    labels = [await members.label_of(tx, one.staff_id) for one in asked]
    return FileQuestion(
        shown.consultation,
        shown.code,
        tuple(label or "" for label in labels),
        max(one.expires_at for one in asked),
        several=several,
    )


async def _ask(
    tx: Transaction, world: World, found: ExportRequest, able: list[StaffMember]
) -> None:
    await approvals.ask(
        tx,
        SUBJECT,
        str(found.id),
        hash_of(found.content),
        [member.id for member in able],
        expires_at=found.asked_at + ANSWER_WITHIN,
    )


async def _approvers(tx: Transaction, author: int) -> list[StaffMember]:
    """Who may approve a file for this author. Raises NoSecondForFile."""
    able = [m for m in await waiting.reachable_staff(tx) if _may(m, author)]
    if not able:
        raise NoSecondForFile
    return able


async def _author(tx: Transaction, found: ExportRequest) -> StaffMember | None:
    """Who asked, if they may still have the file."""
    everybody = await members.current_staff(tx)
    return next((m for m in everybody if m.id == found.author and may_export(m)), None)


def _may(member: StaffMember, author: int) -> bool:
    return member.id != author and may_export(member)
