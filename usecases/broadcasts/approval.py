"""Approval of broadcasts: the author's and, above a threshold, a second person's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from engagement.broadcasts.audience import check_own_wards
from engagement.broadcasts.lifecycle import BroadcastState, grew_too_much
from engagement.broadcasts.refusals import WardsNotInUse
from engagement.errors import (
    ApprovalExpired,
    AuthorHasLeft,
    NoSecondApprover,
    NoWardsChosen,
    OldButton,
    OwnBroadcast,
)
from engagement.insight.shown_numbers import ShownNumber
from engagement.staff.approvals import (
    ApprovalSubject,
    Verdict,
    hash_of,
    verdict,
)
from engagement.staff.rights import MAY_SEND, StaffMember, check, second_approvers
from storage.broadcasts import asked_content, corrections, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.staff import approvals, members
from usecases.broadcasts import compose, correct, decline_reason, held_sends, waiting
from usecases.broadcasts.audience_size import number_of, size_of
from usecases.broadcasts.compose import Composing, Preview
from usecases.broadcasts.decline_reason import Decided
from usecases.broadcasts.draft_parts import check_urgent, has_own_words, is_correction
from usecases.broadcasts.goes_out import GoesOut, when
from usecases.broadcasts.message import (
    BroadcastMessage,
    audience_of_stored,
    closes_of,
    message_of,
    still_open,
)
from usecases.broadcasts.over import Over, over
from usecases.broadcasts.progress import Progress, by_code, progress
from usecases.broadcasts.returned_messages import note_sent
from usecases.people.identify import Person
from usecases.release import poll_steps
from usecases.world import Transaction, World

_ON_ITS_WAY = (BroadcastState.APPROVED, BroadcastState.SENDING)


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """What the second person is asked to approve: the message and the number of people."""

    code: int
    wording: BroadcastMessage
    people: ShownNumber
    author: str
    answer_by: datetime
    goes_out: GoesOut
    grew: bool = False
    moved: bool = False  # its questions close on another day than when they were asked before


async def send(tx: Transaction, world: World, person: Person) -> Progress | Composing:
    """Send the draft: approved at once, or above the threshold only after the second approval.

    Returns the preview again if the audience has grown too much since it was shown, and the list of
    subjects if the council's files have its theme no longer. Raises
    NoSecondApprover, NoWardsChosen, NotYourWards (rights may have changed meanwhile),
    QuestionsClosed, WardsNotInUse, AudienceNotCounted.
    """
    member = check(person.staff, MAY_SEND)
    await held_sends.check_not_held(tx)
    data = compose.in_hand(person)
    check_urgent(member, data)
    if data.get("lost") and not data["wards"]:
        return await compose.after_wards(tx, world, person, data)
    if data["step"] != "preview":
        raise OldButton
    if not data["wards"]:
        raise NoWardsChosen
    check_own_wards(data["wards"], member.own(data["wards"]))
    fixed = has_own_words(data) or is_correction(data)
    if not fixed and not {*data["wards"]} <= world.library.wards.keys():
        raise WardsNotInUse
    if (asked := await correct.subject_again(tx, world, person, data)) is not None:
        return asked
    preview = await compose.preview(tx, world, person, data)
    still_open(world, preview.wording)
    if (again := _to_look_at_again(data, preview)) is not None:
        await compose.keep(tx, world, person, {**data, **compose.as_shown(preview)})
        return again
    seconds: tuple[StaffMember, ...] = ()
    if preview.second_yes:
        seconds = second_approvers(member, await waiting.reachable_staff(tx), data["wards"])
        if not seconds:
            raise NoSecondApprover
    made = await _record(tx, world, member, preview, waits=bool(seconds))
    if seconds:
        await waiting.ask(tx, world, made, seconds)
    else:
        await _note_correction(tx, made)
    await note_sent(tx, world, member, data, made)
    await compose.finish(tx, world, person)
    return await progress(tx, world, made)


async def decide(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    *,
    says_yes: bool,
    shown: int | None = None,
) -> Decided | ApprovalRequest | Over:
    """Record that the second person approves or declines. Of several approvers the first decides;
    the others see the result. ``shown``: the most people that this person was asked for, where
    that is known.

    Raises StaffOnly, OwnBroadcast, ApprovalExpired, AuthorHasLeft, NotYourWards, OldButton,
    QuestionsClosed, AudienceNotCounted.
    """
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if found.author == member.id:
        raise OwnBroadcast
    await _check_asked(tx, world, found, member)
    now = world.now()
    if found.state is BroadcastState.AWAITING_APPROVAL and says_yes:
        await held_sends.check_not_held(tx)
        still_open(world, message_of(world, found, ""))
        if (again := await _asked_again(tx, world, person, found, member, shown)) is not None:
            return again
    target = BroadcastState.APPROVED if says_yes else BroadcastState.DECLINED
    if not await records.change_state(tx, found.id, to=target, now=now, decided_by=member.id):
        return await _decided_before(tx, world, person, found.id, code)
    await _note_correction(tx, found, approved=says_yes)
    about = ApprovalSubject.BROADCAST, str(found.id)
    await approvals.note_verdict(tx, *about, member.id, said_yes=says_yes, now=now)
    act = "approved-broadcast" if says_yes else "declined-broadcast"
    await deployment.note(tx, act, staff_id=member.id, subject=str(found.id), now=now)
    if says_yes:
        return await decline_reason.approved(tx, world, found, code)
    return await decline_reason.just_declined(tx, world, person, code)


async def _check_asked(
    tx: Transaction, world: World, found: Broadcast, member: StaffMember
) -> None:
    """Raise OldButton where this member was not asked about what the message says now; and
    NotYourWards, AuthorHasLeft, QuestionsClosed and ApprovalExpired."""
    asked = await waiting.asked_about(tx, found)
    if not any(approval.staff_id == member.id for approval in asked):
        raise OldButton
    check_own_wards(found.wards, member.own(found.wards))
    waits = found.state is BroadcastState.AWAITING_APPROVAL
    if waits:
        await _check_author(tx, found)
    content = hash_of(await asked_content.content_of(tx, found))
    if waits and verdict(asked, content_hash=content, now=world.now()) is Verdict.EXPIRED:
        still_open(world, message_of(world, found, ""))
        raise ApprovalExpired
    if not any(a.staff_id == member.id and a.content_hash == content for a in asked):
        raise OldButton  # they were asked about other words


async def ask_again(
    tx: Transaction, world: World, person: Person, code: int
) -> ApprovalRequest | Over:
    """The same question once more, to somebody who was asked; its result where it has one. Raises
    StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if not any(one.staff_id == member.id for one in await waiting.asked_about(tx, found)):
        raise OldButton
    if found.state is not BroadcastState.AWAITING_APPROVAL:
        return await over(tx, world, found, code)
    return await yes_question(tx, world, found)


async def _decided_before(
    tx: Transaction, world: World, person: Person, broadcast_id: int, code: int
) -> Decided | Over:
    """The result where somebody was first. Whose own tap that was sees again what they decided."""
    declined = await decline_reason.declined_before(tx, world, person, code)
    if declined is not None:
        return declined
    found = await records.broadcast(tx, broadcast_id)
    if found is None or person.staff is None:
        raise OldButton
    if found.decided_by == person.staff.id and found.state in _ON_ITS_WAY:
        return await decline_reason.approved(tx, world, found, code)
    return await over(tx, world, found, code)


def _to_look_at_again(data: Mapping[str, Any], preview: Preview) -> Preview | None:
    """The preview, where its number has grown too much since it was shown, or the questions close
    on another day; else None. A draft from before the number was kept is shown again."""
    closes, named = closes_of(preview.wording), data.get("names")
    moved = named is not None and closes is not None and named != closes.isoformat()
    grew = grew_too_much(shown=data.get("number", {}).get("most", 0), now=preview.number.most)
    return replace(preview, grew=grew, moved=moved) if grew or moved else None


async def _asked_again(
    tx: Transaction,
    world: World,
    person: Person,
    found: Broadcast,
    member: StaffMember,
    shown: int | None,
) -> ApprovalRequest | None:
    """The question once more, where it is not what they were shown; else None. A colleague may have
    been shown another number since."""
    if await _has_not_seen(tx, world, found, member):
        return await yes_question(tx, world, await _as_it_is(tx, found))
    number = (await size_of(tx, world, person, audience_of_stored(found))).number
    before = number_of(world, found).most if shown is None else shown
    if not grew_too_much(shown=before, now=number.most):
        return None
    found = replace(found, people_shown=number.most, number=asdict(number))
    await records.update_number(tx, found)
    return await yes_question(tx, world, found, grew=True)


async def _as_it_is(tx: Transaction, found: Broadcast) -> Broadcast:
    return (await records.broadcasts_by_id(tx, [found.id]))[found.id]


async def _has_not_seen(
    tx: Transaction, world: World, found: Broadcast, member: StaffMember
) -> bool:
    """Whether this person was shown another close of the questions than it names now. They are
    shown it from here on."""
    is_new = await waiting.ask_of_moved(tx, world, found)
    asked = await waiting.asked_about(tx, found)
    mine = [a for a in asked if a.staff_id == member.id]
    if not is_new and (mine[-1].was_asked or not waiting.has_moved(asked)):
        return False
    about = ApprovalSubject.BROADCAST, str(found.id)
    await approvals.mark_asked(tx, *about, member.id, world.now())
    return True


async def _note_correction(tx: Transaction, found: Broadcast, *, approved: bool = True) -> None:
    """From now on people get the message that this one corrects, and the correction, in one."""
    if approved and found.corrects is not None:
        await corrections.note_corrected(tx, found.corrects)


async def _check_author(tx: Transaction, found: Broadcast) -> None:
    """Raise AuthorHasLeft where the author's role has ended or covers these wards no longer."""
    author = next((m for m in await members.current_staff(tx) if m.id == found.author), None)
    if author is None or len(author.own(found.wards)) < len(found.wards):
        raise AuthorHasLeft


async def yes_question(
    tx: Transaction, world: World, found: Broadcast, *, grew: bool = False
) -> ApprovalRequest:
    """The question to the second person about this broadcast."""
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    asked = await waiting.asked_about(tx, found)
    text = await records.text_of(tx, found.id)
    return ApprovalRequest(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        wording=message_of(world, found, text),
        people=number_of(world, found),
        author=labels.get(found.author, ""),
        answer_by=max(a.expires_at for a in asked),
        goes_out=await when(
            tx,
            world,
            found.kind,
            found.wards,
            found.consultation,
            found.poll,
        ),
        grew=grew,
        moved=waiting.has_moved(asked),
    )


async def _record(
    tx: Transaction, world: World, member: StaffMember, preview: Preview, *, waits: bool
) -> Broadcast:
    wording = preview.wording
    made = Broadcast(
        id=world.draw(),
        kind=wording.kind,
        state=BroadcastState.AWAITING_APPROVAL if waits else BroadcastState.APPROVED,
        author=member.id,
        wards=tuple(w.code for w in wording.wards),
        theme=wording.theme.slug if wording.theme else None,
        consultation=wording.consultation.slug if wording.consultation else None,
        people_shown=preview.number.most,
        people_frozen=None,
        number=asdict(preview.number),
        filled_to=-1,
        decided_by=None,
        reported=False,
        corrects=wording.corrects,
        corrected_words=wording.corrected_words,
        poll=wording.poll,
        closes_named=closes_of(wording),
    )
    await records.add(tx, made, wording.text, world.now())
    if made.poll is not None:
        await poll_steps.begin(tx, world, made.id, made.poll)
    await deployment.note(
        tx,
        "asked-to-send" if waits else "sent-broadcast",
        staff_id=member.id,
        subject=str(made.id),
        detail={"people": preview.number.most, "wards": [*made.wards]},
        now=world.now(),
    )
    return made
