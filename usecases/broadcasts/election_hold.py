"""/held: what waits because of an election, and the monitoring officer's decision about each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from content.schema.council import Ward
from engagement.broadcasts.gate import IN_BUDGET
from engagement.broadcasts.lifecycle import NOTICES, BroadcastState
from engagement.broadcasts.refusals import HoldDecided, TakenBackByAuthor
from engagement.errors import NotMonitoringOfficer
from engagement.insight.shown_numbers import ShownNumber, at_most
from engagement.staff.duties import Duty, Holder, is_current
from engagement.staff.rights import StaffMember
from storage.broadcasts import election_holds, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from storage.people import duty_holders
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.before_election import (
    held_until,
    note_all,
    note_holds,
    taken_back_by_author,
    was_let_go_too_late,
)
from usecases.broadcasts.cancel import end_copies
from usecases.broadcasts.corrected import corrections_of
from usecases.broadcasts.message import BroadcastMessage, message_of, words_of_stored
from usecases.broadcasts.progress import by_code
from usecases.broadcasts.who_decides import duty_wards
from usecases.people.identify import Person
from usecases.world import Transaction, World

ON_A_BUTTON = 40
"""Characters of a message on the button that opens it."""

RELEASED, DROPPED = "released-from-hold", "dropped-in-hold"
"""The lines of the audit about a decision of the monitoring officer."""


@dataclass(frozen=True, slots=True)
class HeldList:
    """What waits in the wards of this person's duty, the oldest first: (code, first words)."""

    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class HeldMessage:
    """One message that waits. ``people`` is the most who may get it; ``held`` are the wards about
    which this person decides; ``until`` the last day of a hold that is on now, None if it is over;
    ``author`` is empty where their role has ended. ``begun``: copies could leave before the hold
    was noted, so that everybody may have it, or nobody."""

    code: int
    wording: BroadcastMessage
    people: ShownNumber
    author: str
    approved: datetime | None
    # There is a correction of it that waits for a decision too: it leaves after that.
    corrected: bool
    held: tuple[Ward, ...]
    until: date | None
    begun: bool = False


@dataclass(frozen=True, slots=True)
class HeldDecided:
    """It was released or dropped. ``begun``: copies could leave before; ``weekly``: it waits
    for its turn in a week; ``too_late``: its questions close before anything can leave."""

    code: int
    released: bool
    begun: bool = False
    weekly: bool = False
    corrected: bool = False  # a correction of it waits: it leaves when that is decided
    is_notice: bool = False  # that a quick poll was stopped: it is no message of its author
    too_late: bool = False


@dataclass(frozen=True, slots=True)
class HeldOver:
    """A message that nobody has to decide about any more: ``who`` released or dropped it."""

    code: int
    words: str
    who: str
    released: bool


async def waiting(tx: Transaction, world: World, person: Person) -> HeldList:
    """What waits for this person. Raises NotMonitoringOfficer."""
    member, everybody = await _officer(tx, world, person)
    await note_all(tx, world)
    lines = []
    for broadcast in await election_holds.undecided(tx):
        if _theirs(world, member, everybody, broadcast):
            words = await words_of_stored(tx, broadcast, ON_A_BUTTON)
            lines.append((await codes.code_for(tx, CodeKind.BROADCAST, str(broadcast.id)), words))
    return HeldList(tuple(lines))


async def show(
    tx: Transaction, world: World, person: Person, code: int
) -> HeldMessage | HeldDecided | HeldOver:
    """One message that waits. Where somebody has decided, returns what. Raises
    NotMonitoringOfficer, OldButton, HoldDecided."""
    try:
        found, _, theirs = await _held(tx, world, person, code)
    except HoldDecided:
        return await _decided_by(tx, world, person, code)
    labels = {s.id: s.label for s in await members.current_staff(tx)}
    wrong = await corrections_of(tx, world, [found.id])
    shown = [text for ward in theirs for text in wrong.shown(found.id, ward)]
    text = await records.text_of(tx, found.id)
    return HeldMessage(
        code=code,
        wording=message_of(world, found, text, corrections=tuple(dict.fromkeys(shown))),
        people=at_most(number_of(world, found)),
        author=labels.get(found.author, ""),
        approved=found.approved_at,
        corrected=bool(wrong.undecided_wards(found.id) & {*theirs}),
        held=tuple(world.ward(ward) for ward in theirs),
        until=held_until(world, theirs),
        begun=_had_begun(found, theirs),
    )


async def decide(
    tx: Transaction, world: World, person: Person, code: int, *, release: bool
) -> HeldDecided | HeldOver:
    """Release or drop the copies that wait in the wards of this person's duty. Where somebody was
    first, returns what they decided. Raises NotMonitoringOfficer, OldButton, HoldDecided,
    SendsHeld."""
    try:
        found, member, theirs = await _held(tx, world, person, code)
    except HoldDecided:
        return await _decided_by(tx, world, person, code)
    await held_sends.check_not_held(tx)
    now = world.now()
    act = election_holds.release if release else election_holds.drop
    await act(tx, found, theirs, now)
    what = RELEASED if release else DROPPED
    await deployment.note(tx, what, staff_id=member.id, subject=str(found.id), now=now)
    if not release:
        await _end_if_nobody_gets_it(tx, world, found, theirs)
    wrong = await corrections_of(tx, world, [found.id])
    waits = bool(wrong.undecided_wards(found.id) & {*theirs})
    return HeldDecided(
        code,
        release,
        begun=_had_begun(found, theirs),
        weekly=found.kind in IN_BUDGET,
        corrected=release and waits,
        is_notice=found.kind in NOTICES,
        too_late=release and was_let_go_too_late(world, replace(found, released_at=now)),
    )


async def _decided_by(
    tx: Transaction, world: World, person: Person, code: int
) -> HeldDecided | HeldOver:
    """Who decided about it, and what; to themselves, their decision. Raises HoldDecided where
    nobody did: it has gone."""
    found = await by_code(tx, code)
    line = await deployment.latest_line(tx, (RELEASED, DROPPED), str(found.id))
    if line is None:
        raise HoldDecided
    act, staff_id = line
    if person.staff is not None and staff_id == person.staff.id:
        released = act == RELEASED
        too_late = released and was_let_go_too_late(world, found)
        return HeldDecided(code, released, is_notice=found.kind in NOTICES, too_late=too_late)
    who = await members.label_of(tx, staff_id) if staff_id is not None else None
    words = await words_of_stored(tx, found, ON_A_BUTTON)
    return HeldOver(code, words, who or "", released=act == RELEASED)


def _had_begun(found: Broadcast, wards: Collection[str]) -> bool:
    """Whether copies could leave before the hold for these wards was noted."""
    return not {*wards} & {*found.held_at_first}


async def _end_if_nobody_gets_it(
    tx: Transaction, world: World, found: Broadcast, dropped: Collection[str]
) -> None:
    """Where all its wards were held before any copy could leave, and all of them are dropped, it
    comes back to its author like one that was declined."""
    left = {*found.undecided_wards} - {*dropped}
    every = {*found.wards} == {*found.held_wards} == {*found.held_at_first}
    to = BroadcastState.CANCELLED
    if every and not left and await records.change_state(tx, found.id, to=to, now=world.now()):
        await end_copies(tx, world, found)


async def is_on_duty(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person decides about what waits, in any ward."""
    try:
        await _officer(tx, world, person)
    except NotMonitoringOfficer:
        return False
    return True


async def _officer(
    tx: Transaction, world: World, person: Person
) -> tuple[StaffMember, Collection[Holder]]:
    """The member, and everybody who has the duty. Raises NotMonitoringOfficer."""
    member = person.staff
    if member is None:
        raise NotMonitoringOfficer
    everybody = await duty_holders.holders(tx, Duty.MONITORING_OFFICER)
    if not any(h.staff_id == member.id and is_current(h, world.now()) for h in everybody):
        raise NotMonitoringOfficer
    return member, everybody


def _theirs(
    world: World, member: StaffMember, everybody: Collection[Holder], found: Broadcast
) -> list[str]:
    """The undecided wards of a broadcast about which this member decides: each is the business of
    whoever has the duty where the election is, also where the message is for others too."""
    return [w for w in found.undecided_wards if w in duty_wards(world, member, everybody, [w])]


async def _held(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[Broadcast, StaffMember, list[str]]:
    member, everybody = await _officer(tx, world, person)
    found = await by_code(tx, code)
    if found.state in (BroadcastState.SENDING, BroadcastState.SENT):
        found = await note_holds(tx, world, found)
    if not duty_wards(world, member, everybody, found.held_wards or found.wards):
        raise NotMonitoringOfficer
    if taken_back_by_author(found):
        raise TakenBackByAuthor
    theirs = _theirs(world, member, everybody, found)
    if not theirs:
        raise HoldDecided
    return found, member, theirs
