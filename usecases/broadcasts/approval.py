"""Sending a broadcast: the first yes, the second, and what its author sees of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engagement.broadcasts.audience import Audience, audience, check_own_wards, may_tell_apart
from engagement.broadcasts.delivery import DeliveryState, Reason
from engagement.broadcasts.lifecycle import (
    BroadcastKind,
    BroadcastState,
    Tally,
    grew_too_much,
    needs_second_yes,
)
from engagement.consultations.lifecycle import Phase, phase
from engagement.errors import (
    AlreadyDecided,
    HasClosed,
    NobodyToSendTo,
    NoSecondPerson,
    NotYourOwnYes,
    OldButton,
)
from engagement.staff.rights import MAY_SEND, StaffMember, check, second_people
from storage.broadcasts import audiences, deliveries, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes, drafts
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.staff import members
from usecases.broadcasts import compose, holding
from usecases.broadcasts.compose import Preview
from usecases.broadcasts.wording import Wording, wording_of
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a broadcast stands, for its author. ``code`` is what its buttons carry."""

    code: int
    state: BroadcastState
    people: int
    approved: int  # the number that was shown and agreed to
    tally: Tally
    asked: tuple[str, ...] = ()
    decided_by: str | None = None
    held_back: int | None = None  # after a restore this was ended, with so many rows not begun
    up_to: bool = False  # how many of those asked about got it is too small a number to be told
    unknown_once: int = 0  # of those whose fate is unknown, how many may get it once more
    reasons: Mapping[tuple[DeliveryState, Reason], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YesQuestion:
    """The copy and the number, on the second person's own phone."""

    code: int
    wording: Wording
    people: int
    author: str
    grew: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What the second person has just said."""

    code: int
    people: int
    said_yes: bool


async def send(tx: Transaction, world: World, person: Person) -> Progress | Preview:
    """The first yes. Above the threshold others are asked; else it may go at once.

    Raises NobodyToSendTo, NoSecondPerson, NotYourWards (rights may have changed meanwhile).
    """
    member = check(person.staff, MAY_SEND)
    await holding.check_not_held(tx)
    data = compose.in_hand(person)
    if data["step"] != "preview":
        raise OldButton
    check_own_wards(data["wards"], member.own(data["wards"]))
    preview = await compose.preview(tx, world, data)
    still_open(world, preview.wording)
    if preview.people == 0:
        raise NobodyToSendTo
    if grew_too_much(shown=int(data["people"]), now=preview.people):
        await _renew_draft(tx, world, person, {**data, "people": preview.people})
        return replace(preview, grew=True)
    seconds: tuple[StaffMember, ...] = ()
    if needs_second_yes(preview.people, world.thresholds.second_yes):
        seconds = second_people(member, await members.in_post(tx), data["wards"])
        if not seconds:
            raise NoSecondPerson(people=preview.people)
    made = await _record(tx, world, member, preview, waits=bool(seconds))
    if seconds:
        await records.ask(tx, made.id, [s.id for s in seconds])
    if person.contact is not None:
        await drafts.drop(tx, person.contact.id)
    return await progress(tx, world, made)


async def decide(
    tx: Transaction, world: World, person: Person, code: int, *, says_yes: bool
) -> Decided | YesQuestion:
    """The second person's yes or no. The first of two approvers decides; there is one broadcast.

    Raises StaffOnly, NotYourOwnYes, AlreadyDecided, NotYourWards, OldButton.
    """
    member = check(person.staff, MAY_SEND)
    found = await coded(tx, code)
    if found.author == member.id:
        raise NotYourOwnYes
    if member.id not in await records.asked_people(tx, found.id):
        raise OldButton
    check_own_wards(found.wards, member.own(found.wards))
    now = world.now()
    asked_about = audience_of(found)
    people = await audiences.count_audience(tx, asked_about)
    if asked_about.theme is not None and people < found.people_shown:
        # What was shown may be all who live there: too few to be told apart by what they follow.
        everybody = await audiences.count_audience(tx, replace(asked_about, theme=None))
        people = max(people, min(everybody, found.people_shown))
    if found.state is BroadcastState.AWAITING_YES and says_yes:
        await holding.check_not_held(tx)
        still_open(world, wording_of(world, found, ""))
        if people == 0:
            raise NobodyToSendTo
        if grew_too_much(shown=found.people_shown, now=people):
            await records.renew_number(tx, found.id, people)
            return await yes_question(tx, world, replace(found, people_shown=people), grew=True)
    target = BroadcastState.APPROVED if says_yes else BroadcastState.DECLINED
    if not await records.change_state(tx, found.id, to=target, now=now, decided_by=member.id):
        raise AlreadyDecided
    await records.note_verdict(tx, found.id, member.id, said_yes=says_yes, now=now)
    act = "approved-broadcast" if says_yes else "declined-broadcast"
    await deployment.note(tx, act, staff_id=member.id, subject=str(found.id), now=now)
    return Decided(code, found.people_shown, says_yes)


async def take_back(tx: Transaction, world: World, person: Person, code: int) -> Progress:
    """The author cancels while the second yes is awaited. Raises AlreadyDecided, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = await coded(tx, code)
    if found.author != member.id:
        raise OldButton
    to = BroadcastState.CANCELLED
    if not await records.change_state(tx, found.id, to=to, now=world.now()):
        raise AlreadyDecided
    now = world.now()
    await deliveries.cancel_broadcast(tx, found.id, now)
    await deployment.note(
        tx, "cancelled-broadcast", staff_id=member.id, subject=str(found.id), now=now
    )
    return await progress(tx, world, replace(found, state=BroadcastState.CANCELLED))


async def progress(tx: Transaction, world: World, found: Broadcast) -> Progress:
    """Where this broadcast stands now."""
    frozen = found.people_frozen
    everybody = {s.id: s.label for s in await members.in_post(tx)}
    asked = await records.asked_people(tx, found.id)
    over = found.state is BroadcastState.SENT
    return Progress(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        state=found.state,
        people=found.people_shown if frozen is None else frozen,
        approved=found.people_shown,
        tally=await deliveries.tally(tx, found.id),
        asked=tuple(everybody[s] for s in asked if s in everybody),
        decided_by=everybody.get(found.decided_by) if found.decided_by else None,
        held_back=await holding.held_back(tx, found.id) if _may_be_over(found) else None,
        up_to=hides_its_number(world, found),
        unknown_once=await deliveries.count_unknown(tx, found.id) if over else 0,
        reasons=await deliveries.reasons(tx, found.id) if over else {},
    )


def hides_its_number(world: World, found: Broadcast) -> bool:
    """Whether those who follow its theme, or the rest of those asked about, are too few to be told
    apart: then no number of those who got it is told to anybody."""
    frozen = found.people_frozen
    if found.theme is None or frozen is None:
        return False
    asked_about = max(frozen, found.people_shown)
    return not may_tell_apart(frozen, asked_about, world.thresholds.smallest_cell)


async def yes_question(
    tx: Transaction, world: World, found: Broadcast, *, grew: bool = False
) -> YesQuestion:
    """What the second person is asked."""
    everybody = {s.id: s.label for s in await members.in_post(tx)}
    text = await records.text_of(tx, found.id)
    return YesQuestion(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        wording=wording_of(world, found, text),
        people=found.people_shown,
        author=everybody.get(found.author, ""),
        grew=grew,
    )


@dataclass(frozen=True, slots=True)
class ToTell:
    """Something a member of staff is to see on their phone without having asked just now."""

    person: Person
    value: Progress | YesQuestion
    broadcast_id: int
    staff_id: int
    is_final: bool


async def to_tell(tx: Transaction, world: World) -> list[ToTell]:
    """Second people not yet asked, and every unreported broadcast's progress for its author."""
    if await holding.held(tx) is not None:
        return []
    everybody = {s.id: s for s in await members.in_post(tx)}
    found: list[ToTell] = []
    for broadcast_id, staff_id in await records.to_ask(tx):
        waiting = await records.broadcast(tx, broadcast_id)
        person = await _reachable(tx, world, everybody.get(staff_id))
        if waiting is not None and person is not None:
            question = await yes_question(tx, world, waiting)
            found.append(ToTell(person, question, broadcast_id, staff_id, is_final=False))
    for known in await records.unreported(tx):
        person = await _reachable(tx, world, everybody.get(known.author))
        if person is None:
            # Its author has left: there is nobody to report to.
            await records.mark_reported(tx, known.id)
            continue
        news = await progress(tx, world, known)
        over = known.state in (
            BroadcastState.SENT,
            BroadcastState.DECLINED,
            BroadcastState.CANCELLED,
        )
        found.append(ToTell(person, news, known.id, known.author, is_final=over))
    return found


async def told(tx: Transaction, world: World, news: ToTell) -> None:
    """It stands on their phone now."""
    if isinstance(news.value, YesQuestion):
        await records.mark_asked(tx, news.broadcast_id, news.staff_id, world.now())
    elif news.is_final:
        await records.mark_reported(tx, news.broadcast_id)


def _may_be_over(found: Broadcast) -> bool:
    return found.state in (BroadcastState.SENDING, BroadcastState.SENT, BroadcastState.CANCELLED)


def audience_of(found: Broadcast) -> Audience:
    """Who this broadcast is for."""
    return audience(found.kind, found.wards, found.theme)


def still_open(world: World, wording: Wording) -> None:
    """Raise HasClosed for an invitation to what can no longer be answered."""
    asked = wording.consultation
    invites = wording.kind is BroadcastKind.INVITATION
    if invites and asked is not None and phase(asked, world.now()) is not Phase.OPEN:
        raise HasClosed(title=asked.title.say("en"))


async def _record(
    tx: Transaction, world: World, member: StaffMember, preview: Preview, *, waits: bool
) -> Broadcast:
    wording = preview.wording
    made = Broadcast(
        id=world.draw(),
        kind=wording.kind,
        state=BroadcastState.AWAITING_YES if waits else BroadcastState.APPROVED,
        author=member.id,
        wards=tuple(w.code for w in wording.wards),
        theme=wording.theme.slug if wording.theme else None,
        consultation=wording.consultation.slug if wording.consultation else None,
        people_shown=preview.people,
        people_frozen=None,
        filled_to=-1,
        decided_by=None,
        reported=False,
    )
    await records.add(tx, made, wording.text, world.now())
    await deployment.note(
        tx,
        "asked-to-send" if waits else "sent-broadcast",
        staff_id=member.id,
        subject=str(made.id),
        detail={"people": preview.people, "wards": [*made.wards]},
        now=world.now(),
    )
    return made


async def coded(tx: Transaction, code: int) -> Broadcast:
    """The broadcast behind a button. Raises OldButton."""
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    if found is None:
        raise OldButton
    return found


async def _renew_draft(tx: Transaction, world: World, person: Person, data: dict[str, Any]) -> None:
    if person.contact is not None:
        draft = drafts.Draft(compose.SENDING, data)
        await drafts.keep(tx, person.contact.id, draft, world.now())


async def _reachable(tx: Transaction, world: World, member: StaffMember | None) -> Person | None:
    return await by_id(tx, world, member.contact_id) if member else None
