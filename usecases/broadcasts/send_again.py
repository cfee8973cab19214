"""Sending a finished broadcast again to the recipients it may not have reached."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.audience import check_own_wards
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.broadcasts.refusals import PollWasStopped
from engagement.errors import NothingUnknown, OldButton
from engagement.insight.shown_numbers import ShownNumber
from engagement.staff.rights import MAY_SEND, StaffMember, check
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from storage.operations import deployment
from usecases.broadcasts import held_sends
from usecases.broadcasts.message import BroadcastMessage, message_of, still_open
from usecases.broadcasts.progress import Progress, by_code, progress, unknown_number
from usecases.people.identify import Person
from usecases.world import Transaction, World

REPORTED = (BroadcastState.SENDING, BroadcastState.SENT)


@dataclass(frozen=True, slots=True)
class AgainQuestion:
    """The message, and the number of people who would get it once more."""

    code: int
    wording: BroadcastMessage
    people: ShownNumber


async def ask(tx: Transaction, world: World, person: Person, code: int) -> AgainQuestion:
    """What would be sent, and to how many. Raises OldButton, NothingUnknown, QuestionsClosed."""
    found, _ = await _own(tx, world, person, code)
    unknown = await deliveries.count_unknown(tx, found.id)
    if not unknown:
        raise NothingUnknown
    text = await records.text_of(tx, found.id)
    tally = await deliveries.tally(tx, found.id)
    why = await deliveries.reasons(tx, found.id)
    number = unknown_number(world, found, tally, why, once=unknown)
    return AgainQuestion(code, message_of(world, found, text), number)


async def yes(tx: Transaction, world: World, person: Person, code: int) -> Progress:
    """Send it once more, and only once, to recipients whose delivery has an unknown outcome.

    No second approval is needed: this text to these people has been approved already. Each copy
    says that it is sent again. Raises OldButton, NothingUnknown, QuestionsClosed, NotYourWards.
    """
    found, member = await _own(tx, world, person, code)
    people = await deliveries.queue_unknown_again(tx, found.id)
    if not people:
        raise NothingUnknown
    now = world.now()
    await records.change_state(tx, found.id, to=BroadcastState.SENDING, now=now, again=True)
    await deployment.note(tx, "sent-again", staff_id=member.id, subject=str(found.id), now=now)
    return await progress(tx, world, await by_code(tx, code))


async def leave(tx: Transaction, world: World, person: Person, code: int) -> Progress:
    """Leave it as it is, and show the progress again. Raises OldButton."""
    found, _ = await _own(tx, world, person, code)
    return await progress(tx, world, found)


async def _own(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[Broadcast, StaffMember]:
    member = check(person.staff, MAY_SEND)
    await held_sends.check_not_held(tx)
    found = await by_code(tx, code)
    # A report is shown while some may still wait for their turn in a week.
    if found.author != member.id or found.state not in REPORTED:
        raise OldButton
    check_own_wards(found.wards, member.own(found.wards))
    still_open(world, message_of(world, found, ""))
    state = None if found.poll is None else await polls.state_of(tx, found.id)
    if state is not None and state.stopped_at is not None:
        raise PollWasStopped(reason=state.reason)
    return found, member
