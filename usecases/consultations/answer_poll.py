"""Answering a quick poll: one answer for each person, which can be changed until its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from engagement.broadcasts.polls import Poll, tag_of
from engagement.broadcasts.refusals import (
    PollHasEnded,
    PollIsACopy,
    PollNotForYou,
    PollWasStopped,
)
from engagement.errors import OldButton
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from storage.consultations.polls import PollState
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.broadcasts.before_election import held_until
from usecases.consultations import last_question
from usecases.people.identify import Person
from usecases.release import poll_steps
from usecases.release.poll_steps import PollTotal
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class PollShown:
    """A quick poll as somebody sees it who was asked. ``mine`` is the place of their answer, 0 for
    the first; None before they have answered: then there is no ``total``. ``hidden_until``: the
    day from which the total may be seen, during a hold before an election. ``just_now``: they have
    answered with this."""

    code: int
    tag: int
    question: str
    poll: Poll
    mine: int | None = None
    total: PollTotal | None = None
    hidden_until: date | None = None
    just_now: bool = False


async def answer(
    tx: Transaction, world: World, person: Person, code: int, place: int, tag: int
) -> PollShown:
    """Make this the person's answer, and release the next step of the total if it is due.

    Raises OldButton, PollIsACopy, PollNotForYou, PollHasEnded, PollWasStopped, NotJoined.
    """
    found, poll, state = await _asked(tx, person, code, tag)
    check_open(world, state)
    if place >= len(poll.answers):
        raise OldButton
    resident, _ = person.resident
    await polls.save(tx, found.id, resident, poll.answers[place], world.now())
    await poll_steps.release_due(tx, world, found.id, poll)
    return replace(await _shown(tx, world, person, found, poll, code), just_now=True)


async def show(tx: Transaction, world: World, person: Person, code: int, tag: int) -> PollShown:
    """The poll as it is now, with the total for those who have answered. Raises the same as
    ``answer``, but PollHasEnded only to those who have not answered."""
    found, poll, state = await _asked(tx, person, code, tag)
    shown = await _shown(tx, world, person, found, poll, code)
    if state.stopped_at is not None or shown.mine is None:
        check_open(world, state)
    return shown


async def as_sent(
    tx: Transaction, world: World, person: Person, code: int, tag: int | None
) -> tuple[PollShown, bool]:
    """The poll as somebody has it in front of them, and whether it can be answered. Raises
    OldButton, PollIsACopy, PollNotForYou, NotJoined."""
    found, poll, state = await _asked(tx, person, code, tag)
    shown = await _shown(tx, world, person, found, poll, code)
    return shown, state.is_open(world.now())


async def of_broadcast(
    tx: Transaction, world: World, person: Person, broadcast_id: int
) -> tuple[PollShown, bool] | None:
    """The same for a broadcast that this person was sent; None for one that is no poll."""
    found, state = await records.broadcast(tx, broadcast_id), await polls.state_of(tx, broadcast_id)
    if found is None or found.poll is None or state is None:
        return None
    code = await codes.code_for(tx, CodeKind.BROADCAST, str(found.id))
    shown = await _shown(tx, world, person, found, found.poll, code)
    return shown, state.is_open(world.now())


async def last_answered(
    tx: Transaction, world: World, person: Person, *, since: datetime
) -> PollShown | None:
    """The poll that this person has answered after ``since``, if they have used no other question
    after that. A confirmation that was not sent is sent so."""
    if not person.has_joined:
        return None
    last = await polls.last_answered(tx, person.resident[0], since)
    if last is None or await last_question.touched_since(tx, person, last[1]):
        return None
    found, state = await records.broadcast(tx, last[0]), await polls.state_of(tx, last[0])
    if found is None or found.poll is None or state is None or state.stopped_at is not None:
        return None
    code = await codes.code_for(tx, CodeKind.BROADCAST, str(found.id))
    return await _shown(tx, world, person, found, found.poll, code)


async def has_open(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person has answered a quick poll and can change that. Raises NotJoined."""
    resident, _ = person.resident
    return bool(await polls.open_of(tx, resident, world.now()))


async def check_still_open(
    tx: Transaction, world: World, person: Person, code: int, tag: int
) -> None:
    """Raise PollHasEnded or PollWasStopped where this poll takes no answers, and the same as
    ``as_sent``."""
    _, _, state = await _asked(tx, person, code, tag)
    check_open(world, state)


def check_open(world: World, state: PollState) -> None:
    """Raise PollWasStopped or PollHasEnded where this poll takes no answers."""
    if state.stopped_at is not None:
        raise PollWasStopped(reason=state.reason)
    if not state.is_open(world.now()):
        raise PollHasEnded(closes=state.closes_at)


async def _asked(
    tx: Transaction, person: Person, code: int, tag: int | None
) -> tuple[Broadcast, Poll, PollState]:
    """The poll behind a button, if it was sent to this person."""
    if not code:
        raise PollIsACopy
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, code)
    found = await records.broadcast(tx, int(subject)) if subject else None
    state = None if found is None else await polls.state_of(tx, found.id)
    if found is None or found.poll is None or state is None:
        raise OldButton
    if tag is not None and tag != tag_of(found.id):
        raise OldButton
    # Refuses whoever has not joined.
    _ = person.resident
    if person.contact is None or not await deliveries.was_sent(tx, found.id, person.contact.id):
        raise PollNotForYou
    return found, found.poll, state


async def _shown(
    tx: Transaction, world: World, person: Person, found: Broadcast, poll: Poll, code: int
) -> PollShown:
    resident, _ = person.resident
    said = await polls.answer_of(tx, found.id, resident)
    mine = poll.answers.index(said) if said in poll.answers else None
    last_day = held_until(world, found.wards)
    hidden = None if last_day is None else last_day + timedelta(days=1)
    total = None
    if mine is not None and hidden is None:
        total = await poll_steps.total(tx, found.id)
    question = await records.text_of(tx, found.id)
    return PollShown(code, tag_of(found.id), question, poll, mine, total, hidden)
