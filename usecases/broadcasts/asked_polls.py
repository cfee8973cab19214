"""The quick polls that staff have asked: how far they have come, and ending one early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from content.yes_and_no import wants_out
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.polls import Poll
from engagement.broadcasts.refusals import NotYourPoll, PollHasEnded
from engagement.consultations.managing_refusals import ReasonNeeded
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import numbers_in
from engagement.consultations.typed_reasons import is_no_reason
from engagement.errors import OldButton, TextEmpty, TextTooLong
from engagement.insight.shown_numbers import at_most
from engagement.staff.rights import MAY_SEE_RESULTS, MAY_SEND, StaffMember, check
from storage.broadcasts import deliveries, election_holds, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from storage.consultations.polls import PollState
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.conversation.drafts import Draft
from storage.operations import deployment
from storage.staff import members
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.before_election import held_until
from usecases.broadcasts.goes_out import GoesOut
from usecases.broadcasts.message import first_words
from usecases.broadcasts.poll_notices import PollNotice, notice_of, would_go_out
from usecases.broadcasts.progress import by_code
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.release import poll_steps
from usecases.release.poll_steps import PollTotal
from usecases.world import Transaction, World

STOPPING = "stop-poll"
"""The kind of draft of somebody who is ending a poll early."""
REASONS = ("settled", "plans-changed", "mistake")
"""Reasons on offer, which have words in every language; any other is typed."""
LONGEST_REASON = 200
LISTED_FOR = timedelta(days=60)
"""How long after its end a poll is on the list."""
MOST_LISTED = 12
GONE = (BroadcastState.SENDING, BroadcastState.SENT)


@dataclass(frozen=True, slots=True)
class AskedPoll:
    """A quick poll as staff see it. ``hidden_until``: the day from which its total may be seen,
    during a hold before an election; ``may_stop``: this member may end it now."""

    code: int
    question: str
    poll: Poll
    wards: tuple[str, ...]
    is_open: bool
    stopped: str | None = None
    total: PollTotal | None = None
    hidden_until: date | None = None
    may_stop: bool = False
    notice: PollNotice | None = None


@dataclass(frozen=True, slots=True)
class AskedPolls:
    """The quick polls that this member may see, the last to end first; and the questions of
    ``others`` that went to their wards too, which they may not."""

    polls: tuple[AskedPoll, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopQuestion:
    """Why does it end early? With a ``reason``: is it to end for that? ``goes_out``: when those
    hear of it who have answered."""

    code: int
    question: str
    reason: str = ""
    goes_out: GoesOut = field(default_factory=GoesOut)


@dataclass(frozen=True, slots=True)
class PollStopped:
    """It has ended early; ``kept``: nothing was done. ``by`` is the colleague who was first, and
    ``reason`` what people read then instead of the words ``unsent``."""

    question: str
    kept: bool = False
    goes_out: GoesOut = field(default_factory=GoesOut)
    by: str = ""
    reason: str = ""
    unsent: str = ""


async def listed(tx: Transaction, world: World, person: Person) -> AskedPolls:
    """The polls of this member's wards that were sent. Raises StaffOnly."""
    member = check(person.staff, MAY_SEND)
    found, others = [], []
    for state in await polls.since(tx, world.now() - LISTED_FOR):
        broadcast = await records.broadcast(tx, state.broadcast_id)
        if broadcast is not None and _may_see(member, broadcast):
            found.append(await _told(tx, world, member, broadcast, state))
        elif broadcast is not None and _is_sent(broadcast) and member.own(broadcast.wards):
            others.append(await records.text_of(tx, broadcast.id))
    return AskedPolls(tuple(found[:MOST_LISTED]), tuple(others[:MOST_LISTED]))


async def show(tx: Transaction, world: World, person: Person, code: int) -> AskedPoll:
    """One of them, with its total. Raises StaffOnly, OldButton, NotYourPoll."""
    member = check(person.staff, MAY_SEND)
    found, state = await _seen(tx, member, code)
    await deployment.note(
        tx, "saw-poll", staff_id=member.id, subject=str(found.id), now=world.now()
    )
    return await _told(tx, world, member, found, state)


async def ask_why(tx: Transaction, world: World, person: Person, code: int) -> StopQuestion:
    """Ask why a poll is to end early. Raises StaffOnly, OldButton, NotYourPoll, PollHasEnded."""
    found = await _to_stop(tx, world, person, code)
    await _keep(tx, world, person, code, {})
    return StopQuestion(code, await records.text_of(tx, found.id))


async def give_reason(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> StopQuestion:
    """One of the reasons on offer. Raises OldButton and the same as ``ask_why``."""
    if place >= len(REASONS):
        raise OldButton
    return await _asked(tx, world, person, code, REASONS[place])


async def type_reason(
    tx: Transaction, world: World, person: Person, text: str
) -> StopQuestion | PollStopped:
    """A reason in the member's own words, or the number of one on offer. "Cancel", "back" and "no"
    let the poll go on; thanks and the like are no reason. Raises ReasonNeeded and the same as
    ``ask_why``."""
    draft = person.draft(STOPPING)
    if draft is None:
        raise OldButton
    if wants_out(text, person.language):
        return await leave(tx, world, person)
    code, numbers = int(draft.about), numbers_in(text)
    if len(numbers) == 1 and 1 <= numbers[0] <= len(REASONS):
        return await give_reason(tx, world, person, code, numbers[0] - 1)
    if is_no_reason(text):
        return await ask_why(tx, world, person, code)
    try:
        reason = check_text(" ".join(text.split()), most=LONGEST_REASON)
    except (TextEmpty, TextTooLong):
        raise ReasonNeeded(most=LONGEST_REASON) from None
    return await _asked(tx, world, person, code, reason)


async def stop(tx: Transaction, world: World, person: Person, code: int) -> PollStopped:
    """End the poll: nobody else gets it, and who has answered is told why. Raises the same as
    ``ask_why``, and ReasonNeeded."""
    found = await _to_stop(tx, world, person, code)
    member = check(person.staff, MAY_SEND)
    draft = person.draft(STOPPING, str(code))
    reason = "" if draft is None else str(draft.data.get("text", ""))
    if not reason:
        raise ReasonNeeded(most=LONGEST_REASON)
    now, question = world.now(), await records.text_of(tx, found.id)
    done = PollStopped(question, goes_out=await would_go_out(tx, world, found))
    if not await polls.stop(tx, found.id, staff_id=member.id, reason=reason, now=now):
        done = await _stopped_before(tx, member, found, done, reason)
    else:
        await deliveries.cancel_broadcast(tx, found.id, now)
        await election_holds.close(tx, found)
        await records.note_taken_back(tx, found.id, now)
        await _tell(tx, world, member, found, question, reason)
        await deployment.note(
            tx, "stopped-poll", staff_id=member.id, subject=str(found.id), now=now
        )
    await unfinished.end(tx, person, STOPPING, about=str(code))
    return done


async def _stopped_before(
    tx: Transaction, member: StaffMember, found: Broadcast, done: PollStopped, reason: str
) -> PollStopped:
    """Somebody was first: a colleague, with a reason of their own, or this person's own tap."""
    state = await polls.state_of(tx, found.id)
    if state is None or state.stopped_by == member.id:
        return done
    by = await members.label_of(tx, state.stopped_by or 0) or ""
    return replace(done, by=by, reason=state.reason, unsent=reason)


async def leave(tx: Transaction, world: World, person: Person) -> PollStopped:
    """It goes on. Raises StaffOnly, and OldButton where nothing was asked."""
    check(person.staff, MAY_SEND)
    draft = person.draft(STOPPING)
    if draft is None:
        raise OldButton
    found = await by_code(tx, int(draft.about))
    await unfinished.end(tx, person, STOPPING)
    return PollStopped(await records.text_of(tx, found.id), kept=True)


async def asked_again(tx: Transaction, world: World, person: Person) -> StopQuestion | None:
    """The question why, or whether for this reason, as it was asked last."""
    draft = person.draft(STOPPING)
    if draft is None or person.staff is None:
        return None
    found = await by_code(tx, int(draft.about))
    question = await records.text_of(tx, found.id)
    goes = await would_go_out(tx, world, found)
    return StopQuestion(int(draft.about), question, str(draft.data.get("text", "")), goes)


async def _tell(
    tx: Transaction, world: World, member: StaffMember, found: Broadcast, question: str, why: str
) -> None:
    """Write to those who have answered, through the ledger. How many they are isn't shown."""
    number = at_most(number_of(world, found))
    made = replace(
        found,
        id=world.draw(),
        kind=BroadcastKind.POLL_STOPPED,
        state=BroadcastState.APPROVED,
        author=member.id,
        people_shown=number.most,
        people_frozen=None,
        number=asdict(number),
        filled_to=-1,
        decided_by=None,
        corrected_words=first_words(question),
        poll=None,
        stopped=found.id,
    )
    await records.add(tx, made, why, world.now())


def _may_see(member: StaffMember, found: Broadcast) -> bool:
    """Its author, and whoever may send to all its wards."""
    covers = len(member.own(found.wards)) == len(found.wards)
    return _is_sent(found) and (found.author == member.id or covers)


def _is_sent(found: Broadcast) -> bool:
    return found.kind is BroadcastKind.POLL and found.state in GONE


def _may_stop(member: StaffMember, found: Broadcast) -> bool:
    is_officer = member.role in MAY_SEE_RESULTS
    return found.author == member.id or is_officer


async def _seen(tx: Transaction, member: StaffMember, code: int) -> tuple[Broadcast, PollState]:
    found = await by_code(tx, code)
    state = await polls.state_of(tx, found.id)
    if state is None or found.state not in GONE:
        raise OldButton
    if not _may_see(member, found):
        raise NotYourPoll
    return found, state


async def _to_stop(tx: Transaction, world: World, person: Person, code: int) -> Broadcast:
    member = check(person.staff, MAY_SEND)
    found, state = await _seen(tx, member, code)
    if not _may_stop(member, found):
        raise NotYourPoll
    if state.stopped_at is None and not state.is_open(world.now()):
        raise PollHasEnded(closes=state.closes_at)
    return found


async def _asked(
    tx: Transaction, world: World, person: Person, code: int, reason: str
) -> StopQuestion:
    found = await _to_stop(tx, world, person, code)
    await _keep(tx, world, person, code, {"text": reason})
    goes = await would_go_out(tx, world, found)
    return StopQuestion(code, await records.text_of(tx, found.id), reason, goes)


async def _keep(
    tx: Transaction, world: World, person: Person, code: int, data: Mapping[str, Any]
) -> None:
    await unfinished.end(tx, person, STOPPING)
    await unfinished.begin(tx, world, person, Draft(STOPPING, data, about=str(code)))


async def _told(
    tx: Transaction, world: World, member: StaffMember, found: Broadcast, state: PollState
) -> AskedPoll:
    last_day = held_until(world, found.wards)
    hidden = None if last_day is None else last_day + timedelta(days=1)
    is_open = state.is_open(world.now())
    return AskedPoll(
        code=await codes.code_for(tx, CodeKind.BROADCAST, str(found.id)),
        question=await records.text_of(tx, found.id),
        poll=found.poll or Poll((), state.closes_at),
        wards=found.wards,
        is_open=is_open,
        stopped=state.reason if state.stopped_at is not None else None,
        total=None if hidden else await poll_steps.total(tx, found.id),
        hidden_until=hidden,
        may_stop=is_open and _may_stop(member, found),
        notice=await notice_of(tx, world, found) if state.stopped_at is not None else None,
    )
